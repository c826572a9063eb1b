import type { BlockReading, SentenceReading } from '../analysis/blockReading.ts';
import { signalsOf } from '../analysis/blockReading.ts';
import { type BlockShape, blockShapes } from '../analysis/blockShapes.ts';
import type { Eligibility } from '../analysis/eligibleText.ts';
import { namedCriteria } from '../analysis/namedCriteria.ts';
import { normaliseText } from '../analysis/normaliseText.ts';
import type { BodyUse, PackVocabulary, SignalName } from '../analysis/packVocabulary.ts';
import type { SectionCriteria } from '../analysis/sectionCriteria.ts';
import { isSpecific } from '../analysis/specificity.ts';
import type { Block, StrategyDocument } from '../document/strategyDocument.ts';

/** `criterion.facet`, such as `petal.legal.activities`. */
export type FacetKey = string;

/** The words of a block that the vocabulary has for one facet. */
export interface FacetTerms {
  /** Those that tell by themselves. */
  readonly anywhere: ReadonlySet<string>;
  /** Those that tell in the criterion's own section only. */
  readonly ordinary: ReadonlySet<string>;
}

/** What the form of a block tells, beside its words. */
export type Mark =
  | 'specific'
  | 'link'
  | 'table-row'
  | 'ordered'
  | 'question'
  | 'answer'
  | 'number'
  | 'ineligible'
  | 'among-questions'
  | 'list-item'
  | 'own-heading';

/** All that the recognition of facets reads in a block. */
export interface BlockFacts {
  readonly terms: ReadonlyMap<FacetKey, FacetTerms>;
  /** Criteria that it stands under: its headings', its label's, its columns'. */
  readonly context: ReadonlySet<string>;
  /** Those of its label and columns alone. */
  readonly labelled: ReadonlySet<string>;
  /** Parts of split criteria whose own words it has. */
  readonly parts: ReadonlySet<string>;
  /** Facets that a heading above it has words for. */
  readonly headingFacets: ReadonlySet<FacetKey>;
  /** Facets that other blocks of its section have telling words for. */
  readonly sectionFacets: ReadonlySet<FacetKey>;
  readonly signals: ReadonlySet<SignalName>;
  readonly marks: ReadonlySet<Mark>;
}

/**
 * The facts of every block. A block's facts depend on its own section and the headings above it, on
 * nothing else of the document but whether it lists questions with answers.
 * @param document to read
 * @param readings of its blocks
 * @param eligibility of its blocks
 * @param sections what its headings say
 * @param vocabulary of the pack
 * @returns by block index
 */
export function blockFacts(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  eligibility: readonly Eligibility[],
  sections: SectionCriteria,
  vocabulary: PackVocabulary,
): readonly BlockFacts[] {
  const shapes = blockShapes(document);
  const headings = headingFacets(document, vocabulary);
  const terms = document.blocks.map((block, index) =>
    termsOf(block, countedSentences(readings[index], eligibility[index]), vocabulary),
  );
  const telling = tellingBySection(document, terms);
  return document.blocks.map((block, index): BlockFacts => {
    const sentences = countedSentences(readings[index], eligibility[index]);
    const labelled = withOrigins(labelledCriteria(block, vocabulary), vocabulary);
    const own = terms[index] ?? new Map();
    const others = telling.get(block.section);
    const inherited = sections.inherited[block.section] ?? new Set();
    return {
      terms: own,
      context: withOrigins(new Set([...inherited, ...labelled]), vocabulary),
      labelled,
      parts: partsOf(sentences),
      headingFacets: headings[block.section] ?? new Set(),
      sectionFacets: new Set(
        [...(others ?? [])]
          .filter(([facet, count]) => count > (own.get(facet)?.anywhere.size ? 1 : 0))
          .map(([facet]) => facet),
      ),
      signals: signalsOf(sentences),
      marks: marksOf(
        block,
        sentences,
        shapes[index],
        eligibility[index],
        (sections.own[block.section]?.size ?? 0) > 0,
      ),
    };
  });
}

function countedSentences(
  reading: BlockReading | undefined,
  text: Eligibility | undefined,
): readonly SentenceReading[] {
  return text?.eligible ? text.sentences : (reading?.sentences ?? []);
}

function termsOf(
  block: Block,
  sentences: readonly SentenceReading[],
  vocabulary: PackVocabulary,
): Map<FacetKey, FacetTerms> {
  const terms = new Map<FacetKey, { anywhere: Set<string>; ordinary: Set<string> }>();
  const add = (use: BodyUse, word: string): void => {
    if (use.kind !== 'facet') return;
    const key = `${use.criterion}.${use.facet}`;
    const known = terms.get(key) ?? { anywhere: new Set(), ordinary: new Set() };
    (use.anywhere ? known.anywhere : known.ordinary).add(word);
    terms.set(key, known);
  };
  for (const { letters, hits } of sentences) {
    for (const { use, start, end } of hits) add(use, letters.slice(start, end));
  }
  for (const column of filledColumns(block)) {
    const header = normaliseText(column);
    for (const { use } of vocabulary.body.match(header)) add(use, header);
  }
  return terms;
}

/** A filled cell answers what its column's header asks. */
function filledColumns(block: Block): readonly string[] {
  return (block.columns ?? []).filter((_, index) => (block.cells?.[index]?.text ?? '') !== '');
}

function labelledCriteria(block: Block, vocabulary: PackVocabulary): ReadonlySet<string> {
  const names = [block.label?.text ?? '', ...(block.columns ?? []), block.cells?.[0]?.text ?? ''];
  return new Set(names.flatMap((name) => [...namedCriteria(name, vocabulary)]));
}

/** What stands under a part stands under the criterion that it was split off from. */
function withOrigins(
  criteria: ReadonlySet<string>,
  { origins }: PackVocabulary,
): ReadonlySet<string> {
  if (origins.size === 0) return criteria;
  return new Set([...criteria].flatMap((id) => [id, origins.get(id) ?? id]));
}

function partsOf(sentences: readonly SentenceReading[]): ReadonlySet<string> {
  return new Set(
    sentences.flatMap(({ hits }) =>
      hits.flatMap(({ use }) => (use.kind === 'part' ? [use.criterion] : [])),
    ),
  );
}

/** By section index: the facets that its heading and those above it have words for. */
function headingFacets(
  document: StrategyDocument,
  vocabulary: PackVocabulary,
): readonly ReadonlySet<FacetKey>[] {
  const facets: ReadonlySet<FacetKey>[] = [];
  for (const { heading, parent } of document.sections) {
    const above = parent === undefined ? undefined : facets[parent];
    const hits = vocabulary.body.match(normaliseText(heading?.text ?? ''));
    const own = hits.flatMap(({ use }) =>
      use.kind === 'facet' ? [`${use.criterion}.${use.facet}`] : [],
    );
    facets.push(new Set([...(above ?? []), ...own]));
  }
  return facets;
}

/** By section index: how many of its blocks have words for a facet that tell by themselves. */
function tellingBySection(
  document: StrategyDocument,
  terms: readonly ReadonlyMap<FacetKey, FacetTerms>[],
): ReadonlyMap<number, ReadonlyMap<FacetKey, number>> {
  const sections = new Map<number, Map<FacetKey, number>>();
  for (const [index, { section }] of document.blocks.entries()) {
    const counts = sections.get(section) ?? new Map<FacetKey, number>();
    for (const [facet, { anywhere }] of terms[index] ?? []) {
      if (anywhere.size > 0) counts.set(facet, (counts.get(facet) ?? 0) + 1);
    }
    sections.set(section, counts);
  }
  return sections;
}

function marksOf(
  block: Block,
  sentences: readonly SentenceReading[],
  shape: BlockShape | undefined,
  text: Eligibility | undefined,
  hasOwnHeading: boolean,
): ReadonlySet<Mark> {
  const eligible = text?.eligible === true;
  const marks: readonly (readonly [Mark, boolean])[] = [
    ['specific', eligible && isSpecific(sentences, block)],
    ['link', block.links.length > 0],
    ['table-row', block.cells !== undefined],
    ['ordered', block.kind === 'list-item' && block.ordered === true],
    ['question', shape?.shapes.has('question') === true],
    ['answer', shape?.shapes.has('answer') === true],
    ['number', /\p{Nd}/u.test(block.text)],
    ['ineligible', !eligible],
    ['among-questions', shape?.isQuestionAndAnswer === true],
    ['list-item', block.kind === 'list-item'],
    ['own-heading', hasOwnHeading],
  ];
  return new Set(marks.flatMap(([mark, holds]) => (holds ? [mark] : [])));
}
