import { lineEndAt, lineIndexAt } from '../../document/linePosition.ts';
import type { PlacedText, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';

/** An entry of the front matter's mapping `ospo-strategy:`, with what stands below it. */
export interface FrontMatterEntry {
  readonly key: PlacedText;
  /** Without quotes; empty where there is none. */
  readonly value: PlacedText;
  readonly entries: readonly FrontMatterEntry[];
  /** What to delete so that it is gone: its lines, or its part of a list in brackets. */
  readonly removal: SourceRange;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly indent: number;
  readonly lines: SourceRange;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s:#"'[\]{},]+(?: [^\s:#"'[\]{},]+)*))\s*:(?:\s+|$)/;
const DEEPEST = 4;

/**
 * Reads the mapping `ospo-strategy:` of YAML front matter: keys, plain and quoted scalars, lists, and
 * both in brackets. Nothing else of YAML is evaluated.
 * @param document with front matter
 * @returns its entries; none where there is no such mapping
 */
export function frontMatterEntries(document: StrategyDocument): readonly FrontMatterEntry[] {
  const { frontMatter, text } = document;
  if (frontMatter?.format !== 'yaml' || !text.includes('ospo-strategy:')) return [];
  const lines = linesOf(document, frontMatter.range);
  const at = lines.findIndex((line) => /^ospo-strategy:\s*(?:#.*|\{.*)?$/.test(line.text));
  const head = lines[at];
  if (head === undefined) return [];
  const inline = head.text.indexOf('{');
  if (inline >= 0) return inBrackets(head.text.slice(inline), head.start + inline, 1);
  const end = lines.findIndex((line, index) => index > at && line.indent === 0);
  return nested(lines.slice(at + 1, end < 0 ? undefined : end), 1);
}

/** The lines that hold something, without a comment behind it. */
function linesOf(document: StrategyDocument, range: SourceRange): readonly Line[] {
  const { lineStarts, text } = document;
  const lines: Line[] = [];
  const last = lineIndexAt(lineStarts, range.end);
  for (let line = lineIndexAt(lineStarts, range.start) + 1; line < last; line++) {
    const start = lineStarts[line] ?? text.length;
    const whole = text.slice(start, lineEndAt(document, line)).replace(/(?:^|\s+)#[^"'\]}]*$/, '');
    const indent = whole.length - whole.trimStart().length;
    if (whole.trim() === '') continue;
    const next = lineStarts[line + 1] ?? text.length;
    lines.push({ text: whole.trim(), start: start + indent, indent, lines: { start, end: next } });
  }
  return lines;
}

function nested(lines: readonly Line[], depth: number): readonly FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  let at = 0;
  while (at < lines.length && depth <= DEEPEST) {
    const line = lines[at];
    if (line === undefined) break;
    let end = at + 1;
    while (end < lines.length && (lines[end]?.indent ?? 0) > line.indent) end++;
    const below = lines.slice(at + 1, end);
    const last = below.at(-1) ?? line;
    entries.push(entryOf(line, below, { start: line.lines.start, end: last.lines.end }, depth));
    at = end;
  }
  return entries;
}

function entryOf(
  line: Line,
  below: readonly Line[],
  removal: SourceRange,
  depth: number,
): FrontMatterEntry {
  const dash = /^-\s+/.exec(line.text)?.[0].length ?? 0;
  const { key, value } = keyAndValue(line.text.slice(dash), line.start + dash);
  const entries = /^[[{]/.test(value.text)
    ? inBrackets(value.text, value.range.start, depth + 1)
    : nested(below, depth + 1);
  return {
    key,
    value: /^[[{]/.test(value.text) ? emptyAt(value) : unquoted(value),
    entries,
    removal,
  };
}

/** `key: value`; an item of a list is a key without a value. */
function keyAndValue(text: string, start: number): { key: PlacedText; value: PlacedText } {
  const found = KEY.exec(text);
  const whole = { text, range: { start, end: start + text.length } };
  if (found === null) {
    return {
      key: unquoted(whole),
      value: { text: '', range: { start: whole.range.end, end: whole.range.end } },
    };
  }
  const name = found[1] ?? found[2] ?? found[3] ?? '';
  const at = start + text.indexOf(name);
  const value = text.slice(found[0].length);
  const valueStart = start + found[0].length;
  return {
    key: { text: name, range: { start: at, end: at + name.length } },
    value: { text: value, range: { start: valueStart, end: valueStart + value.length } },
  };
}

/** `[a, b]` or `{ a: 1, b: "x, y" }`, on one line. */
function inBrackets(text: string, start: number, depth: number): readonly FrontMatterEntry[] {
  const inside = text.replace(/[\]}]\s*$/, '');
  const parts = [...inside.slice(1).matchAll(/(?:"[^"]*"|'[^']*'|\{[^}]*\}|\[[^\]]*\]|[^,"'])+/g)];
  const placed = parts.filter(([part]) => part.trim() !== '');
  return placed.map((part, index): FrontMatterEntry => {
    const at = start + 1 + part.index + leadOf(part[0]);
    const own = part[0].trim();
    const { key, value } = keyAndValue(own, at);
    const isOpen = depth < DEEPEST && /^[[{]/.test(value.text);
    const before = placed[index - 1];
    const after = placed[index + 1];
    const end = at + own.length;
    const removal =
      before !== undefined
        ? { start: start + 1 + before.index + before[0].trimEnd().length, end }
        : {
            start: at,
            end: after === undefined ? end : start + 1 + after.index + leadOf(after[0]),
          };
    return {
      key,
      value: isOpen ? emptyAt(value) : unquoted(value),
      entries: isOpen ? inBrackets(value.text, value.range.start, depth + 1) : [],
      removal,
    };
  });
}

function leadOf(part: string): number {
  return part.length - part.trimStart().length;
}

function emptyAt({ range }: PlacedText): PlacedText {
  return { text: '', range: { start: range.start, end: range.start } };
}

function unquoted({ text, range }: PlacedText): PlacedText {
  const isQuoted = text.length > 1 && /^["']/.test(text) && text.endsWith(text[0] ?? '"');
  if (!isQuoted) return { text, range };
  return { text: text.slice(1, -1), range: { start: range.start + 1, end: range.end - 1 } };
}
