import { lineIndexAt } from '../document/linePosition.ts';
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
  const startLine = lineIndexAt(lineStarts, range.start) + 1;
  const lastOffset = Math.max(range.start, range.end - 1);
  return { startLine, endLine: Math.max(startLine, lineIndexAt(lineStarts, lastOffset) + 1) };
}
