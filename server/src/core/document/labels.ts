import { foldText, isVisible, type Piece, rangeOf } from './pieces.ts';
import type { PlacedText, SourceRange } from './strategyDocument.ts';

/** The lead of a paragraph or list item, read from its pieces. */
export interface LabelReading {
  readonly label: PlacedText;
  /** The pieces without the marks of a label that CommonMark does not read as strong. */
  readonly pieces: readonly Piece[];
  /** Set where the author's `**` is no markup for CommonMark: the range of the marks and what is between. */
  readonly notStrong?: SourceRange;
}

/** Longer leads are emphasised sentences, not labels. */
const MOST_WORDS = 12;
const MOST_CHARACTERS = 80;
const MOST_WORDS_PLAIN = 6;
const MOST_CHARACTERS_PLAIN = 60;

/** In scripts without blanks, three characters are taken for a word. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** What ends a label inside its marks, and what parts it from its text behind them. */
const LABEL_END = /\s*[:：.。．—–]\s*$/;
const SEPARATOR = /^(?:\s*[(（][^()（）]{0,60}[)）])?\s*(?:[:：—–]|-\s|[\r\n\u2028])/;
/** Marks before a label that do not make it less of one: numbers, emoji, bullets typed by hand. */
const BEFORE_LABEL = /^[^\p{L}*_]{0,8}$/u;
const PLAIN_LEAD = /^((?:[^:：。.!?！？;；\r\n\u2028]|\.(?=\S)){1,60}?)(?::(?=\s|$)|：|\s+[—–]\s)/;
const UNREAD_STRONG = /^(\s*)(\*\*|__)(?!\s)([^*_\n]{1,80}?)\2/;

/**
 * Reads the label of a text: `**Legal:** ...`, `**Legal** - ...`, bold text alone, and for a list
 * item also `Legal: ...`. `source` is the text that the pieces' ranges count in.
 */
export function readLabel(
  pieces: readonly Piece[],
  inList: boolean,
  source: string,
): LabelReading | undefined {
  return (
    unreadStrongLabel(pieces, source) ??
    strongLabel(pieces, source) ??
    (inList ? plainLabel(pieces, source) : undefined)
  );
}

/** The whole of `pieces` as a label; absent where there is nothing to see. */
export function wholeLabel(pieces: readonly Piece[]): PlacedText | undefined {
  const text = foldText(joined(pieces)).replace(LABEL_END, '');
  return text === '' ? undefined : { text, range: rangeOf(pieces, { start: 0, end: 0 }) };
}

function strongLabel(pieces: readonly Piece[], source: string): LabelReading | undefined {
  const first = pieces.findIndex((piece) => piece.strong && isVisible(piece));
  if (first < 0 || !BEFORE_LABEL.test(joined(pieces.slice(0, first)))) return undefined;
  let end = first;
  while (end < pieces.length && pieces[end]?.strong === true) end++;
  const lead = pieces.slice(first, end);
  const inside = foldText(joined(lead));
  const rest = joined(pieces.slice(end));
  const text = inside.replace(LABEL_END, '');
  if (text === '' || isTooLong(text, MOST_WORDS, MOST_CHARACTERS)) return undefined;
  const alone = rest.trim() === '';
  if (alone && /[.。!！]$/.test(inside) && isTooLong(text, MOST_WORDS_PLAIN, MOST_CHARACTERS_PLAIN))
    return undefined;
  if (!alone && text === inside && !SEPARATOR.test(rest)) return undefined;
  const range = rangeOf(lead, { start: 0, end: 0 });
  return { pieces, label: { text, range: exactRange(text, range, source) } };
}

function plainLabel(pieces: readonly Piece[], source: string): LabelReading | undefined {
  const match = PLAIN_LEAD.exec(joined(pieces).trimStart());
  const text = foldText(match?.[1] ?? '');
  if (!/\p{L}/u.test(text) || isTooLong(text, MOST_WORDS_PLAIN, MOST_CHARACTERS_PLAIN)) {
    return undefined;
  }
  const range = rangeOf(piecesUpTo(pieces, text), { start: 0, end: 0 });
  return { pieces, label: { text, range: exactRange(text, range, source) } };
}

/** The first pieces, as many as it takes to hold `text`. */
function piecesUpTo(pieces: readonly Piece[], text: string): readonly Piece[] {
  let end = 1;
  while (end < pieces.length && !foldText(joined(pieces.slice(0, end))).includes(text)) end++;
  return pieces.slice(0, end);
}

function unreadStrongLabel(pieces: readonly Piece[], source: string): LabelReading | undefined {
  const at = pieces.findIndex(isVisible);
  const first = pieces[at];
  const match = first === undefined || first.code ? null : UNREAD_STRONG.exec(first.text);
  if (first === undefined || match === null) return undefined;
  const [whole, before = '', marks = '', inside = ''] = match;
  const text = foldText(inside).replace(LABEL_END, '');
  const start = first.range.start + before.length;
  const marked = { start, end: start + whole.length - before.length };
  if (text === '' || source.slice(marked.start, marked.end) !== whole.slice(before.length)) {
    return undefined;
  }
  const inner = { start: start + marks.length, end: marked.end - marks.length };
  const rest = { start: marked.end, end: first.range.end };
  return {
    label: { text, range: exactRange(text, inner, source) },
    notStrong: marked,
    pieces: [
      ...pieces.slice(0, at),
      { ...first, text: inside, range: inner, strong: true },
      { ...first, text: first.text.slice(whole.length), range: rest },
      ...pieces.slice(at + 1),
    ],
  };
}

/** The place of `text` itself within `range` where it stands there literally, else all of `range`. */
function exactRange(text: string, range: SourceRange, source: string): SourceRange {
  const at = source.slice(range.start, range.end).indexOf(text);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + text.length };
}

function isTooLong(text: string, words: number, characters: number): boolean {
  const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
  return text.length > characters || text.split(' ').length + ideographs / 3 > words;
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
