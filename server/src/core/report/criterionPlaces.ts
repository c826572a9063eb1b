import type { CriterionResult } from './coverageReport.ts';
import { type LineSpan, lineSpan } from './lineSpan.ts';

/**
 * Where a criterion's evidence stands, for people: "line 7", "lines 24-26, 41". Neighbours run
 * together.
 * @param result of a criterion
 * @param lineStarts of the document that it is the result of
 * @returns nothing where there is no evidence
 */
export function criterionPlaces(result: CriterionResult, lineStarts: readonly number[]): string {
  const runs: LineSpan[] = [];
  for (const { range } of result.evidence) {
    const span = lineSpan(lineStarts, range);
    const last = runs.at(-1);
    const joins = last !== undefined && span.startLine <= last.endLine + 1;
    if (joins) runs[runs.length - 1] = { ...last, endLine: Math.max(last.endLine, span.endLine) };
    else runs.push(span);
  }
  if (runs.length === 0) return '';
  const isOneLine = runs.length === 1 && runs[0]?.startLine === runs[0]?.endLine;
  const shown = runs.map(({ startLine, endLine }) =>
    startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
  );
  return `${isOneLine ? 'line' : 'lines'} ${shown.join(', ')}`;
}
