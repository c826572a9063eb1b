import type { SignalName } from '../analysis/packVocabulary.ts';
import type { FacetShape, Pack } from '../pack/pack.ts';
import type { BlockFacts, FacetKey, Mark } from './blockFacts.ts';
import type { TermWeights } from './recognitionModel.ts';

/** The signals that the network reads; the others tell languages and kinds of documents apart. */
export const READ_SIGNALS: readonly SignalName[] = [
  'generic',
  'organisation',
  'commitment',
  'negation',
  'hypothesis',
  'prompt',
  'placeholder',
  'time',
  'role',
  'subject',
  'software',
];

/** Every mark, in the order of the network's features. */
export const MARKS: readonly Mark[] = [
  'specific',
  'link',
  'table-row',
  'ordered',
  'question',
  'answer',
  'number',
  'ineligible',
  'among-questions',
  'list-item',
  'own-heading',
  'software-near',
];

/** A third hit of the same facet in a block tells no more. */
const MOST_HITS = 2;

/**
 * The names of all features of a framework, in the network's order.
 * @param facets their keys
 * @param criteria their ids
 */
export function featureNames(
  facets: readonly FacetKey[],
  criteria: readonly string[],
): readonly string[] {
  return [
    ...facets.map((facet) => `anywhere:${facet}`),
    ...facets.map((facet) => `ordinary:${facet}`),
    ...facets.map((facet) => `here:${facet}`),
    ...READ_SIGNALS.map((signal) => `signal:${signal}`),
    ...criteria.map((criterion) => `under:${criterion}`),
    ...MARKS.map((mark) => `mark:${mark}`),
  ];
}

/**
 * The features of a block that are there, by name, with their values. They name concepts, not words,
 * so that what is learned in one language holds in all.
 * @param facts of the block
 */
export function featuresOf(facts: BlockFacts): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const [facet, { anywhere, ordinary }] of facts.terms) {
    if (anywhere.size > 0) features.set(`anywhere:${facet}`, Math.min(MOST_HITS, anywhere.size));
    if (ordinary.size === 0) continue;
    features.set(`ordinary:${facet}`, Math.min(MOST_HITS, ordinary.size));
    if (facts.context.has(criterionOf(facet))) features.set(`here:${facet}`, 1);
  }
  for (const signal of facts.signals) features.set(`signal:${signal}`, 1);
  for (const criterion of facts.context) features.set(`under:${criterion}`, 1);
  for (const mark of facts.marks) features.set(`mark:${mark}`, 1);
  return features;
}

/** How a block stands to one facet: the same questions for every facet, a new pack's included. */
export const RELATIONS = [
  'anywhere',
  'anywhere-twice',
  'here',
  'here-twice',
  'elsewhere',
  'elsewhere-twice',
  'labelled',
  'under',
  'sibling-anywhere',
  'sibling-here',
  'specific',
  'under-and-specific',
  'section',
  'heading',
  'shaped',
  'nothing',
  'word-weight',
  'word-weight-here',
  'off-subject',
] as const;

/** A facet that is looked for. */
export interface AskedFacet {
  readonly id: string;
  /** By which vocabulary and model know it: a part's facets go by the criterion it was split off from. */
  readonly key: FacetKey;
  readonly criterion: string;
  readonly origin?: string;
  /** The other facets of its criterion. */
  readonly siblings: readonly FacetKey[];
  readonly shapes: readonly FacetShape[];
}

/**
 * The facets of a pack, in its order.
 * @param pack any
 */
export function askedFacets(pack: Pack): readonly AskedFacet[] {
  return pack.criteria.flatMap(({ id: criterion, origin, facets }) =>
    facets.map(({ id, shapes }) => ({
      id,
      key: `${origin ?? criterion}.${id}`,
      criterion,
      ...(origin === undefined ? {} : { origin }),
      siblings: facets
        .filter((other) => other.id !== id)
        .map((other) => `${origin ?? criterion}.${other.id}`),
      shapes: shapes ?? [],
    })),
  );
}

/**
 * How a block stands to a facet.
 * @param facts of the block
 * @param asked the facet
 * @param weights what the words of the facet weigh
 * @returns a number for each of `RELATIONS`
 */
export function relationsTo(
  facts: BlockFacts,
  asked: AskedFacet,
  weights: TermWeights | undefined,
): Float64Array {
  const { key: facet, siblings } = asked;
  const terms = facts.terms.get(facet);
  const anywhere = terms?.anywhere.size ?? 0;
  const ordinary = terms?.ordinary.size ?? 0;
  const isUnder = isAmong(facts.context, asked);
  const isSpecific = facts.marks.has('specific');
  const here = isUnder ? ordinary : 0;
  const elsewhere = isUnder ? 0 : ordinary;
  const weight = heaviestWord(facts, facet, weights);
  const hasSibling = (kind: 'anywhere' | 'ordinary'): boolean =>
    siblings.some((sibling) => (facts.terms.get(sibling)?.[kind].size ?? 0) > 0);
  return Float64Array.of(
    Number(anywhere > 0),
    Number(anywhere > 1),
    Number(here > 0),
    Number(here > 1),
    Number(elsewhere > 0),
    Number(elsewhere > 1),
    Number(isAmong(facts.labelled, asked)),
    Number(isUnder),
    Number(hasSibling('anywhere')),
    Number(isUnder && hasSibling('ordinary')),
    Number(isSpecific),
    Number(isUnder && isSpecific),
    Number(facts.sectionFacets.has(facet)),
    Number(facts.headingFacets.has(facet)),
    Number(hasShapeOf(facts, asked, isUnder)),
    Number(anywhere + ordinary === 0),
    weight,
    isUnder ? weight : 0,
    Number(!facts.marks.has('software-near')),
  );
}

/** A part is meant where its origin is, too: "Legal" is about each part of it. */
function isAmong(criteria: ReadonlySet<string>, { criterion, origin }: AskedFacet): boolean {
  return criteria.has(criterion) || (origin !== undefined && criteria.has(origin));
}

const MARK_OF_SHAPE: { readonly [shape in FacetShape]: Mark } = {
  question: 'question',
  answer: 'answer',
  step: 'ordered',
};

/** Structure that shows a facet: in its own section, or one of several questions with their answers. */
function hasShapeOf(facts: BlockFacts, { shapes }: AskedFacet, isUnder: boolean): boolean {
  const isQuestionAndAnswer = facts.marks.has('among-questions');
  return shapes.some(
    (shape) =>
      facts.marks.has(MARK_OF_SHAPE[shape]) &&
      (isUnder || (isQuestionAndAnswer && shape !== 'step')),
  );
}

/** What the most telling word of a facet in a block weighs, in log odds; 0 without any. */
function heaviestWord(
  facts: BlockFacts,
  facet: FacetKey,
  weights: TermWeights | undefined,
): number {
  const terms = facts.terms.get(facet);
  if (terms === undefined || weights === undefined) return 0;
  const all = [
    ...[...terms.anywhere].map((word) => weights.anywhere.get(word) ?? weights.anyAnywhere),
    ...[...terms.ordinary].map((word) => weights.ordinary.get(word) ?? weights.anyOrdinary),
  ];
  return Math.max(...all);
}

/**
 * The criterion of a facet.
 * @param facet its key
 */
export function criterionOf(facet: FacetKey): string {
  return facet.slice(0, facet.lastIndexOf('.'));
}
