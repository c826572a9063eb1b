import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { LanguageSignals } from '../pack/pack.ts';
import { BlockMemo } from './blockMemo.ts';
import { normaliseText } from './normaliseText.ts';
import type { BodyUse, PackVocabulary } from './packVocabulary.ts';
import type { TermHit } from './termMatcher.ts';

/** A sentence with the pack's terms in it: matched once, read by every later step. */
export interface SentenceReading {
  /** As the reader sees it. */
  readonly text: string;
  /** Normalised; the hits' offsets are in it. */
  readonly letters: string;
  readonly hits: readonly TermHit<BodyUse>[];
}

/** A block's sentences, and what they have of the vocabulary that does not speak of facets. */
interface Sentences {
  readonly sentences: readonly SentenceReading[];
  readonly signals: ReadonlySet<keyof LanguageSignals>;
  /** How often the subject of open source is named. */
  readonly subjects: number;
  /** Whether a phrase of a maturity stage stands in it. */
  readonly hasStages: boolean;
}

export interface BlockReading extends Sentences {
  readonly block: Block;
}

const memo = new BlockMemo<Sentences>();

const SENTENCE_END = /(?<=[.!?;])\s+|(?<=[。！？；])/u;

/**
 * Reads every block's sentences with the pack's vocabulary.
 * @param document to read
 * @param vocabulary of the pack
 * @returns by block index
 */
export function readBlocks(
  document: StrategyDocument,
  vocabulary: PackVocabulary,
): readonly BlockReading[] {
  return document.blocks.map((block, index) => {
    const { sentences, signals, subjects, hasStages } = memo.of(
      document.origins[index],
      vocabulary,
      undefined,
      undefined,
      () => readSentences(block, vocabulary),
    );
    return { block, sentences, signals, subjects, hasStages };
  });
}

function readSentences(block: Block, vocabulary: PackVocabulary): Sentences {
  const texts = isProse(block) ? block.text.split(SENTENCE_END) : [];
  const sentences = texts.map((text) => readSentence(text, vocabulary));
  return {
    sentences,
    signals: signalsOf(sentences),
    subjects: subjectsIn(sentences),
    hasStages: sentences.some(({ hits }) => hits.some(({ use }) => use.kind === 'stage')),
  };
}

function subjectsIn(sentences: readonly SentenceReading[]): number {
  return sentences.reduce((sum, { hits }) => {
    const found = hits.filter(({ use }) => use.kind === 'signal' && use.signal === 'subject');
    // Several languages know the same word: it stands there once.
    return sum + new Set(found.map(({ start }) => start)).size;
  }, 0);
}

/**
 * Whether people read it: not code, not a comment, not a list of link targets.
 * @param block of a document
 */
export function isProse({ kind }: Block): boolean {
  return kind !== 'code' && kind !== 'comment' && kind !== 'link-definition';
}

function readSentence(text: string, vocabulary: PackVocabulary): SentenceReading {
  const letters = normaliseText(text);
  return { text, letters, hits: vocabulary.body.match(letters) };
}

/**
 * The signals in some sentences, each once.
 * @param sentences of a block
 */
export function signalsOf(
  sentences: readonly SentenceReading[],
): ReadonlySet<keyof LanguageSignals> {
  return new Set(
    sentences.flatMap(({ hits }) =>
      hits.flatMap(({ use }) => (use.kind === 'signal' ? [use.signal] : [])),
    ),
  );
}
