import type { PlacedLink, SourceRange } from './strategyDocument.ts';

/** A link that several pieces may share. */
export interface LinkTarget {
  readonly url: string;
  readonly range: SourceRange;
}

/** A run of text of one kind. A block's text is a list of these, whether Markdown or HTML. */
export interface Piece {
  readonly text: string;
  /** Where the text comes from; longer than the text where the source has entities or escapes. */
  readonly range: SourceRange;
  readonly strong: boolean;
  readonly code: boolean;
  readonly link?: LinkTarget;
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const CJK =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u3011\\uff01-\\uff60]';
/** A line end between two ideographs is no blank: those scripts are wrapped without any. */
const WRAPPED_CJK = new RegExp(
  `(?<=${CJK})[^\\S\\r\\n]*(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]*(?=${CJK})`,
  'gu',
);

/** `text` as a reader sees it: invisible characters gone, white space folded to single blanks. */
export function foldText(text: string): string {
  return unwrapped(text).replace(/\s+/g, ' ').trim();
}

function unwrapped(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  return /[\r\n]/.test(visible) ? visible.replace(WRAPPED_CJK, '') : visible;
}

/** The folded text of `pieces`. */
export function textOf(pieces: readonly Piece[]): string {
  // Each by itself: a line end behind a bold lead parts it from what follows, in any script.
  return foldText(
    pieces
      .map((piece) => unwrapped(piece.text))
      .join('')
      .replace(/[\r\n]+/g, ' '),
  );
}

/** From the first to the last piece that is not blank; `fallback` where all are. */
export function rangeOf(pieces: readonly Piece[], fallback: SourceRange): SourceRange {
  const first = pieces.find(isVisible);
  const last = pieces.findLast(isVisible);
  if (first === undefined || last === undefined) return fallback;
  return { start: first.range.start, end: Math.max(first.range.end, last.range.end) };
}

/** The links in `pieces`, in order, each once. */
export function linksOf(pieces: readonly Piece[]): PlacedLink[] {
  const texts = new Map<LinkTarget, string>();
  for (const { link, text } of pieces) {
    if (link !== undefined) texts.set(link, (texts.get(link) ?? '') + text);
  }
  return [...texts].map(([link, text]) => ({
    text: foldText(text),
    range: link.range,
    url: link.url,
  }));
}

/** The share (0 to 1) of the visible characters for which `counts` holds. */
export function shareOf(pieces: readonly Piece[], counts: (piece: Piece) => boolean): number {
  let all = 0;
  let counted = 0;
  for (const piece of pieces) {
    const length = visibleLength(piece.text);
    all += length;
    if (counts(piece)) counted += length;
  }
  return all === 0 ? 0 : counted / all;
}

/** What stands for a break that the author asked for, other than the wrapping of lines. */
export const BREAK = '\u2028';

/** Something that parts two runs of text (a line break, the end of a paragraph) at `offset`. */
export function breakAt(offset: number): Piece {
  return { text: BREAK, range: { start: offset, end: offset }, strong: false, code: false };
}

/** True where a piece has anything to see. */
export function isVisible(piece: Piece): boolean {
  return visibleLength(piece.text) > 0;
}

function visibleLength(text: string): number {
  return text.replace(INVISIBLE, '').replace(/\s+/g, '').length;
}
