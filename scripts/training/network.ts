import { criterionOf, RELATIONS } from '../../server/src/core/recognition/facetFeatures.ts';
import { probability } from '../../server/src/core/recognition/facetProbabilities.ts';
import { AdamWeights } from './adamWeights.ts';
import { seededNormal, seededRandom, shuffled } from './seededRandom.ts';
import type { SparseFeatures, TrainingSet } from './trainingSet.ts';

/** Units of the hidden layer; 48 and 64 were no better on held-out documents. */
export const HIDDEN_UNITS = 32;
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
 * Learns what the relations alone do not tell: a small network with one hidden layer and direct
 * connections, on top of the shared weights (Adam, dropout, fixed seed).
 * @param set blocks with features, relations and targets
 * @param shared as `sharedWeights` made them
 */
export function trainNetwork(set: TrainingSet, shared: readonly number[]): Network {
  const outputs = set.facets.length + set.criteria.length + 1;
  const random = seededRandom(7);
  const normal = (scale: number) => () => scale * seededNormal(random);
  const network = {
    hidden: new AdamWeights(set.features.length * HIDDEN_UNITS, normal(1 / Math.sqrt(20)), DECAY),
    hiddenBias: new AdamWeights(HIDDEN_UNITS, () => 0, 0),
    output: new AdamWeights(HIDDEN_UNITS * outputs, normal(0.1), DECAY),
    outputBias: new AdamWeights(outputs, () => FIRST_BIAS, 0),
    direct: new AdamWeights(set.features.length * outputs, () => 0, DIRECT_DECAY),
  };
  const offsets = offsetsOf(set, shared, outputs);
  const targets = targetsOf(set, outputs);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = FIRST_RATE * (1 - epoch / EPOCHS) + LAST_RATE;
    const order = shuffled(set.blocks.length, random);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.subarray(start, start + BATCH);
      for (const block of batch) {
        learn(network, set, block, { offsets, targets, outputs, random, share: 1 / batch.length });
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
    outputs,
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
  forEachFeature(features, (row, value) => {
    for (let unit = 0; unit < HIDDEN_UNITS; unit++) {
      hidden[unit] =
        (hidden[unit] ?? 0) + value * (layers.hidden.values[row * HIDDEN_UNITS + unit] ?? 0);
    }
  });
  const kept = hidden.map((value) => (random() > DROPOUT ? Math.max(0, value) / (1 - DROPOUT) : 0));
  const error = errorOf(layers, features, kept, block, lesson);
  const back = new Float64Array(HIDDEN_UNITS);
  for (const [unit, value] of kept.entries()) {
    if (value === 0) continue;
    let sum = 0;
    for (let output = 0; output < outputs; output++) {
      const at = unit * outputs + output;
      const wrong = error[output] ?? 0;
      sum += wrong * (layers.output.values[at] ?? 0);
      layers.output.add(at, wrong * value);
    }
    back[unit] = sum / (1 - DROPOUT);
    layers.hiddenBias.add(unit, back[unit] ?? 0);
  }
  for (const [output, wrong] of error.entries()) layers.outputBias.add(output, wrong);
  forEachFeature(features, (row, value) => {
    for (const [unit, wrong] of back.entries()) {
      layers.hidden.add(row * HIDDEN_UNITS + unit, wrong * value);
    }
    for (const [output, wrong] of error.entries()) {
      layers.direct.add(row * outputs + output, wrong * value);
    }
  });
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
  forEachFeature(features, (row, value) => {
    for (let output = 0; output < outputs; output++) {
      logits[output] =
        (logits[output] ?? 0) + value * (layers.direct.values[row * outputs + output] ?? 0);
    }
  });
  for (const [unit, value] of hidden.entries()) {
    if (value === 0) continue;
    for (let output = 0; output < outputs; output++) {
      logits[output] =
        (logits[output] ?? 0) + value * (layers.output.values[unit * outputs + output] ?? 0);
    }
  }
  return logits.map((logit, output) => {
    const target = targets[block * outputs + output] ?? Number.NaN;
    if (Number.isNaN(target)) return 0;
    return share * (probability(logit + (offsets[block * outputs + output] ?? 0)) - target);
  });
}

function forEachFeature(
  { rows, values }: SparseFeatures,
  use: (row: number, value: number) => void,
): void {
  for (let index = 0; index < rows.length; index++) use(rows[index] ?? 0, values[index] ?? 0);
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
