import type { Criterion, Pack } from '../pack/pack.ts';
import { levelOf, levelSums } from '../recognition/levelModel.ts';
import type { LevelWeights } from '../recognition/recognitionModel.ts';
import type { CriterionResult, Evidence, EvidencePlace, Level } from '../report/coverageReport.ts';
import { type FacetSighting, isClear } from './facetSighting.ts';
import type { Recognition } from './recogniseFacets.ts';
import type { SectionCriteria } from './sectionCriteria.ts';

/**
 * A level for every criterion of the pack, from the facets that were seen.
 * @param places where the blocks stand that they were seen in, by block index
 * @param recognition sightings in document order, and the criteria that are named
 * @param sections what the headings say
 * @param pack whose order the results follow
 */
export function judgeCoverage(
  places: readonly EvidencePlace[],
  { sightings, named }: Pick<Recognition, 'sightings' | 'named'>,
  sections: SectionCriteria,
  pack: Pack,
): readonly CriterionResult[] {
  const byCriterion = new Map<string, FacetSighting[]>();
  for (const sighting of sightings) {
    const known = byCriterion.get(sighting.criterion);
    if (known === undefined) byCriterion.set(sighting.criterion, [sighting]);
    else known.push(sighting);
  }
  return pack.criteria.map((criterion) => {
    const seen = byCriterion.get(criterion.id) ?? [];
    const section = sections.own.findIndex((names) => names.has(criterion.id));
    return {
      id: criterion.id,
      kind: criterion.kind,
      ...judge(places, criterion, seen, named.has(criterion.id), pack.model.levels),
      ...(section >= 0 ? { section } : {}),
    };
  });
}

type Judgement = Pick<CriterionResult, 'level' | 'facets' | 'because' | 'evidence'>;

function judge(
  places: readonly EvidencePlace[],
  criterion: Criterion,
  seen: readonly FacetSighting[],
  isNamed: boolean,
  levels: LevelWeights,
): Judgement {
  const level = levelOf(
    criterion.origin ?? criterion.id,
    levelSums(criterion, seen, isNamed),
    levels,
  );
  const shown = level === 'absent' ? [] : tellingSightings(criterion, seen, level);
  const met = new Set(shown.map(({ facet }) => facet));
  const facets = criterion.facets.map(({ id }) => ({ id, met: met.has(id) }));
  const evidence = level === 'absent' ? [] : evidenceOf(places, seen, new Set(shown));
  return { level, facets, evidence, because: becauseOf(criterion, level, met.size) };
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

/** One piece of evidence a block, its facets and words gathered: the strongest, in document order. */
function evidenceOf(
  places: readonly EvidencePlace[],
  seen: readonly FacetSighting[],
  shown: ReadonlySet<FacetSighting>,
): readonly Evidence[] {
  const byBlock = new Map<number, FacetSighting[]>();
  for (const sighting of seen) {
    byBlock.set(sighting.block, [...(byBlock.get(sighting.block) ?? []), sighting]);
  }
  const pieces = [...byBlock].flatMap(([index, list]): RankedPiece[] => {
    const place = places[index];
    if (place === undefined) return [];
    const told = list.filter((sighting) => shown.has(sighting));
    const facets = told.map(({ facet }) => facet);
    const specific = list.some((sighting) => sighting.specific >= LIKELY);
    const words = [...new Set(told.flatMap((sighting) => sighting.words))];
    const piece = { ...placeOf(place), facets, specific, words };
    return [{ strength: strengthOf(list), block: index, piece }];
  });
  return strongest(pieces)
    .toSorted((a, b) => a.block - b.block)
    .map(({ piece }) => piece);
}

/** A block is a place, and more than that. */
function placeOf({ range, path, lines }: EvidencePlace): EvidencePlace {
  return path === undefined || lines === undefined ? { range } : { range, path, lines };
}

/** A piece much weaker than the strongest did not carry the level. */
const SHARE_OF_STRONGEST = 0.12;

interface RankedPiece {
  readonly block: number;
  readonly piece: Evidence;
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
function strongest(pieces: readonly RankedPiece[]): readonly RankedPiece[] {
  const ranked = pieces.toSorted((a, b) => b.strength - a.strength);
  const least = SHARE_OF_STRONGEST * (ranked[0]?.strength ?? 0);
  const facets = new Set(ranked.flatMap(({ piece }) => piece.facets));
  const chosen = new Set(
    [...facets].flatMap((facet) => ranked.find(({ piece }) => piece.facets.includes(facet)) ?? []),
  );
  for (const piece of ranked) {
    if (chosen.size < MOST_EVIDENCE && piece.strength >= least) chosen.add(piece);
  }
  return [...chosen];
}
