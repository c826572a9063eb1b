import type { TextChange } from './textChange.ts';

/** A place in a text: line and character from 0, the character in UTF-16 units as LSP counts it. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The part of a `StrategyDocument` that positions are computed from. */
export interface LinedText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

const LF = 10;
const CR = 13;

/**
 * The UTF-16 offset at which each line of `text` starts. Lines end with LF, CR LF or a lone CR, as
 * LSP has it; line 0 always exists.
 */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    if (endsLine(text, offset)) starts.push(offset + 1);
  }
  return starts;
}

/**
 * The line starts of a text, worked out from those of the version before.
 * @param before line starts of the older text
 * @param text the newer text
 * @param change where they differ
 */
export function changedLineStarts(
  before: readonly number[],
  text: string,
  { start, oldEnd, newEnd }: TextChange,
): number[] {
  // Whether a line starts at an offset is said by the units before and at it.
  let kept = lineIndexAt(before, Math.max(0, start - 1)) + 1;
  while (kept > 1 && (before[kept - 1] ?? 0) >= start) kept--;
  const starts = before.slice(0, kept);
  for (let offset = Math.max(0, start - 1); offset < newEnd; offset++) {
    if (endsLine(text, offset) && offset + 1 > (starts.at(-1) ?? 0)) starts.push(offset + 1);
  }
  const shift = newEnd - oldEnd;
  for (let line = lineIndexAt(before, oldEnd); line < before.length; line++) {
    const old = before[line] ?? 0;
    if (old > oldEnd) starts.push(old + shift);
  }
  return starts;
}

function endsLine(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === LF || (unit === CR && text.charCodeAt(offset + 1) !== LF);
}

/** The index (from 0) of the line that holds the UTF-16 offset `offset`; clamped to the text. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The UTF-16 offset where line `line` (from 0) ends, its line end not included. */
export function lineEndAt(document: LinedText, line: number): number {
  const start = document.lineStarts[line] ?? document.text.length;
  let end = document.lineStarts[line + 1] ?? document.text.length;
  while (end > start && isLineEnd(document.text.charCodeAt(end - 1))) end--;
  return end;
}

/**
 * The position of a UTF-16 offset. An offset outside the text is clamped; one inside a line end
 * (between CR and LF) becomes the end of its line.
 */
export function linePositionAt(document: LinedText, offset: number): LinePosition {
  const inside = clamp(offset, 0, document.text.length);
  const line = lineIndexAt(document.lineStarts, inside);
  const start = document.lineStarts[line] ?? 0;
  return { line, character: Math.min(inside, lineEndAt(document, line)) - start };
}

/**
 * The UTF-16 offset of a position, clamped: a line behind the last is the end of the text, a
 * character behind the end of its line is the end of that line, as LSP asks.
 */
export function offsetAt(document: LinedText, position: LinePosition): number {
  if (!(position.line >= 0)) return 0;
  const line = Math.trunc(position.line);
  const start = document.lineStarts[line];
  if (start === undefined) return document.text.length;
  return clamp(start + Math.trunc(position.character), start, lineEndAt(document, line));
}

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

function clamp(value: number, low: number, high: number): number {
  return value >= low ? Math.min(value, high) : low;
}
