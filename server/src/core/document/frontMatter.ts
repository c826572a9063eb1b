import type { LinedText } from './linePosition.ts';
import { lineEndAt } from './linePosition.ts';
import type { FrontMatter, PlacedText, SourceRange } from './strategyDocument.ts';
import { readTomlEntries } from './tomlFrontMatter.ts';
import { readYamlEntries } from './yamlFrontMatter.ts';

/** A line of the front matter with its offset in the document. */
export interface FrontMatterLine {
  readonly text: string;
  readonly start: number;
}

/** A top-level `key: scalar`. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: PlacedText;
}

/** The entries of some front matter, and the first line that is not of its format. */
export interface EntriesReading {
  readonly entries: readonly FrontMatterEntry[];
  readonly unreadable?: SourceRange;
}

/** Front matter as it was found, and what is wrong with it. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter;
  /** Lacks its closing mark. */
  readonly isUnclosed: boolean;
  readonly unreadable?: SourceRange;
}

/** More than this (UTF-16 units) between the marks is no front matter that anyone wrote; not read. */
const LARGEST = 65_536;

/** Keys that would reach into an object's prototype in careless hands. */
const REJECTED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const YAML_KEY_LINE = /^[\p{L}_"'][^:]{0,80}:(?:\s|$)/u;
const TOML_KEY_LINE = /^[\w"'.-]{1,80}\s*=/;

/**
 * Finds and reads the front matter at the top of a document, behind a byte order mark too. Only
 * top-level scalars are read: no tags, anchors or merges are evaluated.
 */
export function readFrontMatter(document: LinedText): FrontMatterReading | undefined {
  const first = lineAt(document, 0);
  const mark = first.text.replace(/^\ufeff/, '').trimEnd();
  if (mark !== '---' && mark !== '+++') return undefined;
  const format = mark === '---' ? 'yaml' : 'toml';
  const isKeyLine = (text: string) =>
    (format === 'yaml' ? YAML_KEY_LINE : TOML_KEY_LINE).test(text);
  const closing = closingLine(document, mark);
  const last = closing ?? unclosedEnd(document, isKeyLine);
  if (last === undefined) return undefined;

  const lines: FrontMatterLine[] = [];
  for (let line = 1; line < (closing ?? last + 1); line++) lines.push(lineAt(document, line));
  // A document may also open with a thematic break and have another one further down.
  if (closing !== undefined && lines[0]?.text.trim() === '' && !lines.every(isBlankOr(isKeyLine))) {
    return undefined;
  }
  const range = { start: first.text.startsWith('\ufeff') ? 1 : 0, end: lineEndAt(document, last) };
  const { entries, unreadable } = readEntries(lines, format, range);
  return {
    frontMatter: { format, range, entries: withoutRejected(entries) },
    isUnclosed: closing === undefined,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

function readEntries(
  lines: readonly FrontMatterLine[],
  format: 'yaml' | 'toml',
  range: SourceRange,
): EntriesReading {
  if (range.end - range.start > LARGEST) return { entries: [], unreadable: range };
  return format === 'yaml' ? readYamlEntries(lines) : readTomlEntries(lines);
}

function closingLine(document: LinedText, mark: string): number | undefined {
  for (let line = 1; line < document.lineStarts.length; line++) {
    const { text } = lineAt(document, line);
    if (text.startsWith(mark) && text.trimEnd() === mark) return line;
  }
  return undefined;
}

/** The last line of unclosed front matter: up to a blank line or a heading. Absent where it is none. */
function unclosedEnd(
  document: LinedText,
  isKeyLine: (text: string) => boolean,
): number | undefined {
  if (document.lineStarts.length < 2 || !isKeyLine(lineAt(document, 1).text)) return undefined;
  let last = 1;
  for (let line = 2; line < document.lineStarts.length; line++) {
    const { text } = lineAt(document, line);
    if (text.trim() === '' || /^#{1,6}(?:\s|$)/.test(text)) break;
    last = line;
  }
  return last;
}

function lineAt(document: LinedText, line: number): FrontMatterLine {
  const start = document.lineStarts[line] ?? document.text.length;
  return { text: document.text.slice(start, lineEndAt(document, line)), start };
}

function isBlankOr(test: (text: string) => boolean): (line: FrontMatterLine) => boolean {
  return ({ text }) => text.trim() === '' || test(text);
}

/** Without keys that must not be used, and with the first of those that stand twice. */
function withoutRejected(entries: readonly FrontMatterEntry[]): FrontMatterEntry[] {
  const seen = new Set<string>(REJECTED_KEYS);
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}
