import type { Block } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { normaliseText } from './normaliseText.ts';
import type { BodyUse, PackVocabulary, SignalName } from './packVocabulary.ts';
import { restatedQuestion } from './restatedQuestion.ts';
import type { TermHit } from './termMatcher.ts';

/** A block reduced to the sentences that may count, or the reason why none may. */
export type Eligibility =
  | { readonly eligible: true; readonly sentences: readonly string[] }
  | { readonly eligible: false; readonly because: IneligibleReason; readonly criterion?: string };

export type IneligibleReason =
  | 'not-prose'
  | 'quotation'
  | 'links-only'
  | 'tag'
  | 'table-header'
  | 'placeholder'
  | 'restated-question'
  | 'question'
  | 'prompt'
  | 'denied';

const SENTENCE_END = /(?<=[.!?;])\s+|(?<=[。！？；])/u;
const ASKS = /[?？]["'”’)）]*$/u;
/** `[what the author has to fill in]` or 【】: what our own skeletons leave behind. */
const UNFILLED = /\[[^\]\n]{2,}\](?![[(])|【[^】\n]*】/u;

/**
 * The sentences of a block that may count as an answer. Code, comments, headers, links alone,
 * quotations, questions, prompts, placeholders, negations and hypotheses do not.
 * @param block of a document
 * @param pack whose guiding questions may be repeated in it
 * @param vocabulary of the same pack
 */
export function eligibleText(block: Block, pack: Pack, vocabulary: PackVocabulary): Eligibility {
  const shape = ineligibleShape(block);
  if (shape !== undefined) return { eligible: false, because: shape };
  const restated = restatedQuestion(block.text, pack);
  if (restated !== undefined) {
    return { eligible: false, because: 'restated-question', criterion: restated };
  }
  if (UNFILLED.test(block.text)) return { eligible: false, because: 'placeholder' };
  let because: IneligibleReason = 'not-prose';
  const sentences = block.text.split(SENTENCE_END).filter((sentence) => {
    const reason = ineligibleSentence(sentence, vocabulary);
    if (reason !== undefined) because = reason;
    return reason === undefined;
  });
  return sentences.length > 0 ? { eligible: true, sentences } : { eligible: false, because };
}

function ineligibleShape(block: Block): IneligibleReason | undefined {
  switch (block.kind) {
    case 'code':
    case 'comment':
    case 'link-definition':
      return 'not-prose';
    case 'quotation':
      return 'quotation';
    default:
  }
  if (block.isTableHeader) return 'table-header';
  if (block.codeShare > 0.9) return 'tag';
  if (block.linkShare > 0.8 && block.links.length > 0) return 'links-only';
  return undefined;
}

/** How far behind a bare "no" or "not" the denied word may stand, in characters. */
const REACH_OF_NEGATION = 24;

function ineligibleSentence(
  sentence: string,
  vocabulary: PackVocabulary,
): IneligibleReason | undefined {
  const letters = normaliseText(sentence);
  if (!/[\p{L}\p{N}]/u.test(letters)) return 'not-prose';
  if (ASKS.test(sentence.trim())) return 'question';
  const hits = vocabulary.body.match(letters);
  const isSignal = (hit: TermHit<BodyUse>, signal: SignalName): boolean =>
    hit.use.kind === 'signal' && hit.use.signal === signal;
  if (hits.some((hit) => isSignal(hit, 'placeholder'))) return 'placeholder';
  if (hits.some((hit) => hit.start === 0 && isSignal(hit, 'prompt'))) return 'prompt';
  const subjects = hits.filter((hit) => isSignal(hit, 'subject'));
  const denies = ({ start, end }: TermHit<BodyUse>): boolean =>
    /[^a-z']/.test(letters.slice(start, end)) ||
    subjects.some((subject) => subject.start >= end && subject.start - end < REACH_OF_NEGATION);
  if (hits.some((hit) => isSignal(hit, 'negation') && denies(hit))) return 'denied';
  if (hits.some((hit) => isSignal(hit, 'hypothesis') && denies(hit))) return 'denied';
  return undefined;
}
