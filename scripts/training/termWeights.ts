import type { TermWeightsData } from '../../server/src/core/recognition/recognitionModel.ts';
import type { LabelledBlock } from './trainingData.ts';

/** A word counts like this many further sightings of an average word of its facet. */
const PRIOR_SIGHTINGS = 3;
/** A word seen less often has no weight of its own: it would say more of a document than of the word. */
const FEWEST_SIGHTINGS = 8;
/** Log odds closer than this to the average word's need no entry of their own, in tenths. */
const LEAST_DIFFERENCE = 5;

interface Count {
  met: number;
  all: number;
}

interface FacetCounts {
  readonly anywhere: Map<string, Count>;
  readonly ordinary: Map<string, Count>;
  readonly anyAnywhere: Count;
  readonly anyOrdinary: Count;
}

/**
 * How often each word of a facet was right about it, as log odds: in a block with the word, is the
 * facet met? Words seen seldom are drawn towards the average word of their facet.
 * @param blocks to count in
 * @param facets their keys
 * @returns by facet, in tenths
 */
export function termWeights(
  blocks: Iterable<LabelledBlock>,
  facets: readonly string[],
): { readonly [facet: string]: TermWeightsData } {
  const counts = new Map(facets.map((facet) => [facet, noCounts()]));
  for (const block of blocks) {
    for (const [facet, { anywhere, ordinary }] of block.facts.terms) {
      const of = counts.get(facet);
      if (of === undefined) continue;
      const met = block.facets.has(facet);
      for (const word of anywhere) count(of.anywhere, of.anyAnywhere, word, met);
      for (const word of ordinary) count(of.ordinary, of.anyOrdinary, word, met);
    }
  }
  return Object.fromEntries([...counts].map(([facet, of]) => [facet, weightsOf(of)]));
}

function noCounts(): FacetCounts {
  const none = (): Count => ({ met: 0, all: 0 });
  return { anywhere: new Map(), ordinary: new Map(), anyAnywhere: none(), anyOrdinary: none() };
}

function count(words: Map<string, Count>, any: Count, word: string, met: boolean): void {
  const known = words.get(word) ?? { met: 0, all: 0 };
  words.set(word, { met: known.met + Number(met), all: known.all + 1 });
  any.met += Number(met);
  any.all += 1;
}

function weightsOf(counts: FacetCounts): TermWeightsData {
  const anyAnywhere = share(counts.anyAnywhere);
  const anyOrdinary = share(counts.anyOrdinary);
  return {
    anyAnywhere: inTenths(anyAnywhere),
    anyOrdinary: inTenths(anyOrdinary),
    anywhere: wordWeights(counts.anywhere, anyAnywhere),
    ordinary: wordWeights(counts.ordinary, anyOrdinary),
  };
}

function wordWeights(
  words: ReadonlyMap<string, Count>,
  any: number,
): { readonly [tenths: string]: readonly string[] } {
  const byWeight = new Map<number, string[]>();
  for (const [word, { met, all }] of [...words].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = inTenths((met + PRIOR_SIGHTINGS * any) / (all + PRIOR_SIGHTINGS));
    const tells = all >= FEWEST_SIGHTINGS && Math.abs(weight - inTenths(any)) >= LEAST_DIFFERENCE;
    if (tells) byWeight.set(weight, [...(byWeight.get(weight) ?? []), word]);
  }
  return Object.fromEntries([...byWeight].toSorted(([a], [b]) => a - b));
}

/** The share met, drawn towards one in three where little was seen. */
function share({ met, all }: Count): number {
  return (met + 1) / (all + 3);
}

function inTenths(share: number): number {
  return Math.round(10 * Math.log(share / (1 - share)));
}
