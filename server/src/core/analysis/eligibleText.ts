import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { asideSections } from './asideSections.ts';
import { asksQuestion } from './asksQuestion.ts';
import { BlockMemo } from './blockMemo.ts';
import type { BlockReading, SentenceReading } from './blockReading.ts';
import { type BodyUse, packVocabulary, type SignalName } from './packVocabulary.ts';
import { restatedQuestion } from './restatedQuestion.ts';
import type { TermHit } from './termMatcher.ts';

/** A block reduced to the sentences that may count, or the reason why none may. */
export type Eligibility =
  | { readonly eligible: true; readonly sentences: readonly SentenceReading[] }
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
  | 'aside'
  | 'denied';

/** `[what the author has to fill in]` or 【】: what our own skeletons leave behind. */
const UNFILLED = /\[[^\]\n]{2,}\](?![[(])|【[^】\n]*】|_{3,}/u;
/** Nothing but dots or a word in brackets, behind a label too: "Goal 3: ...", "A: (answer)". */
const STAND_IN =
  /^(?:[^:：]{1,40}[:：])?[\s*_]*(?:\.{3,}|…+|\([^()]{1,40}\)|（[^（）]{1,40}）|<[^<>]{1,40}>)[\s*_.]*$/u;
/** A title between quotation marks, with at most a remark in brackets behind it. */
const QUOTED_TITLE = /^["“„«「『][^"“”„«»「」『』]+["”“»」』](?:\s*\([^()]*\))?[.,;]?$/u;
/** How far behind a bare "no" or "not" the denied word may stand, in characters. */
const REACH_OF_NEGATION = 24;

/**
 * What may count as an answer in a document. Code, comments, headers, links alone, quotations,
 * questions, prompts, placeholders, titles of talks, jobs and books, negations and hypotheses do not.
 * @param document to look at
 * @param readings of its blocks
 * @param pack whose guiding questions may be repeated in it
 * @returns by block index
 */
export function eligibleTexts(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  pack: Pack,
): readonly Eligibility[] {
  const asides = asideSections(document, packVocabulary(pack));
  return readings.map((reading, index) => {
    const isInAside = asides.has(reading.block.section);
    return memo.of(document.origins[index], pack, isInAside, undefined, () =>
      eligibleText(reading, isInAside, pack),
    );
  });
}

const memo = new BlockMemo<Eligibility>();

function eligibleText(
  { block, sentences, signals }: BlockReading,
  isInAside: boolean,
  pack: Pack,
): Eligibility {
  const shape = ineligibleShape(block, sentences);
  if (shape !== undefined) return { eligible: false, because: shape };
  const restated = restatedQuestion(block.text, pack);
  if (restated !== undefined) {
    return { eligible: false, because: 'restated-question', criterion: restated };
  }
  if (UNFILLED.test(block.text) || isStandIn(block)) {
    return { eligible: false, because: 'placeholder' };
  }
  if (isTitle(block, isInAside && !signals.has('organisation')))
    return { eligible: false, because: 'aside' };
  let because: IneligibleReason = 'not-prose';
  const eligible = sentences.filter((sentence) => {
    const reason = ineligibleSentence(sentence);
    if (reason !== undefined) because = reason;
    return reason === undefined;
  });
  return eligible.length > 0
    ? { eligible: true, sentences: eligible }
    : { eligible: false, because };
}

/** Each line, and of a table row each cell but the first, which names what the others tell. */
function isStandIn({ text, cells }: Block): boolean {
  const parts = cells?.slice(1).map((cell) => cell.text) ?? [text];
  return parts.length > 0 && parts.every((part) => STAND_IN.test(part));
}

/** An item below "Further reading" that does not speak of the organisation only names something. */
function isTitle({ kind, text }: Block, isAside: boolean): boolean {
  if (kind !== 'list-item' && kind !== 'table-row') return false;
  return isAside || QUOTED_TITLE.test(text);
}

function ineligibleShape(
  block: Block,
  sentences: readonly SentenceReading[],
): IneligibleReason | undefined {
  if (sentences.length === 0) return 'not-prose';
  if (block.kind === 'quotation') return 'quotation';
  if (block.isTableHeader) return 'table-header';
  if (block.codeShare > 0.9) return 'tag';
  if (block.linkShare > 0.8 && block.links.length > 0) return 'links-only';
  return undefined;
}

function ineligibleSentence({
  text,
  letters,
  hits,
}: SentenceReading): IneligibleReason | undefined {
  if (!/[\p{L}\p{N}]/u.test(letters)) return 'not-prose';
  if (asksQuestion(text)) return 'question';
  const isSignal = (hit: TermHit<BodyUse>, signal: SignalName): boolean =>
    hit.use.kind === 'signal' && hit.use.signal === signal;
  // "TODO Group" is a name: a word inside a longer term is not what it looks like.
  const isWhole = (hit: TermHit<BodyUse>): boolean =>
    !hits.some(({ start, end }) => start <= hit.start && end > hit.end);
  if (hits.some((hit) => isSignal(hit, 'placeholder') && isWhole(hit))) return 'placeholder';
  if (hits.some((hit) => hit.start === 0 && isSignal(hit, 'prompt'))) return 'prompt';
  const subjects = hits.filter((hit) => isSignal(hit, 'subject'));
  // A phrase denies by itself; a bare "no" must stand right before what it denies ("must not" is a rule).
  const denies = ({ start, end }: TermHit<BodyUse>): boolean =>
    /[^a-z']/.test(letters.slice(start, end)) ||
    subjects.some((subject) => subject.start >= end && subject.start - end < REACH_OF_NEGATION);
  const isDenied = hits.some(
    (hit) => (isSignal(hit, 'negation') || isSignal(hit, 'hypothesis')) && denies(hit),
  );
  return isDenied ? 'denied' : undefined;
}
