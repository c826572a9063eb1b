import { criterionTitle, type Pack } from '../pack/pack.ts';
import type { CoverageReport, CriterionResult, DocumentReport } from './coverageReport.ts';
import { criterionPlaces } from './criterionPlaces.ts';
import { kindHeadings, levelCounts, levelMarks, levelWords } from './levelWords.ts';
import { lineSpan } from './lineSpan.ts';
import { maturityLines } from './maturityLines.ts';
import { shownText } from './shownText.ts';

/**
 * The report for a terminal: levels by mark and word, never by colour alone.
 * @param report to render
 * @param packOf the pack that a document was judged by, by its path
 * @param lineStartsOf the offsets at which a document's lines start, by path
 * @returns lines that end with a line feed
 */
export function textReport(
  report: CoverageReport,
  packOf: (path: string) => Pack,
  lineStartsOf: (path: string) => readonly number[],
): string {
  return report.documents
    .map((document) => textDocument(document, packOf(document.path), lineStartsOf(document.path)))
    .join('\n');
}

function textDocument(document: DocumentReport, pack: Pack, lineStarts: readonly number[]): string {
  const path = shownText(document.path);
  const reason = shownText(document.detection.reason);
  if (!document.analysed) {
    return `${path}\n  not analysed: ${reason} (--all analyses it anyway)\n`;
  }
  const lines = [path, `  ${reason}`];
  for (const { kind, title } of kindHeadings) {
    const results = document.criteria.filter((result) => result.kind === kind);
    if (results.length === 0) continue;
    lines.push('', `  ${title}: ${levelCounts(results)}`);
    for (const result of results) lines.push(criterionLine(result, pack, lineStarts));
  }
  const notes = document.findings.filter(({ criteria }) => criteria.length === 0);
  if (notes.length > 0) lines.push('', '  About the file');
  for (const { range, message } of notes) {
    lines.push(`    line ${lineSpan(lineStarts, range).startLine}: ${shownText(message)}`);
  }
  lines.push(...maturityLines(document, pack, lineStarts));
  return `${lines.join('\n')}\n`;
}

function criterionLine(result: CriterionResult, pack: Pack, lineStarts: readonly number[]): string {
  const criterion = pack.criteria.find(({ id }) => id === result.id);
  const title = criterionTitle(pack, result.id);
  const head = `    ${levelMarks[result.level]} ${levelWords[result.level].padEnd(8)} ${title}`;
  if (result.level === 'not-applicable')
    return `${head}: ${shownText(result.waiver?.reason ?? '')}`;
  if (result.level === 'absent') return head;
  const lacking = (criterion?.facets ?? []).filter(({ id }) =>
    result.facets.some((facet) => facet.id === id && !facet.met),
  );
  const lacks =
    lacking.length > 0
      ? `; lacks ${lacking.map((facet) => facet.title.en.toLowerCase()).join(', ')}`
      : '';
  return `${head}: ${criterionPlaces(result, lineStarts)}${lacks}`;
}
