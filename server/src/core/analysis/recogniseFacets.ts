import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { type BlockFacts, documentFacts } from '../recognition/blockFacts.ts';
import { type AskedFacet, askedFacets } from '../recognition/facetFeatures.ts';
import { carryingWords, facetProbabilities } from '../recognition/facetProbabilities.ts';
import { type RecognitionModel, recognitionModel } from '../recognition/recognitionModel.ts';
import { BlockMemo } from './blockMemo.ts';
import type { BlockReading } from './blockReading.ts';
import { type Eligibility, eligibleTexts } from './eligibleText.ts';
import { CLEAR_SIGHT, type FacetSighting, type SeenInBlock } from './facetSighting.ts';
import { packVocabulary } from './packVocabulary.ts';
import { type PartTest, partsOfSplits } from './partsOfSplits.ts';
import type { SectionCriteria } from './sectionCriteria.ts';
import { speaksInGeneral } from './voice.ts';

/** What was seen in a document, and why the rest was passed over. */
export interface Recognition {
  /** By block index. */
  readonly seen: readonly SeenInBlock[];
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
  const eligibility = eligibleTexts(document, readings, pack);
  const facts = documentFacts(document, readings, eligibility, sections, packVocabulary(pack));
  const model = recognitionModel(pack.model);
  const facets = facetsOf(pack);
  const parts = partsOfSplits(pack);
  // A guide for any organisation says nothing specific about one.
  const trust = speaksInGeneral(readings) ? 0 : 1;
  const seen = document.blocks.map((_, index) => {
    const text = eligibility[index];
    return memo.of(document.origins[index], pack, text, 2 * facts.given(index) + trust, () =>
      seenInBlock(facts.of(index), text, facets, parts, model, trust),
    );
  });
  return {
    seen,
    named: facts.named((index) => eligibility[index]?.eligible === true),
    eligibility,
  };
}

const memo = new BlockMemo<SeenInBlock>();

const facetsByPack = new WeakMap<Pack, readonly AskedFacet[]>();

function facetsOf(pack: Pack): readonly AskedFacet[] {
  let facets = facetsByPack.get(pack);
  if (facets === undefined) {
    facets = askedFacets(pack);
    facetsByPack.set(pack, facets);
  }
  return facets;
}

const NOTHING_SEEN: SeenInBlock = new Map();

function seenInBlock(
  facts: BlockFacts,
  text: Eligibility | undefined,
  asked: readonly AskedFacet[],
  parts: ReadonlyMap<string, PartTest>,
  model: RecognitionModel,
  trust: number,
): SeenInBlock {
  const counts = countedFacets(text);
  if (counts === undefined) return NOTHING_SEEN;
  const { facets, specific, hidden } = facetProbabilities(facts, asked, model);
  const seen = new Map<string, FacetSighting[]>();
  for (const [index, facet] of asked.entries()) {
    const probability = facets[index] ?? 0;
    if (probability < FAINTEST_SIGHT || !counts(facet)) continue;
    const { id, criterion, key } = facet;
    if (parts.get(criterion)?.(facts) === false) continue;
    const words = probability < CLEAR_SIGHT ? [] : carryingWords(facts, key, hidden, model);
    const sighting = { facet: id, probability, specific: specific * trust, words };
    const known = seen.get(criterion);
    if (known === undefined) seen.set(criterion, [sighting]);
    else known.push(sighting);
  }
  return seen;
}

/** A question is no answer to anything but the wish for questions and answers. */
function countedFacets(
  text: Eligibility | undefined,
): ((facet: AskedFacet) => boolean) | undefined {
  if (text?.eligible) return () => true;
  if (text?.because === 'question') return ({ shapes }) => shapes.includes('question');
  return undefined;
}
