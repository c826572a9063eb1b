import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { Section, StrategyDocument } from '../document/strategyDocument.ts';
import { criterionTexts, type Pack } from '../pack/pack.ts';
import { sectionSnippet } from '../pack/sectionSnippet.ts';
import type { DocumentReport, Fix } from '../report/coverageReport.ts';
import type { Say } from '../report/messages/message.ts';

/**
 * Adds a question and its answer, to be filled in, at the end of a section that is made of them.
 * @param document that was analysed
 * @param section where the author is
 * @param report its analysis
 * @param pack the same that analysed it: its skeleton begins with a question and an answer
 * @param say fills in messages of the editor's language
 * @returns undefined where the section is not made of questions
 */
export function addQuestionFix(
  document: StrategyDocument,
  { heading, index }: Section,
  report: DocumentReport,
  pack: Pack,
  say: Say,
): Fix | undefined {
  const criterion = pack.criteria.find(
    ({ id, facets }) =>
      facets.some(({ shapes }) => shapes?.includes('question')) &&
      report.criteria.some((result) => result.id === id && result.section === index),
  );
  if (criterion === undefined || heading === undefined) return undefined;
  const { section } = criterionTexts(criterion, report.language);
  const pair = section.body
    .trim()
    .split(/\n\s*\n/)
    .slice(0, 2)
    .join('\n\n');
  const { snippet, plainText } = sectionSnippet(
    { heading: '', body: pair },
    { headingLevel: 1, firstTabStop: 1 },
  );
  const last = document.blocks.findLast(
    (block) => block.section === index && block.kind !== 'link-definition',
  );
  const end = Math.max(heading.range.end, (last?.range.end ?? 0) - 1);
  const offset = lineEndAt(document, lineIndexAt(document.lineStarts, end));
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  // Without the empty heading's own line.
  const placed = (text: string): string =>
    `\n\n${text.slice(text.indexOf('\n')).trimStart()}`.replaceAll('\n', eol);
  return {
    title: say('add-question'),
    kind: 'add-question',
    rules: [],
    criteria: [criterion.id],
    at: heading.range,
    edits: [
      {
        range: { start: offset, end: offset },
        newText: placed(plainText),
        snippet: placed(snippet),
      },
    ],
  };
}
