/**
 * A checklist file as lines: where its headings and task list items stand. Read line by line rather
 * than as a Markdown tree, so that whatever a person breaks by hand, every character outside an
 * item's box keeps its place.
 */

/** A line of the file; offsets in UTF-16 code units, `end` before the line's own ending. */
export interface FileLine {
  readonly start: number;
  readonly end: number;
  /** Without the byte order mark and the line ending; empty for a line too long to be an item. */
  readonly text: string;
  readonly isBlank: boolean;
  /** The first and last line of the fence, comment or front matter that it lies in. */
  readonly verbatim?: Verbatim;
}

/** Lines that are not read: a code fence, an HTML comment of several lines, front matter. */
export interface Verbatim {
  readonly first: number;
  /** Past the last line where nothing closes it. */
  readonly last: number;
}

export interface FileHeading {
  /** The last line of the heading: the underline of a setext heading. */
  readonly line: number;
  readonly firstLine: number;
  readonly level: number;
  readonly text: string;
}

export interface FileItem {
  readonly line: number;
  /** What stands before the marker: indentation and `>` marks. */
  readonly prefix: string;
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly marker: string;
  /** What stands in the box, and the offset of its first character. */
  readonly box: string;
  readonly boxStart: number;
  /** The text after the box, with and without the lines that continue it. */
  readonly texts: readonly string[];
  /** The id in the item's comment, where it still has one. */
  readonly id?: string;
}

export interface ChecklistLines {
  readonly text: string;
  /** The line ending to write with: the first that the file has, else LF. */
  readonly ending: string;
  readonly lines: readonly FileLine[];
  readonly headings: readonly FileHeading[];
  readonly items: readonly FileItem[];
  /** Lines that carry an item's comment but no box. */
  readonly boxless: readonly { readonly line: number; readonly id: string }[];
}

/** No item is longer, in UTF-16 code units; keeps the patterns below from running for long. */
const longestLine = 10_000;

const itemPattern = /^((?:[ \t]|>)*)([-*+]|\d{1,9}[.)])[ \t]+\[(.?)\](?:[ \t]+(.*))?$/su;
const listPattern = /^(?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const atxPattern = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const setextPattern = /^ {0,3}(=+|-+)[ \t]*$/;
const idPattern = /<!--\s*ospo-strategy:\s*(\S+?)\s*-->/;
const fencePattern = /^(?:[ \t]|>|[-*+][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Reads the lines of a checklist file.
 * @param text the file as it is, byte order mark and CR LF included
 */
export function readChecklistLines(text: string): ChecklistLines {
  const lines = markVerbatim(splitLines(text));
  const items = readItems(lines);
  return {
    text,
    ending: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    lines,
    headings: readHeadings(lines),
    items,
    boxless: readBoxless(lines, items),
  };
}

/** True where a line opens a list item, with or without a box. */
export function isListLine(line: string): boolean {
  return listPattern.test(line);
}

/** How far a line is indented, in columns; `>` marks count as their own width. */
export function indentation(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ' || character === '>') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

function splitLines(text: string): FileLine[] {
  const lines: FileLine[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(lineOf(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(lineOf(text, start, text.length));
  return lines;
}

function lineOf(text: string, start: number, end: number): FileLine {
  if (end - start > longestLine) return { start, end, text: '', isBlank: false };
  const line = text.slice(start, end);
  const readable = start === 0 && line.startsWith('\uFEFF') ? line.slice(1) : line;
  return { start, end, text: readable, isBlank: readable.trim() === '' };
}

/** Marks what is not read, from the top: inside one kind, the marks of the others mean nothing. */
function markVerbatim(lines: readonly FileLine[]): FileLine[] {
  const marked: FileLine[] = [];
  while (marked.length < lines.length) {
    const first = marked.length;
    const last = lastVerbatimLine(lines, first);
    const line = lines[first];
    if (line === undefined) break;
    if (last === undefined) marked.push(line);
    else
      for (const inside of lines.slice(first, last + 1))
        marked.push({ ...inside, verbatim: { first, last } });
  }
  return marked;
}

/** The last line of what opens at a line; `lines.length` where nothing closes it. */
function lastVerbatimLine(lines: readonly FileLine[], first: number): number | undefined {
  const text = lines[first]?.text ?? '';
  const closedBy = (closes: (line: string) => boolean): number => {
    let last = first + 1;
    while (last < lines.length && !closes(lines[last]?.text ?? '')) last += 1;
    return last;
  };
  if (first === 0 && /^---[ \t]*$/.test(text)) {
    const last = closedBy((line) => /^(---|\.\.\.)[ \t]*$/.test(line));
    // An opening `---` that nothing closes is a line across the page, not front matter.
    if (last < lines.length) return last;
  }
  const fence = fencePattern.exec(text)?.[1];
  if (fence !== undefined) {
    return closedBy((line) => {
      const mark = /^(?:[ \t]|>)*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      return mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
    });
  }
  const opensComment = /^[ \t]*<!--/.test(text) && !text.includes('-->');
  return opensComment ? closedBy((line) => line.includes('-->')) : undefined;
}

function readHeadings(lines: readonly FileLine[]): FileHeading[] {
  const headings: FileHeading[] = [];
  lines.forEach((line, index) => {
    if (line.verbatim !== undefined) return;
    const atx = atxPattern.exec(line.text);
    if (atx?.[1] !== undefined) {
      headings.push({ line: index, firstLine: index, level: atx[1].length, text: atx[2] ?? '' });
      return;
    }
    const underline = setextPattern.exec(line.text)?.[1];
    const above = lines[index - 1];
    if (underline === undefined || above === undefined || !canBeUnderlined(above)) return;
    const level = underline.startsWith('=') ? 1 : 2;
    headings.push({ line: index, firstLine: index - 1, level, text: above.text });
  });
  return headings;
}

function canBeUnderlined(line: FileLine): boolean {
  return (
    line.verbatim === undefined &&
    /^ {0,3}[^\s>]/.test(line.text) &&
    !isListLine(line.text) &&
    !atxPattern.test(line.text) &&
    !setextPattern.test(line.text)
  );
}

function readItems(lines: readonly FileLine[]): FileItem[] {
  return lines.flatMap((line, index) => {
    const match = line.verbatim === undefined ? itemPattern.exec(line.text) : null;
    if (match === null) return [];
    const [, prefix = '', marker = '', box = '', rest = ''] = match;
    const textStart = line.end - line.text.length;
    const boxStart = textStart + line.text.indexOf('[', prefix.length + marker.length) + 1;
    const continued = [rest, ...continuation(lines, index)].join(' ');
    const id = (idPattern.exec(rest) ?? idPattern.exec(continued))?.[1];
    const item = { line: index, prefix, marker, box, boxStart, texts: [rest, continued] };
    return [id === undefined ? item : { ...item, id }];
  });
}

function readBoxless(
  lines: readonly FileLine[],
  items: readonly FileItem[],
): ChecklistLines['boxless'] {
  const read = new Set(items.map(({ line }) => line));
  let continuesItem = false;
  return lines.flatMap((line, index) => {
    continuesItem = read.has(index) || (continuesItem && continues(line));
    const id = line.verbatim === undefined ? idPattern.exec(line.text)?.[1] : undefined;
    return continuesItem || id === undefined ? [] : [{ line: index, id }];
  });
}

/** The last line of an item's own paragraph, which a formatter may have wrapped. */
export function lastLineOf({ lines }: ChecklistLines, item: FileItem): number {
  return item.line + continuation(lines, item.line).length;
}

/** The lines that continue an item's paragraph, such as those that a formatter wrapped. */
function continuation(lines: readonly FileLine[], item: number): string[] {
  const texts: string[] = [];
  for (const line of lines.slice(item + 1)) {
    if (!continues(line)) break;
    texts.push(line.text.trim());
  }
  return texts;
}

function continues(line: FileLine): boolean {
  const opensBlock = isListLine(line.text) || atxPattern.test(line.text);
  return !line.isBlank && !opensBlock && line.verbatim === undefined;
}
