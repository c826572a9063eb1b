import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { type BlockFacts, blockFacts } from '../recognition/blockFacts.ts';
import { type AskedFacet, askedFacets } from '../recognition/facetFeatures.ts';
import { carryingWords, facetProbabilities } from '../recognition/facetProbabilities.ts';
import { type RecognitionModel, recognitionModel } from '../recognition/recognitionModel.ts';
import type { BlockReading } from './blockReading.ts';
import { type Eligibility, eligibleText } from './eligibleText.ts';
import { CLEAR_SIGHT, type FacetSighting } from './facetSighting.ts';
import { packVocabulary } from './packVocabulary.ts';
import { type PartTest, partsOfSplits } from './partsOfSplits.ts';
import type { SectionCriteria } from './sectionCriteria.ts';
import { speaksInGeneral } from './voice.ts';

/** What was seen in a document, and why the rest was passed over. */
export interface Recognition {
  readonly sightings: readonly FacetSighting[];
  /** Criteria that a heading, a label or a column names, with something that counts below or beside it. */
  readonly named: ReadonlySet<string>;
  /** By block index. */
  readonly eligibility: readonly Eligibility[];
}

/** Less probable is not seen at all. */
const FAINTEST_SIGHT = 0.02;

/**
 * Recognises facets: the pack's vocabulary finds the words, the model weighs them together with where
 * they stand.
 * @param document to read
 * @param readings of its blocks
 * @param sections what its headings say
 * @param pack with vocabulary and model
 */
export function recogniseFacets(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  sections: SectionCriteria,
  pack: Pack,
): Recognition {
  const eligibility = readings.map((reading) => eligibleText(reading, pack));
  const facts = blockFacts(document, readings, eligibility, sections, packVocabulary(pack));
  const model = recognitionModel(pack.model);
  const facets = facetsOf(pack);
  const parts = partsOfSplits(pack);
  // A guide for any organisation says nothing specific about one.
  const trust = speaksInGeneral(readings) ? 0 : 1;
  const sightings = facts.flatMap((block, index) =>
    sightingsInBlock(block, index, eligibility[index], facets, parts, model, trust),
  );
  const counted = facts.filter((_, index) => eligibility[index]?.eligible === true);
  const named = new Set(counted.flatMap(({ context }) => [...context]));
  return { sightings, named, eligibility };
}

const facetsByPack = new WeakMap<Pack, readonly AskedFacet[]>();

function facetsOf(pack: Pack): readonly AskedFacet[] {
  let facets = facetsByPack.get(pack);
  if (facets === undefined) {
    facets = askedFacets(pack);
    facetsByPack.set(pack, facets);
  }
  return facets;
}

function sightingsInBlock(
  facts: BlockFacts,
  block: number,
  text: Eligibility | undefined,
  asked: readonly AskedFacet[],
  parts: ReadonlyMap<string, PartTest>,
  model: RecognitionModel,
  trust: number,
): FacetSighting[] {
  const counts = countedFacets(text);
  if (counts === undefined) return [];
  const { facets, specific, hidden } = facetProbabilities(facts, asked, model);
  return asked.flatMap((facet, index): FacetSighting[] => {
    const probability = facets[index] ?? 0;
    if (probability < FAINTEST_SIGHT || !counts(facet)) return [];
    const { id, criterion, key } = facet;
    if (parts.get(criterion)?.(facts) === false) return [];
    const words = probability < CLEAR_SIGHT ? [] : carryingWords(facts, key, hidden, model);
    return [{ criterion, facet: id, block, probability, specific: specific * trust, words }];
  });
}

/** A question is no answer to anything but the wish for questions and answers. */
function countedFacets(
  text: Eligibility | undefined,
): ((facet: AskedFacet) => boolean) | undefined {
  if (text?.eligible) return () => true;
  if (text?.because === 'question') return ({ shapes }) => shapes.includes('question');
  return undefined;
}
