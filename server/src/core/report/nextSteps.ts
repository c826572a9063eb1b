import { inLanguage, type LanguageTag, type Pack } from '../pack/pack.ts';
import type { CriterionResult, DocumentReport } from './coverageReport.ts';

/** Something that would bring a document on. */
export interface NextStep {
  readonly criterion: string;
  /** What is not done yet, as the pack says it: "say which of them matter today and which tomorrow". */
  readonly todo: string;
}

/** More would be no longer what comes next. */
const mostSteps = 3;

/**
 * What to write next: first what is nearly answered, for it takes least, then what is missing; in
 * the pack's order where that does not decide.
 * @param report of one document
 * @param pack that it was made with
 * @param language of the texts
 */
export function nextSteps(
  report: DocumentReport,
  pack: Pack,
  language: LanguageTag,
): readonly NextStep[] {
  const open = report.criteria.filter(({ level }) => level === 'partial' || level === 'absent');
  return open
    .toSorted((one, other) => distance(one, pack) - distance(other, pack))
    .flatMap((result) => stepOf(result, pack, language))
    .slice(0, mostSteps);
}

/** Farther than anything that is begun. */
const notBegun = 1_000;

/** How many facets are lacking before it can count as answered. */
function distance(result: CriterionResult, pack: Pack): number {
  if (result.level === 'absent') return notBegun;
  const needed = pack.criteria.find(({ id }) => id === result.id)?.facetsToAnswer ?? 0;
  return Math.max(0, needed - result.facets.filter((facet) => facet.met).length);
}

function stepOf(result: CriterionResult, pack: Pack, language: LanguageTag): NextStep[] {
  const facets = pack.criteria.find(({ id }) => id === result.id)?.facets ?? [];
  const open = facets.find(({ id }) => result.facets.some((each) => each.id === id && !each.met));
  return open === undefined
    ? []
    : [{ criterion: result.id, todo: inLanguage(open.missing, language) }];
}
