import { BlockOrigin } from './blockOrigin.ts';
import type { BlockDraft } from './blockSink.ts';
import { type FlowContext, readFlow } from './blocks.ts';
import { DocumentReading } from './documentReading.ts';
import { findEmbeddedData } from './embeddedData.ts';
import { findHostileText, type HostileText } from './guards.ts';
import { type LinedText, lineStartsOf } from './linePosition.ts';
import { rewriteNotations } from './notations.ts';
import { isOpenAtEnd } from './openAtEnd.ts';
import { type Definition, mentionedLabels, parseMarkdown } from './parseMarkdown.ts';
import type { Finding } from './problems.ts';
import { rewriteText } from './rewriteText.ts';
import { scanLines } from './scanLines.ts';
import type { Comment, Heading, PlacedText, SourceRange } from './strategyDocument.ts';

/** What was found in a text; ranges count in that text. */
export interface Content {
  readonly headings: readonly Heading[];
  readonly blocks: readonly BlockDraft[];
  readonly comments: readonly Comment[];
  readonly findings: readonly Finding[];
}

/** What a stretch of Markdown says when it is read by itself. */
export interface StretchReading {
  /** In document order. */
  readonly content: Content;
  /** By block index. */
  readonly origins: readonly BlockOrigin[];
  readonly definitions: readonly Definition[];
  /** Labels that it may refer to. */
  readonly mentions: readonly string[];
  /** True where code, a comment or an HTML element goes on behind it: more text has to be read with it. */
  readonly isOpen: boolean;
}

/** Longer texts (in UTF-16 units) are read by lines, as the parser would take seconds. */
export const LARGEST_PARSED = 1_048_576;

let parsed = 0;

/** How many UTF-16 units were read so far: what an edit costs, in no machine's time. */
export function unitsRead(): number {
  return parsed;
}

type Place = (range: SourceRange) => SourceRange;

/**
 * Reads a stretch of Markdown. Never throws.
 * @param text without front matter and byte order mark
 * @param elsewhere what the rest of the document defines, and this text refers to
 */
export function readStretch(text: string, elsewhere: readonly Definition[]): StretchReading {
  parsed += text.length;
  const cuts = findEmbeddedData(text).map((range) => ({ ...range, replacement: '' }));
  if (cuts.length === 0) return inOrder(readText(text, elsewhere));
  const rewritten = rewriteText(text, cuts);
  const reading = readText(rewritten.text, elsewhere);
  return inOrder({ ...reading, content: placeContent(reading.content, rewritten.toSource) });
}

/** Reads a text that is too large to be parsed, by lines. Never throws. */
export function readLargeText(text: string): Content {
  const body: LinedText = { text, lineStarts: lineStartsOf(text) };
  return { ...scanLines(body, { start: 0, end: text.length }), findings: [tooLarge()] };
}

type UnsortedReading = Omit<StretchReading, 'origins'>;

function readText(text: string, elsewhere: readonly Definition[]): UnsortedReading {
  const body: LinedText = { text, lineStarts: lineStartsOf(text) };
  try {
    return readMarkdown(body, elsewhere);
  } catch {
    // The parser is not ours; should it fail on a text, the author still gets what can be read.
    const all = { start: 0, end: text.length };
    const content = { ...scanLines(body, all), findings: [tooComplex(all)] };
    return { content, definitions: [], mentions: [], isOpen: false };
  }
}

function inOrder(reading: UnsortedReading): StretchReading {
  const { headings, blocks, comments, findings } = reading.content;
  const content = {
    headings: headings.toSorted(byPlace),
    blocks: blocks.toSorted(byPlace),
    comments: comments.toSorted(byPlace),
    findings: findings.toSorted(byPlace),
  };
  return { ...reading, content, origins: content.blocks.map(() => new BlockOrigin()) };
}

/** Orders by start, then by end. */
export function byPlace(a: { range: SourceRange }, b: { range: SourceRange }): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

/** `content` with all its ranges mapped by `place`. */
export function placeContent(content: Content, place: Place): Content {
  const placed = <Item extends { readonly range: SourceRange }>(item: Item): Item => ({
    ...item,
    range: place(item.range),
  });
  return {
    headings: content.headings.map(placed),
    blocks: content.blocks.map((block) => placeBlock(block, placed)),
    comments: content.comments.map(placed),
    findings: content.findings.map(placed),
  };
}

function placeBlock(
  block: BlockDraft,
  placed: <Text extends PlacedText>(text: Text) => Text,
): BlockDraft {
  const { label, cells, links } = block;
  return {
    ...placed(block),
    links: links.length === 0 ? links : links.map(placed),
    ...(label === undefined ? {} : { label: placed(label) }),
    ...(cells === undefined ? {} : { cells: cells.map(placed) }),
  };
}

function readMarkdown(body: LinedText, elsewhere: readonly Definition[]): UnsortedReading {
  const hostile = findHostileText(body);
  const notations = rewriteNotations(body);
  const cuts = [...hostile.regions, ...hostile.fencedLines];
  const rewritten = rewriteText(body.text, [
    ...cuts.map((range) => ({ ...range, replacement: '' })),
    ...notations.rewrites,
  ]);
  const { text } = rewritten;
  const { root, definitions } = parseMarkdown(text, elsewhere);
  const reading = new DocumentReading(text);
  // The first definition of a label holds; what stands elsewhere was chosen so.
  const targets = new Map([
    ...definitions.toReversed().map(({ label, url }) => [label, url] as const),
    ...elsewhere.map(({ label, url }) => [label, url] as const),
  ]);
  const context = { source: { text, targets }, kind: 'paragraph', nested: false, listDepth: 0 };
  const isHtmlOpen = readFlow(root.children, context as FlowContext, reading);
  const { headings, blocks, comments } = reading;
  const findings = reading.looseLabels.map(looseLabel);
  const content = placeContent({ headings, blocks, comments, findings }, rewritten.toSource);
  return {
    content: withScanned(body, withLooseHeadings(content, notations.looseHeadings), hostile),
    definitions,
    mentions: mentionedLabels(text),
    isOpen: isHtmlOpen || isOpenAtEnd(root.children.at(-1), text),
  };
}

/** Adds what the parser did not see, read by lines, unless it lies in code or a comment. */
function withScanned(body: LinedText, content: Content, hostile: HostileText): Content {
  const hidden = content.blocks.filter(({ kind }) => kind === 'code' || kind === 'comment');
  const shown = [...hostile.regions, ...hostile.fencedLines].filter(
    ({ start, end }) => !hidden.some(({ range }) => range.start <= start && end <= range.end),
  );
  const scans = shown.map((range) => scanLines(body, range));
  return {
    headings: [...content.headings, ...scans.flatMap((scan) => scan.headings)],
    blocks: [...content.blocks, ...scans.flatMap((scan) => scan.blocks)],
    comments: [...content.comments, ...scans.flatMap((scan) => scan.comments)],
    findings: [...content.findings, ...shown.map(tooComplex)],
  };
}

function withLooseHeadings(content: Content, offsets: readonly number[]): Content {
  const loose = new Set(offsets);
  const found = content.headings.filter((heading) => loose.has(heading.range.start));
  return { ...content, findings: [...content.findings, ...found.map(looseHeading)] };
}

function looseHeading(heading: Heading): Finding {
  return {
    id: 'not-a-heading',
    range: heading.range,
    say: (line) =>
      `Line ${line} is no heading for Markdown, as there is no ordinary blank after the "#". ` +
      `Write "${'#'.repeat(heading.level)} ${heading.text}" with a plain space.`,
  };
}

function looseLabel(label: PlacedText): Finding {
  return {
    id: 'label-not-strong',
    range: label.range,
    say: (line) =>
      `The label "${label.text}" in line ${line} is not bold for Markdown, as a letter follows the ` +
      'closing marks. Put a blank behind them, or the punctuation behind instead of before them.',
  };
}

function tooComplex(range: SourceRange): Finding {
  return {
    id: 'too-complex',
    range,
    say: (line) =>
      `The text from line ${line} on is too long in one line, too deeply nested or too full of ` +
      'marks to be parsed, so it was read as plain text up to the next blank line. ' +
      'Break it into shorter paragraphs.',
  };
}

function tooLarge(): Finding {
  return {
    id: 'too-large',
    range: { start: 0, end: 0 },
    say: (line) =>
      'The text is larger than 1 MB, so only its headings and paragraphs were read from line ' +
      `${line} on, without lists, tables and labels. Split it into several files.`,
  };
}
