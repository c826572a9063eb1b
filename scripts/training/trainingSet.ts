import {
  type AskedFacet,
  featureNames,
  featuresOf,
  RELATIONS,
  relationsTo,
} from '../../server/src/core/recognition/facetFeatures.ts';
import {
  type TermWeights,
  type TermWeightsData,
  unpackTerms,
} from '../../server/src/core/recognition/recognitionModel.ts';
import { termWeights } from './termWeights.ts';
import type { LabelledBlock } from './trainingData.ts';

/** Blocks as numbers, ready to learn from. */
export interface TrainingSet {
  readonly blocks: readonly LabelledBlock[];
  /** In the order of the network's outputs. */
  readonly facets: readonly AskedFacet[];
  readonly criteria: readonly string[];
  readonly features: readonly string[];
  /** By block: the features that are there. */
  readonly sparse: readonly SparseFeatures[];
  /** By block and facet, each `RELATIONS.length` numbers. */
  readonly relations: Float32Array;
  /** By block and facet: 1 where the block meets it. */
  readonly targets: Uint8Array;
}

export interface SparseFeatures {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/**
 * Blocks as numbers. What a word weighs in a block is counted in the other folds only: a word must
 * not look reliable because this very block has it.
 * @param blocks to learn from
 * @param facets in the order wanted
 * @param foldOf the fold of a text
 */
export function trainingSet(
  blocks: readonly LabelledBlock[],
  facets: readonly AskedFacet[],
  foldOf: (text: number) => number,
): TrainingSet {
  const keys = facets.map(({ key }) => key);
  const criteria = [...new Set(facets.map(({ criterion }) => criterion))];
  const features = featureNames(keys, criteria);
  const rowOf = new Map(features.map((name, row) => [name, row]));
  const folds = [...new Set(blocks.map(({ text }) => foldOf(text)))];
  const weightsWithout = new Map(
    folds.map((fold) => {
      const others = blocks.filter(({ text }) => foldOf(text) !== fold);
      return [fold, unpacked(termWeights(others, keys))];
    }),
  );
  return {
    blocks,
    facets,
    criteria,
    features,
    sparse: blocks.map((block) => sparseFeatures(block, rowOf)),
    relations: relationsOf(blocks, facets, ({ text }) => weightsWithout.get(foldOf(text))),
    targets: Uint8Array.from(
      blocks.flatMap((block) => keys.map((key) => Number(block.facets.has(key)))),
    ),
  };
}

function unpacked(data: {
  readonly [facet: string]: TermWeightsData;
}): ReadonlyMap<string, TermWeights> {
  return new Map(Object.entries(data).map(([facet, weights]) => [facet, unpackTerms(weights)]));
}

function sparseFeatures(
  { facts }: LabelledBlock,
  rowOf: ReadonlyMap<string, number>,
): SparseFeatures {
  const known = [...featuresOf(facts)].flatMap(([name, value]) => {
    const row = rowOf.get(name);
    return row === undefined ? [] : [[row, value] as const];
  });
  return {
    rows: Int32Array.from(known, ([row]) => row),
    values: Float64Array.from(known, ([, value]) => value),
  };
}

function relationsOf(
  blocks: readonly LabelledBlock[],
  facets: readonly AskedFacet[],
  weightsFor: (block: LabelledBlock) => ReadonlyMap<string, TermWeights> | undefined,
): Float32Array {
  const relations = new Float32Array(blocks.length * facets.length * RELATIONS.length);
  let start = 0;
  for (const block of blocks) {
    const weights = weightsFor(block);
    for (const facet of facets) {
      relations.set(relationsTo(block.facts, facet, weights?.get(facet.key)), start);
      start += RELATIONS.length;
    }
  }
  return relations;
}
