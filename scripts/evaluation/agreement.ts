/** How far two readings of the same criteria agree: ours and a reader's, or two readers'. */

/** The levels that a label can have, in rising order. */
export const LEVELS = ['absent', 'partial', 'answered'] as const;

export type CoverageLevel = (typeof LEVELS)[number];

/** One criterion of one document, read twice. */
export interface LevelPair {
  readonly gold: CoverageLevel;
  readonly ours: CoverageLevel;
}

/** How often each gold level (first index) was given each level of ours (second index), in the order of `LEVELS`. */
export type Confusion = readonly (readonly number[])[];

export interface Retrieval {
  /** Share of what we found that is there; 0 where we found nothing. */
  readonly precision: number;
  /** Share of what is there that we found; 0 where nothing is there. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
}

/**
 * Counts the pairs by their levels.
 * @param pairs of any number
 */
export function confusionOf(pairs: readonly LevelPair[]): Confusion {
  return LEVELS.map((gold) =>
    LEVELS.map((ours) => pairs.filter((pair) => pair.gold === gold && pair.ours === ours).length),
  );
}

/**
 * Cohen's kappa with quadratic weights (Cohen 1968, "Weighted kappa"): 1 is perfect agreement, 0 what
 * chance would give with the same shares of levels; missing by two levels weighs four times missing by one.
 * @param pairs of any number
 * @returns `undefined` without pairs; 1 where both readings give all of them one and the same level
 */
export function weightedKappa(pairs: readonly LevelPair[]): number | undefined {
  if (pairs.length === 0) return undefined;
  const goldCounts = LEVELS.map((level) => pairs.filter(({ gold }) => gold === level).length);
  const ourCounts = LEVELS.map((level) => pairs.filter(({ ours }) => ours === level).length);
  let seen = 0;
  let byChance = 0;
  for (const [gold, row] of confusionOf(pairs).entries()) {
    for (const [ours, count] of row.entries()) {
      const weight = (gold - ours) ** 2;
      seen += weight * count;
      byChance += (weight * (goldCounts[gold] ?? 0) * (ourCounts[ours] ?? 0)) / pairs.length;
    }
  }
  return byChance === 0 ? 1 : 1 - seen / byChance;
}

/**
 * The share of pairs with the very same level.
 * @param pairs of any number
 * @returns `undefined` without pairs
 */
export function exactAgreement(pairs: readonly LevelPair[]): number | undefined {
  if (pairs.length === 0) return undefined;
  return pairs.filter(({ gold, ours }) => gold === ours).length / pairs.length;
}

/**
 * Precision, recall and F1 of "at least this level".
 * @param pairs of any number
 * @param least `partial` for covered at all, `answered` for answered
 */
export function retrievalOf(pairs: readonly LevelPair[], least: CoverageLevel): Retrieval {
  const reaches = (level: CoverageLevel) => LEVELS.indexOf(level) >= LEVELS.indexOf(least);
  const found = pairs.filter(({ ours }) => reaches(ours));
  const there = pairs.filter(({ gold }) => reaches(gold)).length;
  const right = found.filter(({ gold }) => reaches(gold)).length;
  return retrieval(right, found.length, there);
}

/**
 * Precision, recall and F1 from counts.
 * @param right found and there
 * @param found all that was found
 * @param there all that is there
 */
export function retrieval(right: number, found: number, there: number): Retrieval {
  const precision = right / (found || 1);
  const recall = right / (there || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
