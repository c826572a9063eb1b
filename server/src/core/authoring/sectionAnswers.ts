import { answersDirectiveEdit } from '../analysis/directives/directiveEdits.ts';
import type { Section, StrategyDocument } from '../document/strategyDocument.ts';
import { criterionTexts, type LanguageTag, type Pack } from '../pack/pack.ts';
import type { CriterionResult, DocumentReport, Fix } from '../report/coverageReport.ts';
import type { Say } from '../report/messages/message.ts';

/** An editor without tab stops cannot let its author choose among more. */
const MOST_OFFERED = 3;

/**
 * "This section answers ...": the author's word before a heading. Where tab stops are known, one fix
 * in which the criterion is chosen; else a fix for each of the likeliest.
 * @param document that was analysed
 * @param section at whose heading the author is
 * @param report its analysis
 * @param pack the same that analysed it
 * @param language of the editor, for titles
 * @param say fills in messages of that language
 * @param hasTabStops whether the editor knows tab stops
 */
export function sectionAnswersFixes(
  document: StrategyDocument,
  { heading, index }: Section,
  report: DocumentReport,
  pack: Pack,
  language: LanguageTag,
  say: Say,
  hasTabStops: boolean,
): readonly Fix[] {
  if (heading === undefined || heading.range.start === document.title?.range.start) return [];
  const isHere = ({ evidence }: CriterionResult): boolean =>
    evidence.some(
      ({ path, range }) =>
        path === undefined &&
        heading.range.start <= range.start &&
        range.end <= (document.sections[index]?.range.end ?? 0),
    );
  // Of its own criterion, a fix of the finding says it.
  const open = report.criteria
    .filter(
      ({ level, section }) => (level === 'partial' || level === 'absent') && section !== index,
    )
    .toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const ids = open.map(({ id }) => id);
  const fix = (id: string, title: string, choices?: string): Fix[] => {
    const edit = answersDirectiveEdit(document, index, id);
    if (edit === undefined) return [];
    const snippet = choices && edit.newText.replace(`answers ${id}`, () => `answers ${choices}`);
    const edits = [snippet === undefined ? edit : { ...edit, snippet }];
    return [{ title, kind: 'answers', rules: [], criteria: [id], at: heading.range, edits }];
  };
  if (hasTabStops && ids[0] !== undefined) {
    return fix(ids[0], say('section-answers-some'), `\${1|${ids.join(',')}|}`);
  }
  return ids.slice(0, MOST_OFFERED).flatMap((id) => {
    const criterion = pack.criteria.find((candidate) => candidate.id === id);
    const title = criterion === undefined ? id : criterionTexts(criterion, language).title;
    return fix(id, say('section-answers', { title }));
  });
}
