import type { Criterion, Pack } from '../pack/pack.ts';
import { levelOf, levelSums } from '../recognition/levelModel.ts';
import type { CriterionResult, Evidence, EvidencePlace, Level } from '../report/coverageReport.ts';
import type { CoverageMemory } from './coverageMemory.ts';
import { type FacetSighting, isClear, type SeenInBlock } from './facetSighting.ts';
import type { Recognition } from './recogniseFacets.ts';
import type { SectionCriteria } from './sectionCriteria.ts';

/** A verdict before it is known where in the text its blocks stand. */
export interface Judgement {
  readonly level: 'absent' | 'partial' | 'answered';
  readonly facets: CriterionResult['facets'];
  readonly because: string;
  /** The strongest pieces, in document order; `block` is an index. */
  readonly evidence: readonly (Omit<Evidence, keyof EvidencePlace> & { readonly block: number })[];
}

/**
 * A result for every criterion of the pack, from the facets that were seen.
 * @param places where the blocks stand that they were seen in, by block index
 * @param recognition what was seen, and the criteria that are named
 * @param sections what the headings say
 * @param pack whose order the results follow
 * @param memory of the versions before of the same document
 */
export function judgeCoverage(
  places: readonly EvidencePlace[],
  { seen, named }: Pick<Recognition, 'seen' | 'named'>,
  sections: SectionCriteria,
  pack: Pack,
  memory: CoverageMemory,
): readonly CriterionResult[] {
  const judgements = memory.judge(seen, named, pack, judge);
  const sectionOf = new Map<string, number>();
  for (const [index, names] of sections.own.entries()) {
    for (const id of names) if (!sectionOf.has(id)) sectionOf.set(id, index);
  }
  return pack.criteria.map((criterion): CriterionResult => {
    const { id, kind } = criterion;
    const { level, facets, because, evidence } = judgements.get(id) ?? NOTHING_JUDGED;
    const section = sectionOf.get(id);
    return {
      id,
      kind,
      level,
      facets,
      because,
      evidence: evidence.flatMap(({ block, ...piece }) => {
        const place = places[block];
        return place === undefined ? [] : [{ ...placeOf(place), ...piece }];
      }),
      ...(section === undefined ? {} : { section }),
    };
  });
}

const NOTHING_JUDGED: Judgement = { level: 'absent', facets: [], because: '', evidence: [] };

function judge(
  criterion: Criterion,
  blocks: readonly SeenInBlock[],
  isNamed: boolean,
  pack: Pack,
): Judgement {
  const { id, origin } = criterion;
  const pieces = blocks.flatMap((seen, block) => {
    const sightings = seen.get(id);
    return sightings === undefined ? [] : [{ block, sightings }];
  });
  const seen = pieces.flatMap(({ sightings }) => sightings);
  const level = levelOf(origin ?? id, levelSums(criterion, seen, isNamed), pack.model.levels);
  const shown = level === 'absent' ? [] : tellingSightings(criterion, seen, level);
  const met = new Set(shown.map(({ facet }) => facet));
  return {
    level,
    facets: criterion.facets.map((facet) => ({ id: facet.id, met: met.has(facet.id) })),
    because: becauseOf(criterion, level, met.size),
    evidence: level === 'absent' ? [] : evidenceOf(pieces, new Set(shown)),
  };
}

/** What is clear, and at least what the level stands on. */
function tellingSightings(
  criterion: Criterion,
  seen: readonly FacetSighting[],
  level: 'partial' | 'answered',
): readonly FacetSighting[] {
  const needed = level === 'answered' ? criterion.facetsToAnswer : 1;
  const best = criterion.facets
    .flatMap(({ id }) => {
      const own = seen.filter(({ facet }) => facet === id);
      const [first, ...rest] = own;
      if (first === undefined) return [];
      return [rest.reduce((a, b) => (b.probability > a.probability ? b : a), first)];
    })
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, needed);
  return [...new Set([...best, ...seen.filter(isClear)])];
}

function becauseOf(criterion: Criterion, level: Level, met: number): string {
  const { facets, facetsToAnswer } = criterion;
  const asked = `${facetsToAnswer} of ${facets.length} facets`;
  if (level === 'absent') return 'Nothing in the document meets one of its facets.';
  if (level === 'answered') {
    return `Specific statements meet ${met} of ${facets.length} facets; ${asked} make an answer.`;
  }
  return met < facetsToAnswer
    ? `Meets ${met} of ${facets.length} facets; ${asked} make an answer.`
    : `Meets ${met} of ${facets.length} facets, but in passing or in general words: ${asked} met by statements with names, numbers, dates, roles or rules of this organisation make an answer.`;
}

/** More probable than not. */
const LIKELY = 0.5;
/** Evidence proves; past this it lists every mention. */
const MOST_EVIDENCE = 8;

/** What was seen of a criterion in one block. */
interface SeenPiece {
  readonly block: number;
  readonly sightings: readonly FacetSighting[];
}

/** One piece of evidence a block, its facets and words gathered: the strongest, in document order. */
function evidenceOf(
  pieces: readonly SeenPiece[],
  shown: ReadonlySet<FacetSighting>,
): Judgement['evidence'] {
  const ranked = pieces.map(({ block, sightings }): RankedPiece => {
    const told = sightings.filter((sighting) => shown.has(sighting));
    const facets = told.map(({ facet }) => facet);
    const specific = sightings.some((sighting) => sighting.specific >= LIKELY);
    const words = [...new Set(told.flatMap((sighting) => sighting.words))];
    return { strength: strengthOf(sightings), piece: { block, facets, specific, words } };
  });
  return strongest(ranked).toSorted((a, b) => a.block - b.block);
}

/** A block is a place, and more than that. */
function placeOf({ range, path, lines }: EvidencePlace): EvidencePlace {
  return path === undefined || lines === undefined ? { range } : { range, path, lines };
}

/** A piece much weaker than the strongest did not carry the level. */
const SHARE_OF_STRONGEST = 0.12;

interface RankedPiece {
  readonly piece: Judgement['evidence'][number];
  readonly strength: number;
}

/** What can be checked proves more than what cannot. */
function strengthOf(sightings: readonly FacetSighting[]): number {
  return sightings.reduce(
    (sum, { probability, specific }) => sum + probability * (1 + specific),
    0,
  );
}

/** The strongest piece of every facet first, so that no facet is met without a line to show for it. */
function strongest(pieces: readonly RankedPiece[]): Judgement['evidence'] {
  const ranked = pieces.toSorted((a, b) => b.strength - a.strength);
  const least = SHARE_OF_STRONGEST * (ranked[0]?.strength ?? 0);
  const facets = new Set(ranked.flatMap(({ piece }) => piece.facets));
  const chosen = new Set(
    [...facets].flatMap((facet) => ranked.find(({ piece }) => piece.facets.includes(facet)) ?? []),
  );
  for (const piece of ranked) {
    if (chosen.size < MOST_EVIDENCE && piece.strength >= least) chosen.add(piece);
  }
  return [...chosen].map(({ piece }) => piece);
}
