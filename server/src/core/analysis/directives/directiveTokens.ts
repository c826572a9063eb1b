import type { PlacedText, SourceRange } from '../../document/strategyDocument.ts';

/** A piece of a directive. A `;` or the end of a line outside quotes ends a directive. */
export type Token =
  | {
      readonly kind: 'address' | 'word' | 'quoted' | 'end';
      readonly value: PlacedText;
      readonly range: SourceRange;
    }
  | {
      readonly kind: 'attribute';
      readonly key: PlacedText;
      readonly value: PlacedText;
      readonly range: SourceRange;
    };

const ADDRESS = /ospo-strategy:/y;
const SEPARATORS = /[^\S\r\n]+|,/y;
const END = /[\r\n;]+/y;
const KEY = /[a-z][a-z-]*[=:][^\S\r\n]*/iy;
const LINE = /[^\r\n]*/y;
const WORD = /[^\s;,]+/y;
/** A value without quotes ends before the next `key=`, at a `;` and at the end of the line. */
const BARE_VALUE = /(?:(?!\s+[a-z][a-z-]*=)[^;\r\n])*/iy;

/** A quoted value on more lines was never closed. */
const MOST_LINES = 5;

/** By opening quote: what may close it. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d"'],
  ['\u201d', '\u201d'],
  ['\u201e', '\u201c\u201d'],
  ['\u2018', '\u2019'],
  ['\u201a', '\u2018\u2019'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
]);

/**
 * Cuts what an author addressed to us into its pieces.
 * @param whole the document's text
 * @param inside what lies between the marks of a comment, UTF-16 offsets
 * @returns pieces with their places in the document
 */
export function directiveTokens(whole: string, inside: SourceRange): readonly Token[] {
  const text = whole.slice(0, inside.end);
  const tokens: Token[] = [];
  let at = inside.start;
  while (at < inside.end) {
    const gap = lengthOf(SEPARATORS, text, at);
    const token = gap > 0 ? undefined : tokenAt(text, at);
    if (token !== undefined) tokens.push(token);
    at = token?.range.end ?? at + gap;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const upTo = (end: number): SourceRange => ({ start, end });
  for (const [kind, pattern] of [
    ['end', END],
    ['address', ADDRESS],
  ] as const) {
    const length = lengthOf(pattern, text, start);
    if (length > 0)
      return { kind, value: placed(text, start, start + length), range: upTo(start + length) };
  }
  const key = lengthOf(KEY, text, start);
  const at = start + key;
  const quoted = quotedAt(text, at);
  const value = quoted?.value ?? bareValue(text, at, key > 0 ? BARE_VALUE : WORD);
  const range = upTo(Math.max(quoted?.end ?? value.range.end, start + 1));
  if (key === 0) return { kind: quoted === undefined ? 'word' : 'quoted', value, range };
  const name = text.slice(start, at).search(/[=:]/);
  return { kind: 'attribute', key: placed(text, start, start + name), value, range };
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function placed(text: string, start: number, end: number): PlacedText {
  return { text: text.slice(start, end), range: { start, end } };
}

function bareValue(text: string, at: number, pattern: RegExp): PlacedText {
  const found = text.slice(at, at + lengthOf(pattern, text, at)).trimEnd();
  return placed(text, at, at + found.length);
}

/**
 * A quoted value. An apostrophe inside a word closes nothing; what is never closed ends with its line.
 */
function quotedAt(text: string, at: number): { value: PlacedText; end: number } | undefined {
  const closing = QUOTES.get(text[at] ?? '');
  if (closing === undefined) return undefined;
  let lines = 0;
  for (let index = at + 1; index < text.length && lines < MOST_LINES; index++) {
    if (text[index] === '\n') lines++;
    if (!closing.includes(text[index] ?? ' ')) continue;
    const isLast = /^(?:[\s;,]|$)/.test(text[index + 1] ?? '');
    if (isLast) return { value: placed(text, at + 1, index), end: index + 1 };
  }
  const line = bareValue(text, at + 1, LINE);
  return { value: line, end: line.range.end };
}
