import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Criterion, Pack } from '../pack/pack.ts';
import type { CriterionResult, Evidence } from '../report/coverageReport.ts';
import type { WaiverDirective } from './directives.ts';
import type { FacetSighting } from './facetSighting.ts';
import type { SectionCriteria } from './sectionCriteria.ts';

/**
 * A level for every criterion of the pack, from the facets that were seen.
 * @param document that they were seen in
 * @param sightings in document order
 * @param sections what the headings say
 * @param waivers by criterion id
 * @param pack whose order the results follow
 */
export function judgeCoverage(
  document: StrategyDocument,
  sightings: readonly FacetSighting[],
  sections: SectionCriteria,
  waivers: ReadonlyMap<string, WaiverDirective>,
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
      ...judge(criterion, seen, waivers.get(criterion.id)),
      evidence: evidenceOf(document, seen),
      ...(section >= 0 ? { section } : {}),
    };
  });
}

type Judgement = Pick<CriterionResult, 'level' | 'facets' | 'because' | 'waiver'>;

function judge(
  criterion: Criterion,
  seen: readonly FacetSighting[],
  waiver: WaiverDirective | undefined,
): Judgement {
  const met = new Set(seen.map(({ facet }) => facet));
  const specific = new Set(seen.filter((sighting) => sighting.specific).map(({ facet }) => facet));
  const facets = criterion.facets.map(({ id }) => ({ id, met: met.has(id) }));
  const asked = `${criterion.facetsToAnswer} of ${criterion.facets.length} facets`;
  if (waiver !== undefined) {
    const { reason, range } = waiver;
    const because = `The author waives it: ${reason}`;
    return { level: 'not-applicable', facets, waiver: { reason, range }, because };
  }
  if (met.size === 0) {
    return { level: 'absent', facets, because: 'Nothing in the document meets one of its facets.' };
  }
  if (specific.size >= criterion.facetsToAnswer) {
    const because = `Specific statements meet ${specific.size} of ${criterion.facets.length} facets; ${asked} make an answer.`;
    return { level: 'answered', facets, because };
  }
  const because =
    met.size < criterion.facetsToAnswer
      ? `Meets ${met.size} of ${criterion.facets.length} facets; ${asked} make an answer.`
      : `Specific statements meet only ${specific.size} of the ${asked} that make an answer; the rest stays general, without names, numbers, dates, roles or rules of this organisation.`;
  return { level: 'partial', facets, because };
}

/** Evidence proves; past this it lists every mention. */
const MOST_EVIDENCE = 8;

/** One piece of evidence a block, its facets and words gathered: the strongest, in document order. */
function evidenceOf(
  document: StrategyDocument,
  seen: readonly FacetSighting[],
): readonly Evidence[] {
  const byBlock = new Map<number, FacetSighting[]>();
  for (const sighting of seen) {
    byBlock.set(sighting.block, [...(byBlock.get(sighting.block) ?? []), sighting]);
  }
  const pieces = [...byBlock].flatMap(([index, list]): Evidence[] => {
    const block = document.blocks[index];
    if (block === undefined) return [];
    const piece = {
      range: block.range,
      facets: list.map(({ facet }) => facet),
      specific: list.some(({ specific }) => specific),
      words: [...new Set(list.flatMap(({ words }) => words))],
    };
    return [piece];
  });
  return strongest(pieces).toSorted((a, b) => a.range.start - b.range.start);
}

/** The strongest piece of every facet first, so that no facet is met without a line to show for it. */
function strongest(pieces: readonly Evidence[]): readonly Evidence[] {
  const strength = ({ facets, specific, words }: Evidence): number =>
    (specific ? 100 : 0) + 10 * facets.length + Math.min(9, words.length);
  const ranked = pieces.toSorted((a, b) => strength(b) - strength(a));
  const facets = new Set(ranked.flatMap((piece) => piece.facets));
  const chosen = new Set(
    [...facets].flatMap((facet) => ranked.find((piece) => piece.facets.includes(facet)) ?? []),
  );
  for (const piece of ranked) if (chosen.size < MOST_EVIDENCE) chosen.add(piece);
  return [...chosen];
}
