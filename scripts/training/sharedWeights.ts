import { RELATIONS } from '../../server/src/core/recognition/facetFeatures.ts';
import { probability } from '../../server/src/core/recognition/facetProbabilities.ts';
import { seededRandom } from './seededRandom.ts';
import type { TrainingSet } from './trainingSet.ts';

/** Numbers a block and facet: the relations and a constant. */
const SIZE = RELATIONS.length + 1;
const NOTHING = RELATIONS.indexOf('nothing');
/** Blocks without a word for a facet are all alike: one in ten stands for ten. */
const SAMPLED = 0.1;
const RIDGE = 1;
const STEPS = 12;

interface Sample {
  /** Where its relations begin. */
  readonly start: number;
  readonly target: number;
  readonly weight: number;
}

/**
 * Logistic regression of "the block meets the facet" on how the block stands to the facet, over all
 * facets at once (Newton's method, ridge penalty).
 * @param set blocks with their relations
 * @returns a weight for each relation, and the constant
 */
export function sharedWeights(set: TrainingSet): readonly number[] {
  const samples = samplesOf(set);
  const weights = new Float64Array(SIZE);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = derivatives(samples, set.relations, weights);
    const change = solve(curvature, gradient);
    for (let index = 0; index < SIZE; index++) {
      weights[index] = (weights[index] ?? 0) - (change[index] ?? 0);
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(3)));
}

function samplesOf({ blocks, facets, relations, targets }: TrainingSet): readonly Sample[] {
  const random = seededRandom(1);
  const samples: Sample[] = [];
  for (let index = 0; index < blocks.length * facets.length; index++) {
    const start = index * RELATIONS.length;
    const target = targets[index] ?? 0;
    const isTelling = relations[start + NOTHING] === 0 || target > 0;
    if (isTelling) samples.push({ start, target, weight: 1 });
    else if (random() < SAMPLED) samples.push({ start, target, weight: 1 / SAMPLED });
  }
  return samples;
}

function derivatives(
  samples: readonly Sample[],
  relations: Float32Array,
  weights: Float64Array,
): { gradient: Float64Array; curvature: Float64Array[] } {
  const gradient = Float64Array.from(weights, (weight) => RIDGE * weight);
  const curvature = Array.from({ length: SIZE }, (_, row) =>
    Float64Array.from({ length: SIZE }, (_, column) => (row === column ? RIDGE : 0)),
  );
  const values = new Float64Array(SIZE);
  values[SIZE - 1] = 1;
  for (const { start, target, weight } of samples) {
    let logit = weights[SIZE - 1] ?? 0;
    for (let index = 0; index < SIZE - 1; index++) {
      values[index] = relations[start + index] ?? 0;
      logit += (values[index] ?? 0) * (weights[index] ?? 0);
    }
    const met = probability(logit);
    addSample(gradient, curvature, values, weight * (met - target), weight * met * (1 - met));
  }
  return { gradient, curvature };
}

function addSample(
  gradient: Float64Array,
  curvature: readonly Float64Array[],
  values: Float64Array,
  slope: number,
  bend: number,
): void {
  for (let row = 0; row < SIZE; row++) {
    const value = values[row] ?? 0;
    if (value === 0) continue;
    gradient[row] = (gradient[row] ?? 0) + slope * value;
    const line = curvature[row];
    if (line === undefined) continue;
    for (let column = 0; column < SIZE; column++) {
      line[column] = (line[column] ?? 0) + bend * value * (values[column] ?? 0);
    }
  }
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, index) => Float64Array.of(...row, right[index] ?? 0));
  for (const [pivot, row] of rows.entries()) {
    for (const other of rows.slice(pivot + 1)) {
      const factor = (other[pivot] ?? 0) / (row[pivot] ?? 1);
      for (let column = pivot; column <= SIZE; column++) {
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
      }
    }
  }
  const solution = new Float64Array(SIZE);
  for (let row = SIZE - 1; row >= 0; row--) {
    let rest = rows[row]?.[SIZE] ?? 0;
    for (let column = row + 1; column < SIZE; column++) {
      rest -= (rows[row]?.[column] ?? 0) * (solution[column] ?? 0);
    }
    solution[row] = rest / (rows[row]?.[row] ?? 1);
  }
  return solution;
}
