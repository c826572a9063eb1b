import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { FacetShape, Pack } from '../pack/pack.ts';
import type { BlockReading, SentenceReading } from './blockReading.ts';
import { type BlockShape, blockShapes } from './blockShapes.ts';
import { type Eligibility, eligibleText } from './eligibleText.ts';
import type { FacetSighting } from './facetSighting.ts';
import { namedCriteria } from './namedCriteria.ts';
import { normaliseText } from './normaliseText.ts';
import { type BodyUse, type PackVocabulary, packVocabulary } from './packVocabulary.ts';
import type { SectionCriteria } from './sectionCriteria.ts';
import { isSpecific } from './specificity.ts';
import { speaksInGeneral } from './voice.ts';

/** What was seen in a document, and why the rest was passed over. */
export interface Recognition {
  readonly sightings: readonly FacetSighting[];
  /** By block index. */
  readonly eligibility: readonly Eligibility[];
}

/**
 * Recognises facets by the pack's vocabulary in the context of headings, labels and columns.
 * @param document to read
 * @param readings of its blocks
 * @param sections what its headings say
 * @param pack with the vocabulary
 */
export function recogniseFacets(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  sections: SectionCriteria,
  pack: Pack,
): Recognition {
  const vocabulary = packVocabulary(pack);
  const eligibility = readings.map((reading) => eligibleText(reading, pack));
  const shapes = blockShapes(document);
  const sightings = document.blocks.flatMap((block, index) => {
    const text = eligibility[index];
    const context = blockCriteria(block, sections, vocabulary);
    const shaped = shapeSightings(index, shapes[index], text, context, pack);
    if (text === undefined || !text.eligible) return shaped;
    return [...sightingsInBlock(block, index, text.sentences, context, vocabulary), ...shaped];
  });
  if (speaksInGeneral(readings)) {
    const general = sightings.map((sighting) => ({ ...sighting, specific: false }));
    return { sightings: general, eligibility };
  }
  return { sightings, eligibility };
}

/** Facets that structure shows: questions and answers, steps, under their own heading. */
function shapeSightings(
  index: number,
  shape: BlockShape | undefined,
  text: Eligibility | undefined,
  context: ReadonlySet<string>,
  pack: Pack,
): FacetSighting[] {
  // A question is no answer to anything but the wish for questions and answers.
  const isOwnQuestion = text?.eligible === false && text.because === 'question';
  if (shape === undefined || !(text?.eligible || isOwnQuestion)) return [];
  const { shapes, isQuestionAndAnswer } = shape;
  const tells = (facetShape: FacetShape, criterion: string): boolean =>
    shapes.has(facetShape) &&
    (context.has(criterion) ||
      (isQuestionAndAnswer && (facetShape === 'question' || facetShape === 'answer')));
  return pack.criteria.flatMap(({ id, facets }) =>
    facets
      .filter((facet) => facet.shapes?.some((facetShape) => tells(facetShape, id)))
      .map((facet) => ({
        criterion: id,
        facet: facet.id,
        block: index,
        specific: true,
        words: [],
      })),
  );
}

/** The criteria that a block stands under: its section's, its label's and its columns'. */
function blockCriteria(
  block: Block,
  sections: SectionCriteria,
  vocabulary: PackVocabulary,
): ReadonlySet<string> {
  const names = [block.label?.text ?? '', ...(block.columns ?? []), block.cells?.[0]?.text ?? ''];
  const named = names.flatMap((name) => [...namedCriteria(name, vocabulary)]);
  return new Set([...(sections.inherited[block.section] ?? []), ...named]);
}

function sightingsInBlock(
  block: Block,
  index: number,
  sentences: readonly SentenceReading[],
  context: ReadonlySet<string>,
  vocabulary: PackVocabulary,
): FacetSighting[] {
  const specific = isSpecific(sentences, block);
  const seen = new Map<string, { criterion: string; facet: string; words: Set<string> }>();
  const see = (use: BodyUse, word: string): void => {
    if (use.kind !== 'facet' || !(use.anywhere || context.has(use.criterion))) return;
    const key = `${use.criterion} ${use.facet}`;
    const { criterion, facet } = use;
    const known = seen.get(key) ?? { criterion, facet, words: new Set<string>() };
    seen.set(key, { ...known, words: known.words.add(word) });
  };
  for (const { letters, hits } of sentences) {
    for (const { use, start, end } of hits) see(use, letters.slice(start, end));
  }
  for (const column of filledColumns(block)) {
    const header = normaliseText(column);
    for (const { use } of vocabulary.body.match(header)) see(use, header);
  }
  return [...seen.values()].map(({ criterion, facet, words }) => ({
    criterion,
    facet,
    block: index,
    specific,
    words: [...words],
  }));
}

/** A filled cell answers what its column's header asks. */
function filledColumns(block: Block): readonly string[] {
  return (block.columns ?? []).filter((_, index) => (block.cells?.[index]?.text ?? '') !== '');
}
