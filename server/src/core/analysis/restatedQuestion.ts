import type { Pack } from '../pack/pack.ts';
import { normaliseText } from './normaliseText.ts';

/**
 * Similarity from which a text counts as a guiding question repeated: two published wordings of one
 * question lie at 0.95 in English, the highest similarity between two different questions at 0.56.
 */
const SAME_QUESTION = 0.7;
/** Below that, a clear lead over the second-best question is asked for. */
const LIKELY_QUESTION = 0.55;
const CLEAR_LEAD = 0.15;

/** UTF-16 units: no wording is half as long, so nothing longer can be a repetition. */
const LONGEST_QUESTION = 400;

interface Wording {
  readonly criterion: string;
  readonly pairs: ReadonlySet<string>;
}

const wordingsOf = new WeakMap<Pack, readonly Wording[]>();

/** The set of neighbouring character pairs, letters and digits only. */
function characterPairs(text: string): Set<string> {
  const letters = normaliseText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < letters.length; index++)
    pairs.add(letters.slice(index, index + 2));
  return pairs;
}

/** The Dice coefficient of two sets. */
function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** What sets of these sizes reach at best: lengths tell most sentences apart without a comparison. */
function mostSimilar(left: number, right: number): number {
  return (2 * Math.min(left, right)) / (left + right);
}

function wordings(pack: Pack): readonly Wording[] {
  let known = wordingsOf.get(pack);
  if (known === undefined) {
    known = pack.criteria.flatMap(({ id, texts }) =>
      Object.values(texts).flatMap((text) =>
        (text?.wordings ?? []).map((wording) => ({
          criterion: id,
          pairs: characterPairs(wording),
        })),
      ),
    );
    wordingsOf.set(pack, known);
  }
  return known;
}

/**
 * The criterion whose guiding question a sentence repeats, in any language of the pack.
 * @param sentence plain text
 * @param pack whose criteria have published wordings
 * @returns the criterion's id, or undefined where the sentence is the author's own
 */
export function restatedQuestion(sentence: string, pack: Pack): string | undefined {
  if (sentence.length > LONGEST_QUESTION) return undefined;
  const pairs = characterPairs(sentence);
  if (pairs.size < 8) return undefined;
  const best = new Map<string, number>();
  for (const wording of wordings(pack)) {
    if (mostSimilar(pairs.size, wording.pairs.size) < LIKELY_QUESTION - CLEAR_LEAD) continue;
    const value = similarity(pairs, wording.pairs);
    if (value > (best.get(wording.criterion) ?? 0)) best.set(wording.criterion, value);
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return undefined;
  const [criterion, value] = first;
  const lead = value - (second?.[1] ?? 0);
  const repeats = value >= SAME_QUESTION || (value >= LIKELY_QUESTION && lead >= CLEAR_LEAD);
  return repeats ? criterion : undefined;
}
