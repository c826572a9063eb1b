import type { BlockDraft } from './blockSink.ts';
import { readFlow } from './blocks.ts';
import { DocumentReading } from './documentReading.ts';
import { findHostileText, type HostileText } from './guards.ts';
import { type LinedText, lineStartsOf } from './linePosition.ts';
import { rewriteNotations } from './notations.ts';
import { parseMarkdown } from './parseMarkdown.ts';
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

/** Longer texts (in UTF-16 units) are read by lines, as the parser would take seconds. */
const LARGEST_PARSED = 1_048_576;

/** So many places of one file are named as too complex; with more it was not written by hand. */
const MOST_TOO_COMPLEX = 10;

type Place = (range: SourceRange) => SourceRange;

/** Reads a text without front matter. Never throws. */
export function readBody(text: string): Content {
  const body: LinedText = { text, lineStarts: lineStartsOf(text) };
  const all = { start: 0, end: text.length };
  if (text.length > LARGEST_PARSED) return { ...scanLines(body, all), findings: [tooLarge()] };
  try {
    return readMarkdown(body);
  } catch {
    // The parser is not ours; should it fail on a text, the author still gets what can be read.
    return { ...scanLines(body, all), findings: [tooComplex(all)] };
  }
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
  const { label, cells } = block;
  return {
    ...placed(block),
    links: block.links.map(placed),
    ...(label === undefined ? {} : { label: placed(label) }),
    ...(cells === undefined ? {} : { cells: cells.map(placed) }),
  };
}

function readMarkdown(body: LinedText): Content {
  const hostile = findHostileText(body);
  const notations = rewriteNotations(body);
  const cuts = [...hostile.regions, ...hostile.fencedLines];
  const rewritten = rewriteText(body.text, [
    ...cuts.map((range) => ({ ...range, replacement: '' })),
    ...notations.rewrites,
  ]);
  const { root, definitions } = parseMarkdown(rewritten.text);
  const reading = new DocumentReading(rewritten.text);
  const source = { text: rewritten.text, definitions };
  readFlow(root.children, { source, kind: 'paragraph', nested: false, listDepth: 0 }, reading);
  const { headings, blocks, comments } = reading;
  const findings = reading.looseLabels.map(looseLabel);
  const content = placeContent({ headings, blocks, comments, findings }, rewritten.toSource);
  return withScanned(body, withLooseHeadings(content, notations.looseHeadings), hostile);
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
    findings: [...content.findings, ...shown.slice(0, MOST_TOO_COMPLEX).map(tooComplex)],
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
