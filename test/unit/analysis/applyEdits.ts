import type { Edit } from '../../../server/src/core/report/coverageReport.ts';

/**
 * The text after a fix's edits, as an editor applies them.
 * @param text before
 * @param edits ranges in UTF-16 offsets of `text`; none overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}
