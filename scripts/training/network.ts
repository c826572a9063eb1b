import { criterionOf, RELATIONS } from '../../server/src/core/recognition/facetFeatures.ts';
import { probability } from '../../server/src/core/recognition/facetProbabilities.ts';
import { AdamWeights } from './adamWeights.ts';
import { seededNormal, seededRandom, shuffled } from './seededRandom.ts';
import type { SparseFeatures, TrainingSet } from './trainingSet.ts';

/** Units of a network's hidden layer; 48 and 64 were no better on held-out documents. */
const HIDDEN_UNITS = 32;
/** Networks from different random beginnings err differently; their mean errs less. */
const SEEDS = [7, 8, 9];
const EPOCHS = 20;
const BATCH = 128;
const FIRST_RATE = 3e-3;
const LAST_RATE = 1e-4;
const DROPOUT = 0.3;
const DECAY = 1e-4;
const DIRECT_DECAY = 3e-4;
/** Facets are rare: the network begins by doubting. */
const FIRST_BIAS = -3;

/** What was learned: weights row by row, one row a feature (or hidden unit), one column an output. */
export interface Network {
  readonly hidden: Float64Array;
  readonly hiddenBias: Float64Array;
  readonly output: Float64Array;
  readonly outputBias: Float64Array;
  readonly direct: Float64Array;
  /** Facets, criteria (they help to learn, and are dropped), and "specific and ours". */
  readonly outputs: number;
}

/**
 * Learns what the relations alone do not tell: small networks with one hidden layer and direct
 * connections, on top of the shared weights (Adam, dropout, fixed seeds).
 * @param set blocks with features, relations and targets
 * @param shared as `sharedWeights` made them
 * @returns one network whose outputs are the mean of theirs
 */
export function trainNetwork(set: TrainingSet, shared: readonly number[]): Network {
  const outputs = set.facets.length + set.criteria.length + 1;
  const offsets = offsetsOf(set, shared, outputs);
  const targets = targetsOf(set, outputs);
  const trained = SEEDS.map((seed) => trainOne(set, { offsets, targets, outputs }, seed));
  return {
    hidden: sideBySide(
      trained.map(({ hidden }) => hidden),
      HIDDEN_UNITS,
    ),
    hiddenBias: sideBySide(
      trained.map(({ hiddenBias }) => hiddenBias),
      HIDDEN_UNITS,
    ),
    output: Float64Array.from(
      trained.flatMap(({ output }) => Array.from(output, (weight) => weight / trained.length)),
    ),
    outputBias: meanOf(trained.map(({ outputBias }) => outputBias)),
    direct: meanOf(trained.map(({ direct }) => direct)),
    outputs,
  };
}

/** Rows of several matrices of the same width behind each other, row by row. */
function sideBySide(matrices: readonly Float64Array[], columns: number): Float64Array {
  const rows = (matrices[0]?.length ?? 0) / columns;
  const joined = new Float64Array(rows * columns * matrices.length);
  for (let row = 0; row < rows; row++) {
    for (const [index, matrix] of matrices.entries()) {
      const part = matrix.subarray(row * columns, (row + 1) * columns);
      joined.set(part, (row * matrices.length + index) * columns);
    }
  }
  return joined;
}

function meanOf(lists: readonly Float64Array[]): Float64Array {
  return Float64Array.from(lists[0] ?? [], (_, index) => {
    const sum = lists.reduce((total, list) => total + (list[index] ?? 0), 0);
    return sum / lists.length;
  });
}

/** What all networks learn from. */
type Lessons = Pick<Lesson, 'offsets' | 'targets' | 'outputs'>;

function trainOne(set: TrainingSet, lessons: Lessons, seed: number): Omit<Network, 'outputs'> {
  const { outputs } = lessons;
  const random = seededRandom(seed);
  const normal = (scale: number) => () => scale * seededNormal(random);
  const network = {
    hidden: new AdamWeights(set.features.length * HIDDEN_UNITS, normal(1 / Math.sqrt(20)), DECAY),
    hiddenBias: new AdamWeights(HIDDEN_UNITS, () => 0, 0),
    output: new AdamWeights(HIDDEN_UNITS * outputs, normal(0.1), DECAY),
    outputBias: new AdamWeights(outputs, () => FIRST_BIAS, 0),
    direct: new AdamWeights(set.features.length * outputs, () => 0, DIRECT_DECAY),
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = FIRST_RATE * (1 - epoch / EPOCHS) + LAST_RATE;
    const order = shuffled(set.blocks.length, random);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.subarray(start, start + BATCH);
      for (const block of batch) {
        learn(network, set, block, { ...lessons, random, share: 1 / batch.length });
      }
      for (const weights of Object.values(network)) weights.step(rate);
    }
  }
  return {
    hidden: network.hidden.values,
    hiddenBias: network.hiddenBias.values,
    output: network.output.values,
    outputBias: network.outputBias.values,
    direct: network.direct.values,
  };
}

interface Layers {
  readonly hidden: AdamWeights;
  readonly hiddenBias: AdamWeights;
  readonly output: AdamWeights;
  readonly outputBias: AdamWeights;
  readonly direct: AdamWeights;
}

interface Lesson {
  readonly offsets: Float32Array;
  /** NaN where nobody said. */
  readonly targets: Float32Array;
  readonly outputs: number;
  readonly random: () => number;
  /** Of this block in its batch. */
  readonly share: number;
}

function learn(layers: Layers, set: TrainingSet, block: number, lesson: Lesson): void {
  const features = set.sparse[block];
  if (features === undefined) return;
  const { outputs, random } = lesson;
  const hidden = Float64Array.from(layers.hiddenBias.values);
  addRows(hidden, layers.hidden.values, features.rows, features.values);
  const kept = hidden.map((value) => (random() > DROPOUT ? Math.max(0, value) / (1 - DROPOUT) : 0));
  const error = errorOf(layers, features, kept, block, lesson);
  const back = new Float64Array(HIDDEN_UNITS);
  const { values: output, gradient: outputGradient } = layers.output;
  for (let unit = 0; unit < HIDDEN_UNITS; unit++) {
    const value = kept[unit] ?? 0;
    if (value === 0) continue;
    const start = unit * outputs;
    let sum = 0;
    for (let column = 0; column < outputs; column++) {
      const wrong = error[column] ?? 0;
      sum += wrong * (output[start + column] ?? 0);
      outputGradient[start + column] = (outputGradient[start + column] ?? 0) + wrong * value;
    }
    back[unit] = sum / (1 - DROPOUT);
  }
  addTo(layers.hiddenBias.gradient, 0, back, 1);
  addTo(layers.outputBias.gradient, 0, error, 1);
  for (let index = 0; index < features.rows.length; index++) {
    const row = features.rows[index] ?? 0;
    const value = features.values[index] ?? 0;
    addTo(layers.hidden.gradient, row * HIDDEN_UNITS, back, value);
    addTo(layers.direct.gradient, row * outputs, error, value);
  }
}

/** Adds a vector, times a factor, to a part of a matrix. */
function addTo(matrix: Float64Array, start: number, vector: Float64Array, factor: number): void {
  for (let index = 0; index < vector.length; index++) {
    matrix[start + index] = (matrix[start + index] ?? 0) + factor * (vector[index] ?? 0);
  }
}

/** Adds rows of a matrix, each times its factor, to a vector. */
function addRows(
  sum: Float64Array,
  matrix: Float64Array,
  rows: Int32Array,
  factors: Float64Array,
): void {
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] ?? 0) * sum.length;
    const factor = factors[index] ?? 0;
    for (let column = 0; column < sum.length; column++) {
      sum[column] = (sum[column] ?? 0) + factor * (matrix[start + column] ?? 0);
    }
  }
}

/** By output: the probability given less the one wanted, times the block's share in its batch. */
function errorOf(
  layers: Layers,
  features: SparseFeatures,
  hidden: Float64Array,
  block: number,
  { offsets, targets, outputs, share }: Lesson,
): Float64Array {
  const logits = Float64Array.from(layers.outputBias.values);
  addRows(logits, layers.direct.values, features.rows, features.values);
  const output = layers.output.values;
  for (let unit = 0; unit < hidden.length; unit++) {
    const value = hidden[unit] ?? 0;
    if (value === 0) continue;
    for (let column = 0; column < outputs; column++) {
      logits[column] = (logits[column] ?? 0) + value * (output[unit * outputs + column] ?? 0);
    }
  }
  return logits.map((logit, output) => {
    const target = targets[block * outputs + output] ?? Number.NaN;
    if (Number.isNaN(target)) return 0;
    return share * (probability(logit + (offsets[block * outputs + output] ?? 0)) - target);
  });
}

/** What the shared weights say of each output before the network adds to it. */
function offsetsOf(
  { blocks, facets, criteria, relations }: TrainingSet,
  shared: readonly number[],
  outputs: number,
): Float32Array {
  const offsets = new Float32Array(blocks.length * outputs);
  const criterionIndex = facets.map(({ criterion }) => criteria.indexOf(criterion));
  for (let block = 0; block < blocks.length; block++) {
    const row = offsets.subarray(block * outputs, (block + 1) * outputs);
    row.fill(Number.NEGATIVE_INFINITY, facets.length, outputs - 1);
    for (let facet = 0; facet < facets.length; facet++) {
      const start = (block * facets.length + facet) * RELATIONS.length;
      let logit = shared.at(-1) ?? 0;
      for (let index = 0; index < RELATIONS.length; index++) {
        logit += (relations[start + index] ?? 0) * (shared[index] ?? 0);
      }
      row[facet] = logit;
      const at = facets.length + (criterionIndex[facet] ?? 0);
      row[at] = Math.max(row[at] ?? Number.NEGATIVE_INFINITY, logit);
    }
  }
  return offsets;
}

function targetsOf({ blocks, facets, criteria }: TrainingSet, outputs: number): Float32Array {
  const targets = new Float32Array(blocks.length * outputs);
  for (const [index, { facets: met, specific }] of blocks.entries()) {
    const touched = new Set([...met].map(criterionOf));
    const row = [
      ...facets.map(({ key }) => Number(met.has(key))),
      ...criteria.map((criterion) => Number(touched.has(criterion))),
      specific === undefined ? Number.NaN : Number(specific),
    ];
    targets.set(row, index * outputs);
  }
  return targets;
}
