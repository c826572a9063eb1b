import { probability } from '../../server/src/core/recognition/facetProbabilities.ts';
import type { LevelWeights } from '../../server/src/core/recognition/recognitionModel.ts';
import { AdamWeights } from './adamWeights.ts';

/** One verdict of a reader beside the sums that the model made. */
export interface Verdict {
  readonly criterion: string;
  readonly sums: readonly number[];
  /** 0 absent, 1 partial, 2 answered. */
  readonly level: number;
  /** How much it counts. */
  readonly weight: number;
}

const STEPS = 1500;
const RATE = 0.02;
const RIDGE = 3;

/**
 * Ordinal regression of a reader's levels on the sums: weights that are never negative, two
 * thresholds, and for each criterion how readily it is seen and how far "answered" is from "partial".
 * @param verdicts to learn from
 * @param criteria their ids
 */
export function levelWeights(
  verdicts: readonly Verdict[],
  criteria: readonly string[],
): LevelWeights {
  const sums = verdicts[0]?.sums.length ?? 0;
  const size = sums + 2 + 2 * criteria.length;
  const ids = new Map(criteria.map((criterion, index) => [criterion, index]));
  const weights = new AdamWeights(size, () => 0.5, 0);
  weights.values.fill(0, sums + 2);
  for (let step = 0; step < STEPS; step++) {
    penalise(weights, sums, verdicts.length);
    for (const { criterion, sums: values, level, weight } of verdicts) {
      const leaning = sums + 2 + (ids.get(criterion) ?? 0);
      const ownStep = leaning + criteria.length;
      const at = (index: number): number => weights.values[index] ?? 0;
      const score = values.reduce((sum, value, index) => sum + value * at(index), 0);
      const overPartial = score + at(leaning) - at(sums);
      const overAnswered = overPartial - at(sums + 1) - at(ownStep);
      const share = weight / verdicts.length;
      const low = share * (probability(overPartial) - Number(level >= 1));
      const high = share * (probability(overAnswered) - Number(level >= 2));
      for (const [index, value] of values.entries()) weights.add(index, (low + high) * value);
      weights.add(sums, -(low + high));
      weights.add(sums + 1, -high);
      weights.add(leaning, low + high);
      weights.add(ownStep, -high);
    }
    weights.step(RATE * (1 - step / STEPS) + RATE / 20);
    for (let index = 0; index < sums; index++) {
      weights.values[index] = Math.max(0, weights.values[index] ?? 0);
    }
  }
  const rounded = Array.from(weights.values, (weight) => Number(weight.toFixed(3)));
  return {
    weights: rounded.slice(0, sums),
    partial: rounded[sums] ?? 0,
    step: rounded[sums + 1] ?? 0,
    criteria: Object.fromEntries(
      criteria.map((criterion, index) => [
        criterion,
        [rounded[sums + 2 + index] ?? 0, rounded[sums + 2 + criteria.length + index] ?? 0],
      ]),
    ),
  };
}

/** Draws all but the thresholds towards 0: a criterion must earn a leaning of its own. */
function penalise(weights: AdamWeights, sums: number, verdicts: number): void {
  for (let index = 0; index < weights.values.length; index++) {
    const isThreshold = index === sums || index === sums + 1;
    if (!isThreshold) weights.add(index, (RIDGE * (weights.values[index] ?? 0)) / verdicts);
  }
}
