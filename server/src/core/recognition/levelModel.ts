import type { FacetSighting } from '../analysis/facetSighting.ts';
import type { Criterion } from '../pack/pack.ts';
import { probability } from './facetProbabilities.ts';
import type { LevelWeights } from './recognitionModel.ts';

/** Keeps the logarithms of 0 and 1 finite; below it, a probability tells nothing. */
const SMALLEST = 0.02;

/**
 * Four sums over what was seen of a criterion. None falls when a sighting is added.
 * @param criterion whose `facetsToAnswer` counts
 * @param sightings of this criterion
 * @param isNamed whether a heading of the document names the criterion
 * @returns the log odds that enough facets are met by specific statements, those that any facet is met
 * at all, the logarithm of the number of specific statements to expect, and 1 where it is named
 */
export function levelSums(
  criterion: Criterion,
  sightings: readonly FacetSighting[],
  isNamed: boolean,
): readonly number[] {
  let expected = 0;
  const facets = criterion.facets.map(({ id }) => {
    let missed = 1;
    let missedSpecific = 1;
    for (const { facet, probability: met, specific } of sightings) {
      if (facet !== id) continue;
      missed *= 1 - met;
      missedSpecific *= 1 - met * specific;
      expected += met * specific;
    }
    return { met: 1 - missed, specific: 1 - missedSpecific };
  });
  const specific = facets.map((facet) => facet.specific).toSorted((a, b) => b - a);
  const enough = specific[Math.min(criterion.facetsToAnswer, specific.length) - 1] ?? 0;
  const any = Math.max(0, ...facets.map(({ met }) => met));
  return [logOdds(enough), logOdds(any), Math.log1p(expected), Number(isNamed)];
}

/** Log odds: about even. */
const AS_GOOD_AS_ENOUGH = -0.4;

function logOdds(value: number): number {
  return Math.log((value + SMALLEST) / (1 + SMALLEST - value));
}

/**
 * The level that the sums speak for: the expectation of an ordinal regression, rounded.
 * @param criterion its id; one that the model was not trained on has no leaning of its own
 * @param sums as `levelSums` made them
 * @param levels the weights
 */
export function levelOf(
  criterion: string,
  sums: readonly number[],
  levels: LevelWeights,
): 'absent' | 'partial' | 'answered' {
  const [enough = 0, , , named = 0] = sums;
  // Under its own heading, a short answer that meets enough facets is an answer.
  if (named > 0 && enough > AS_GOOD_AS_ENOUGH) return 'answered';
  const [leaning, ownStep] = levels.criteria[criterion] ?? [0, 0];
  const score = sums.reduce((sum, value, index) => sum + value * (levels.weights[index] ?? 0), 0);
  const overPartial = score + leaning - levels.partial;
  const overAnswered = overPartial - Math.max(0, levels.step + ownStep);
  const expected = probability(overPartial) + probability(overAnswered);
  if (expected > 1.5) return 'answered';
  return expected > 0.5 ? 'partial' : 'absent';
}
