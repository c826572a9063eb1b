import type { AskedFacet } from '../../server/src/core/recognition/facetFeatures.ts';
import type {
  LevelWeights,
  MatrixData,
  RecognitionModelData,
} from '../../server/src/core/recognition/recognitionModel.ts';
import { type Network, trainNetwork } from './network.ts';
import { sharedWeights } from './sharedWeights.ts';
import { termWeights } from './termWeights.ts';
import type { LabelledBlock } from './trainingData.ts';
import { trainingSet } from './trainingSet.ts';

/** Levels of a model that was not fitted to any. */
const NO_LEVELS: LevelWeights = { weights: [], partial: 0, step: 0, criteria: {} };

/**
 * A model that has learned nothing, to compile a pack with before the first training.
 */
export const emptyModel: RecognitionModelData = {
  facets: [],
  features: [],
  shared: [0],
  terms: {},
  hidden: { columns: 0, scale: 0, data: '' },
  hiddenBias: [],
  output: { columns: 1, scale: 0, data: '' },
  direct: { columns: 1, scale: 0, data: '' },
  outputBias: [0],
  levels: NO_LEVELS,
};

/**
 * Learns to recognise facets; levels come later.
 * @param blocks to learn from
 * @param facets to recognise
 * @param foldOf the fold of a text, within which words are not counted for its own blocks
 */
export function trainModel(
  blocks: readonly LabelledBlock[],
  facets: readonly AskedFacet[],
  foldOf: (text: number) => number,
): RecognitionModelData {
  const keys = facets.map(({ key }) => key);
  const set = trainingSet(blocks, facets, foldOf);
  const shared = sharedWeights(set);
  const network = trainNetwork(set, shared);
  const kept = keptOutputs(facets.length, network.outputs);
  const bias = kept.map((output) => rounded(network.outputBias[output] ?? 0));
  return {
    facets: keys,
    features: set.features,
    shared,
    terms: termWeights(blocks, keys),
    hidden: packed(network.hidden, network.hiddenBias.length),
    hiddenBias: Array.from(network.hiddenBias, rounded),
    output: packed(columnsOf(network.output, network, kept), kept.length),
    direct: packed(columnsOf(network.direct, network, kept), kept.length),
    outputBias: bias,
    levels: NO_LEVELS,
  };
}

/** The criteria's outputs only helped to learn. */
function keptOutputs(facets: number, outputs: number): readonly number[] {
  return [...Array.from({ length: facets }, (_, index) => index), outputs - 1];
}

function columnsOf(
  values: Float64Array,
  { outputs }: Network,
  kept: readonly number[],
): Float64Array {
  const rows = values.length / outputs;
  return Float64Array.from({ length: rows * kept.length }, (_, index) => {
    const row = Math.floor(index / kept.length);
    return values[row * outputs + (kept[index % kept.length] ?? 0)] ?? 0;
  });
}

/** One signed byte a weight: the verdicts stay the same, the package stays small. */
function packed(values: Float64Array, columns: number): MatrixData {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = Number((largest / 127).toPrecision(6));
  const bytes = Int8Array.from(values, (value) => Math.round(value / (scale || 1)));
  return { columns, scale, data: Buffer.from(bytes.buffer).toString('base64') };
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
