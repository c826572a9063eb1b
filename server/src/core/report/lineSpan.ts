import type { SourceRange } from '../document/strategyDocument.ts';

/** Lines from 1, both inclusive. */
export interface LineSpan {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * The lines that a range covers.
 * @param lineStarts offsets at which lines start, line 0 first
 * @param range UTF-16 offsets; a range that ends at a line's very start does not cover that line
 */
export function lineSpan(lineStarts: readonly number[], range: SourceRange): LineSpan {
  const startLine = lineAt(lineStarts, range.start);
  const lastOffset = Math.max(range.start, range.end - 1);
  return { startLine, endLine: Math.max(startLine, lineAt(lineStarts, lastOffset)) };
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
