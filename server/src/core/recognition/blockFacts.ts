import { BlockMemo } from '../analysis/blockMemo.ts';
import type { BlockReading, SentenceReading } from '../analysis/blockReading.ts';
import { signalsOf } from '../analysis/blockReading.ts';
import { type BlockShape, blockShapes, SHAPES } from '../analysis/blockShapes.ts';
import type { Eligibility } from '../analysis/eligibleText.ts';
import { type HeadingReading, readHeading, tellsOfSoftware } from '../analysis/headingReading.ts';
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
  | 'own-heading'
  | 'software-near';

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

/** Facts of a document's blocks, each worked out when it is asked for. By block index. */
export interface DocumentFacts {
  readonly of: (block: number) => BlockFacts;
  /** Stands for all that a block's facts depend on beside the block itself: a number to compare. */
  readonly given: (block: number) => number;
  /** Criteria that some of the blocks stand under. */
  readonly named: (counts: (block: number) => boolean) => ReadonlySet<string>;
}

/**
 * The facts of all blocks. A block's facts depend on its own section and the headings above it, on
 * nothing else of the document but whether it lists questions with answers.
 * @param document to read
 * @param readings of its blocks
 * @param eligibility of its blocks
 * @param sections what its headings say
 * @param vocabulary of the pack
 */
export function documentFacts(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  eligibility: readonly Eligibility[],
  sections: SectionCriteria,
  vocabulary: PackVocabulary,
): DocumentFacts {
  const { blocks } = document;
  const shapes = blockShapes(document);
  const words = wordsOf(document, readings, eligibility, vocabulary);
  const surroundings = sectionSurroundings(document, words, sections, vocabulary);
  const around = (block: number) => surroundings[blocks[block]?.section ?? 0] ?? NOWHERE;
  return {
    given: (block) => around(block).id * SHAPES + (shapes[block]?.index ?? 0),
    named: (counts) => {
      const named = new Set<string>();
      let last: ReadonlySet<string> = NOWHERE.inherited;
      for (let block = 0; block < blocks.length; block++) {
        if (!counts(block)) continue;
        const { inherited } = around(block);
        const { labelled } = words[block] ?? NO_FACTS;
        if (inherited !== last) for (const criterion of inherited) named.add(criterion);
        if (labelled.size > 0) for (const criterion of labelled) named.add(criterion);
        last = inherited;
      }
      return named;
    },
    of: (index) => {
      const block = blocks[index];
      const own = words[index];
      if (block === undefined || own === undefined) return NO_FACTS;
      const { inherited, headingFacets, telling, hasOwnHeading, isOnSoftware } = around(index);
      const sentences = countedSentences(readings[index], eligibility[index]);
      return {
        terms: own.terms,
        context: new Set([...inherited, ...own.labelled]),
        labelled: own.labelled,
        parts: partsOf(sentences),
        headingFacets,
        sectionFacets: new Set(
          [...telling]
            .filter(([facet, count]) => count > (own.terms.get(facet)?.anywhere.size ? 1 : 0))
            .map(([facet]) => facet),
        ),
        signals: signalsOf(sentences),
        marks: marksOf(
          block,
          sentences,
          shapes[index],
          eligibility[index],
          hasOwnHeading,
          isOnSoftware,
        ),
      };
    },
  };
}

const NO_FACTS: BlockFacts = {
  terms: new Map(),
  context: new Set(),
  labelled: new Set(),
  parts: new Set(),
  headingFacets: new Set(),
  sectionFacets: new Set(),
  signals: new Set(),
  marks: new Set(),
};

/** What the vocabulary finds in a block, wherever that stands. */
interface BlockWords {
  readonly terms: ReadonlyMap<FacetKey, FacetTerms>;
  /** Facets that it has words for which tell by themselves. */
  readonly telling: readonly FacetKey[];
  /** Criteria that its label and columns name. */
  readonly labelled: ReadonlySet<string>;
  readonly isOnSoftware: boolean;
}

const memo = new BlockMemo<BlockWords>();

function wordsOf(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  eligibility: readonly Eligibility[],
  vocabulary: PackVocabulary,
): readonly BlockWords[] {
  return document.blocks.map((block, index) =>
    memo.of(document.origins[index], vocabulary, eligibility[index], undefined, () => {
      const counted = countedSentences(readings[index], eligibility[index]);
      const terms = termsOf(block, counted, vocabulary);
      const telling = [...terms].filter(([, { anywhere }]) => anywhere.size > 0);
      return {
        terms,
        telling: telling.map(([facet]) => facet),
        labelled: withOrigins(labelledCriteria(block, vocabulary), vocabulary),
        isOnSoftware: readings[index]?.sentences.some(({ hits }) => tellsOfSoftware(hits)) === true,
      };
    }),
  );
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

/** What a section lends to its blocks. */
interface Surroundings {
  /** Criteria that its heading and those above it name. */
  readonly inherited: ReadonlySet<string>;
  /** Facets that they have words for. */
  readonly headingFacets: ReadonlySet<FacetKey>;
  /** How many of its blocks have words for a facet that tell by themselves: one, or two for more. */
  readonly telling: ReadonlyMap<FacetKey, number>;
  readonly hasOwnHeading: boolean;
  /**
   * Whether it speaks of software at all: words such as "maintainer" and "regulator" mean other
   * things elsewhere.
   */
  readonly isOnSoftware: boolean;
  /** Tells it from all that lend anything else. */
  readonly id: number;
}

const NOWHERE: Surroundings = {
  inherited: new Set(),
  headingFacets: new Set(),
  telling: new Map(),
  hasOwnHeading: false,
  isOnSoftware: false,
  id: 0,
};

/** By section index. */
function sectionSurroundings(
  document: StrategyDocument,
  words: readonly BlockWords[],
  sections: SectionCriteria,
  vocabulary: PackVocabulary,
): readonly Surroundings[] {
  const blocksOf = blocksBySection(document, words);
  const surroundings: Surroundings[] = [];
  for (const { index, heading, parent } of document.sections) {
    const here = {
      reading: readHeading(heading?.text ?? '', vocabulary),
      above: parent === undefined ? NOWHERE : (surroundings[parent] ?? NOWHERE),
      own: sections.own[index] ?? NOWHERE.inherited,
      blocks: blocksOf[index] ?? [],
    };
    const before = lastWith.get(here.blocks[0] ?? here.reading);
    const isSame = before !== undefined && isSamePlace(before.here, here);
    const lent = isSame ? before.lent : surroundingsOf(here, vocabulary);
    if (!isSame) lastWith.set(here.blocks[0] ?? here.reading, { here, lent });
    surroundings.push(lent);
  }
  return surroundings;
}

/** All that the surroundings of a section's blocks follow from. */
interface SectionPlace {
  readonly reading: HeadingReading;
  readonly above: Surroundings;
  /** Criteria that count as named by the section's own heading. */
  readonly own: ReadonlySet<string>;
  readonly blocks: readonly BlockWords[];
}

/** What the section that begins with a block, or has a heading and no block, lent to its blocks last. */
const lastWith = new WeakMap<object, { here: SectionPlace; lent: Surroundings }>();

function isSamePlace(before: SectionPlace, here: SectionPlace): boolean {
  return (
    before.reading === here.reading &&
    before.above === here.above &&
    before.own === here.own &&
    before.blocks.length === here.blocks.length &&
    before.blocks.every((words, index) => words === here.blocks[index])
  );
}

function blocksBySection(
  { sections, blocks }: StrategyDocument,
  words: readonly BlockWords[],
): readonly (readonly BlockWords[])[] {
  const bySection: BlockWords[][] = sections.map(() => []);
  for (let index = 0; index < words.length; index++) {
    const own = words[index];
    if (own !== undefined) bySection[blocks[index]?.section ?? 0]?.push(own);
  }
  return bySection;
}

function surroundingsOf(
  { reading, above, own, blocks }: SectionPlace,
  vocabulary: PackVocabulary,
): Surroundings {
  const telling = new Map<FacetKey, number>();
  for (const facet of blocks.flatMap((words) => words.telling)) {
    telling.set(facet, Math.min(2, (telling.get(facet) ?? 0) + 1));
  }
  const lent = {
    inherited: withOrigins(new Set([...own, ...above.inherited]), vocabulary),
    headingFacets: new Set([...above.headingFacets, ...reading.facets]),
    telling,
    hasOwnHeading: own.size > 0,
    isOnSoftware: reading.isOnSoftware || blocks.some((words) => words.isOnSoftware),
  };
  return { ...lent, id: idOf(lent) };
}

/** Ids by what is lent: sections that lend the same are the same to their blocks. */
let ids = new Map<string, number>();
let lastId = 0;
const MOST_IDS = 20_000;

function idOf(lent: Omit<Surroundings, 'id'>): number {
  const key = [
    [...lent.inherited].join(),
    [...lent.headingFacets].join(),
    // The order in which the words come tells nothing.
    Array.from(lent.telling, ([facet, count]) => `${facet}${count}`)
      .sort()
      .join(),
    String(lent.hasOwnHeading),
    String(lent.isOnSoftware),
  ].join('\n');
  const known = ids.get(key);
  if (known !== undefined) return known;
  if (ids.size >= MOST_IDS) ids = new Map();
  lastId++;
  ids.set(key, lastId);
  return lastId;
}

function marksOf(
  block: Block,
  sentences: readonly SentenceReading[],
  shape: BlockShape | undefined,
  text: Eligibility | undefined,
  hasOwnHeading: boolean,
  isNearSoftware: boolean,
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
    ['software-near', isNearSoftware],
  ];
  return new Set(marks.flatMap(([mark, holds]) => (holds ? [mark] : [])));
}
