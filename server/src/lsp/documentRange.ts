import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceRange } from '../core/document/strategyDocument.ts';

/**
 * @param document the text that the range belongs to
 * @param range UTF-16 offsets
 * @returns the same as lines and characters
 */
export function documentRange(document: TextDocument, range: SourceRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/**
 * @param document the text that the range belongs to
 * @param range UTF-16 offsets, `end` exclusive
 * @returns the first and the last line that the range touches, from 0
 */
export function documentLines(
  document: TextDocument,
  range: SourceRange,
): { startLine: number; endLine: number } {
  const startLine = document.positionAt(range.start).line;
  const endLine = document.positionAt(Math.max(range.start, range.end - 1)).line;
  return { startLine, endLine };
}

/** True where two ranges share a position; touching at an edge counts, as a cursor has no width. */
export function rangesTouch(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
