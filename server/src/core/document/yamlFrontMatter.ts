import type { EntriesReading, FrontMatterEntry, FrontMatterLine } from './frontMatter.ts';
import type { PlacedText, SourceRange } from './strategyDocument.ts';

const KEY =
  /^(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s#\-?,[\]{}&*!|>%@`"':][^:#]{0,200}?|-[^\s:#][^:#]{0,199}?))\s*:(?:\s+(.*))?$/;
/** What YAML has beside scalars: collections, anchors, aliases and tags. Left unread on purpose. */
const NOT_A_SCALAR = /^[[{&*!]/;
const BLOCK_SCALAR = /^[|>][-+0-9]{0,2}\s*(?:#.*)?$/;

/**
 * Reads the top-level `key: scalar` entries of YAML front matter, line by line. Nested values are
 * passed over. The first line that no YAML parser would take is named as unreadable.
 */
export function readYamlEntries(lines: readonly FrontMatterLine[]): EntriesReading {
  const entries: FrontMatterEntry[] = [];
  let unreadable: SourceRange | undefined;
  let at = 0;
  while (at < lines.length) {
    const end = nextTopLevelLine(lines, at + 1);
    const reading = readEntry(lines.slice(at, end));
    if (reading === 'unreadable') unreadable ??= lineRange(lines[at]);
    else if (reading !== undefined) {
      entries.push(reading.entry);
      if (reading.isDoubtful) unreadable ??= lineRange(lines[at]);
    }
    at = end;
  }
  return { entries, ...(unreadable === undefined ? {} : { unreadable }) };
}

/** Indented lines, blank ones, list items and closing brackets belong to the key above them. */
function nextTopLevelLine(lines: readonly FrontMatterLine[], from: number): number {
  let line = from;
  while (line < lines.length && /^(?:\s|$|-(?:\s|$)|[\]}])/.test(lines[line]?.text ?? '')) line++;
  return line;
}

function readEntry(
  lines: readonly FrontMatterLine[],
): { entry: FrontMatterEntry; isDoubtful: boolean } | 'unreadable' | undefined {
  const [first, ...more] = lines;
  if (first === undefined || /^\s*(?:#|$)/.test(first.text)) return undefined;
  const match = KEY.exec(first.text.trimEnd());
  if (match === null) return 'unreadable';
  const key = match[1] ?? match[2] ?? match[3] ?? '';
  const raw = match[4] ?? '';
  const start = first.start + first.text.trimEnd().length - raw.length;
  if (NOT_A_SCALAR.test(raw) || key === '<<') return undefined;
  if (BLOCK_SCALAR.test(raw)) return { entry: blockScalar(key, more, start), isDoubtful: false };
  if (/^["']/.test(raw)) return quoted(key, raw, more, start);
  return plain(key, raw, more, start);
}

function blockScalar(
  key: string,
  lines: readonly FrontMatterLine[],
  start: number,
): FrontMatterEntry {
  const last = lines.findLast((line) => line.text.trim() !== '');
  const end = last === undefined ? start : last.start + last.text.length;
  const text = lines.map((line) => line.text.trim()).join(' ');
  return { key, value: { text: text.replace(/\s+/g, ' ').trim(), range: { start, end } } };
}

function quoted(
  key: string,
  raw: string,
  more: readonly FrontMatterLine[],
  start: number,
): { entry: FrontMatterEntry; isDoubtful: boolean } | 'unreadable' {
  const whole = [raw, ...more.map((line) => line.text.trim())].join(' ').trim();
  const isDouble = whole.startsWith('"');
  const match = (isDouble ? /^"((?:[^"\\]|\\.)*)"\s*(#.*)?$/ : /^'((?:[^']|'')*)'\s*(#.*)?$/).exec(
    whole,
  );
  if (match === null) return 'unreadable';
  const inside = match[1] ?? '';
  const text = isDouble ? unescaped(inside) : inside.replaceAll("''", "'");
  const onOneLine = raw.indexOf(inside);
  const last = more.findLast((line) => line.text.trim() !== '');
  const range =
    onOneLine >= 0
      ? { start: start + onOneLine, end: start + onOneLine + inside.length }
      : { start, end: last === undefined ? start + raw.length : last.start + last.text.length };
  return { entry: { key, value: { text, range } }, isDoubtful: false };
}

function plain(
  key: string,
  raw: string,
  more: readonly FrontMatterLine[],
  start: number,
): { entry: FrontMatterEntry; isDoubtful: boolean } | undefined {
  const text = raw.replace(/(?:^|\s+)#.*$/, '').trimEnd();
  const continuation = more.filter((line) => !/^\s*(?:#|$)/.test(line.text));
  // A key without a value of its own has a list or map below it.
  if (text === '' && continuation.length > 0) return undefined;
  const whole = [text, ...continuation.map((line) => line.text.trim())].join(' ');
  const value: PlacedText = { text: whole, range: { start, end: start + text.length } };
  // `title: Strategy: the plan` is what people write and no YAML parser takes.
  return { entry: { key, value }, isDoubtful: /:\s/.test(text) };
}

/** The escapes of a double-quoted scalar that people use; others stay as they are. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (whole, u, x, one) => {
    if (u !== undefined || x !== undefined) return String.fromCharCode(Number.parseInt(u ?? x, 16));
    if (one === 'n' || one === 't') return ' ';
    return one === '"' || one === '\\' || one === '/' ? one : whole;
  });
}

function lineRange(line: FrontMatterLine | undefined): SourceRange {
  const start = line?.start ?? 0;
  return { start, end: start + (line?.text.length ?? 0) };
}
