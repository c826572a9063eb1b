import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';

/** The line that a cursor stands in. */
export interface CursorLine {
  /** From 0. */
  readonly line: number;
  /** UTF-16 offsets; the line end is not in it. */
  readonly range: SourceRange;
  readonly text: string;
  /** Up to the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
}

/**
 * @param document that the cursor is in
 * @param offset UTF-16, where the cursor is
 */
export function cursorLine(document: StrategyDocument, offset: number): CursorLine {
  const line = lineIndexAt(document.lineStarts, offset);
  const start = document.lineStarts[line] ?? 0;
  const end = lineEndAt(document, line);
  const text = document.text.slice(start, end);
  const column = Math.min(offset, end) - start;
  return {
    line,
    range: { start, end },
    text,
    before: text.slice(0, column),
    after: text.slice(column),
  };
}

/**
 * @param document to look into
 * @param line from 0
 * @returns the line's text; empty outside the document
 */
export function lineText(document: StrategyDocument, line: number): string {
  const start = document.lineStarts[line];
  return start === undefined ? '' : document.text.slice(start, lineEndAt(document, line));
}

/**
 * Whether a place is in code, which nobody completes.
 * @param document to look into
 * @param offset UTF-16
 */
export function isInCode({ blocks }: StrategyDocument, offset: number): boolean {
  return blocks.some(
    ({ kind, range }) => kind === 'code' && range.start <= offset && offset <= range.end,
  );
}

/** Whether a place is inside the marks of a comment. */
export function isInComment({ comments }: StrategyDocument, offset: number): boolean {
  return comments.some(({ range }) => range.start < offset && offset < range.end);
}
