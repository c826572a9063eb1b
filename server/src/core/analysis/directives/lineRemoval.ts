import { type LinedText, lineEndAt, lineIndexAt } from '../../document/linePosition.ts';
import type { SourceRange } from '../../document/strategyDocument.ts';

/**
 * What to delete so that a comment is gone and no other text moves: its lines with one of the blank
 * lines around them where nothing else stands on them, else the comment with a blank before it.
 * @param document that holds it
 * @param comment UTF-16 offsets
 */
export function lineRemoval(document: LinedText, comment: SourceRange): SourceRange {
  const { text, lineStarts } = document;
  const first = lineIndexAt(lineStarts, comment.start);
  const last = lineIndexAt(lineStarts, Math.max(comment.start, comment.end - 1));
  const lineStart = (lineStarts[first] ?? 0) + (first === 0 && text.startsWith('\ufeff') ? 1 : 0);
  const before = text.slice(lineStart, comment.start);
  const after = text.slice(comment.end, lineEndAt(document, last));
  if (before.trim() !== '' || after.trim() !== '') {
    const isSpaced = /\s$/.test(before) && /^(?:\s|$)/.test(after);
    return { start: comment.start - (isSpaced ? 1 : 0), end: comment.end };
  }
  const startOf = (line: number): number => lineStarts[line] ?? text.length;
  const isBlank = (line: number): boolean =>
    line < lineStarts.length && text.slice(startOf(line), startOf(line + 1)).trim() === '';
  const isLast = startOf(last + 1) >= text.length;
  const hasBlankBefore = first > 0 && isBlank(first - 1);
  const isFirst = first === 0;
  if (isLast && hasBlankBefore) return { start: startOf(first - 1), end: text.length };
  const takesBlank = (isFirst || hasBlankBefore) && isBlank(last + 1);
  return { start: lineStart, end: startOf(last + (takesBlank ? 2 : 1)) };
}

/**
 * The line end that a document uses.
 * @param text of the document
 */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
