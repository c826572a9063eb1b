import type { CriterionResult, Evidence } from './coverageReport.ts';
import { type LineSpan, lineSpan } from './lineSpan.ts';
import { shownText } from './shownText.ts';

/**
 * Where a criterion's evidence stands, for people: "line 7", "lines 24-26, 41; docs/policy.md line 7".
 * Neighbours run together; file by file, this document first.
 * @param result of a criterion
 * @param lineStarts of the document that it is the result of
 * @returns nothing where there is no evidence
 */
export function criterionPlaces(
  { evidence }: CriterionResult,
  lineStarts: readonly number[],
): string {
  const byPath = new Map<string | undefined, Evidence[]>();
  for (const piece of evidence) {
    byPath.set(piece.path, [...(byPath.get(piece.path) ?? []), piece]);
  }
  return [...byPath]
    .map(([path, pieces]) => {
      const lines = linesOf(pieces, lineStarts);
      return path === undefined ? lines : `${shownText(path)} ${lines}`;
    })
    .join('; ');
}

function linesOf(evidence: readonly Evidence[], lineStarts: readonly number[]): string {
  const runs: LineSpan[] = [];
  for (const { range, lines } of evidence) {
    const span = lines ?? lineSpan(lineStarts, range);
    const last = runs.at(-1);
    const joins = last !== undefined && span.startLine <= last.endLine + 1;
    if (joins) runs[runs.length - 1] = { ...last, endLine: Math.max(last.endLine, span.endLine) };
    else runs.push(span);
  }
  const isOneLine = runs.length === 1 && runs[0]?.startLine === runs[0]?.endLine;
  const shown = runs.map(({ startLine, endLine }) =>
    startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
  );
  return `${isOneLine ? 'line' : 'lines'} ${shown.join(', ')}`;
}
