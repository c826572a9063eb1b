import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { LanguageSignals } from '../pack/pack.ts';
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

export interface BlockReading {
  readonly block: Block;
  readonly sentences: readonly SentenceReading[];
}

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
  return document.blocks.map((block) => {
    const sentences = isProse(block) ? block.text.split(SENTENCE_END) : [];
    return { block, sentences: sentences.map((text) => readSentence(text, vocabulary)) };
  });
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
