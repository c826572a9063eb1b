import type { BlockDraft } from './blockSink.ts';
import { rawBlock } from './documentReading.ts';
import { FenceTracker } from './fences.ts';
import type { LinedText } from './linePosition.ts';
import { lineEndAt, lineIndexAt } from './linePosition.ts';
import { foldText } from './pieces.ts';
import type { Comment, Heading, SourceRange } from './strategyDocument.ts';

/** What a scan by lines finds. */
export interface LineScan {
  readonly headings: readonly Heading[];
  readonly blocks: readonly BlockDraft[];
  readonly comments: readonly Comment[];
}

/** The most UTF-16 units of a paragraph in one block. */
const LARGEST_BLOCK = 20_000;

const ATX_HEADING = /^ {0,3}(#{1,6})(?:[ \t\u00a0\u3000]+(.{0,2000}))?$/;
const CLOSING_MARKS = /\s+#+\s*$|\s*\{#[^{}]{0,200}\}\s*$/g;
/** Markers of lists and quotes at the start of a line. */
const MARKERS = /^(?:\s*(?:[-*+>]|\d{1,9}[.)])(?=\s|$))+\s*|^\s+/;
const MARKUP =
  /<\/?[a-z][^<>]{0,500}>|\*{1,3}|_{2,3}|~~|`+|!?\[(?=[^\][]{0,500}\])|\]\([^()\s]{0,1000}\)/gi;

/**
 * Reads a part of a document without a Markdown parser, in linear time: ATX headings, fenced code,
 * comments, and all else as plain paragraphs. For text that is too much for the parser.
 */
export function scanLines(document: LinedText, part: SourceRange): LineScan {
  const headings: Heading[] = [];
  const blocks: BlockDraft[] = [];
  const comments = commentsIn(document.text, part);
  const fences = new FenceTracker();
  let paragraph: SourceRange | undefined;
  let code: SourceRange | undefined;
  let comment = 0;
  const endBlock = () => {
    if (paragraph !== undefined) blocks.push(...plainBlocks(document.text, paragraph));
    if (code !== undefined) blocks.push(codeBlock(document.text, code));
    paragraph = undefined;
    code = undefined;
  };
  const last = lineIndexAt(document.lineStarts, part.end);
  for (let line = lineIndexAt(document.lineStarts, part.start); line <= last; line++) {
    const start = Math.max(part.start, document.lineStarts[line] ?? 0);
    const end = Math.min(part.end, lineEndAt(document, line));
    while ((comments[comment]?.range.end ?? end) < start) comment++;
    if (start >= end || (comments[comment]?.range.start ?? end) < start) {
      if (code === undefined) endBlock();
      continue;
    }
    const text = document.text.slice(start, end);
    if (fences.next(text) !== 'outside') {
      if (code === undefined) endBlock();
      code = { start: code?.start ?? start, end };
      continue;
    }
    if (code !== undefined || !/\S/.test(text)) endBlock();
    const heading = text.length > LARGEST_BLOCK ? null : ATX_HEADING.exec(text);
    if (heading !== null) {
      endBlock();
      const title = plainText((heading[2] ?? '').replace(CLOSING_MARKS, ''));
      headings.push({ text: title, level: (heading[1] ?? '#').length, range: { start, end } });
    } else if (/\S/.test(text)) {
      if (MARKERS.exec(text)?.[0].trim()) endBlock();
      paragraph = { start: paragraph?.start ?? start, end };
    }
  }
  endBlock();
  return { headings, blocks, comments };
}

/** The comments that start in `part`; one that is never closed reaches to its end. */
function commentsIn(text: string, part: SourceRange): Comment[] {
  const comments: Comment[] = [];
  const within = text.slice(part.start, part.end);
  for (let at = within.indexOf('<!--'); at >= 0; ) {
    const close = within.indexOf('-->', at + 4);
    const end = close < 0 ? within.length : close + 3;
    const inside = within.slice(at + 4, close < 0 ? end : close).trim();
    comments.push({ text: inside, range: { start: part.start + at, end: part.start + end } });
    at = within.indexOf('<!--', end);
  }
  return comments;
}

/** A paragraph, cut where it is longer than a block may be: at a blank, if there is one. */
function plainBlocks(text: string, range: SourceRange): BlockDraft[] {
  const blocks: BlockDraft[] = [];
  for (let start = range.start; start < range.end; ) {
    const end = cutBefore(text, start, Math.min(range.end, start + LARGEST_BLOCK), range.end);
    const plain = plainText(text.slice(start, end));
    if (/[\p{L}\p{N}]/u.test(plain)) blocks.push(plainBlock(plain, { start, end }));
    start = end;
  }
  return blocks;
}

function cutBefore(text: string, start: number, limit: number, end: number): number {
  if (limit === end) return end;
  const blank = text.lastIndexOf(' ', limit);
  if (blank > start) return blank;
  // Not between the halves of an astral character.
  const isHigh = /[\ud800-\udbff]/.test(text[limit - 1] ?? '');
  return isHigh && limit - 1 > start ? limit - 1 : limit;
}

function plainBlock(text: string, range: SourceRange): BlockDraft {
  return { kind: 'paragraph', text, range, links: [], linkShare: 0, codeShare: 0 };
}

function codeBlock(text: string, range: SourceRange): BlockDraft {
  return rawBlock('code', text.slice(range.start, range.end), range);
}

function plainText(source: string): string {
  const lines = withoutComments(source).split(/\r\n|\r|\n/);
  const unmarked = lines.map((line) => line.replace(MARKERS, '')).join('\n');
  return foldText(unmarked.replace(MARKUP, ''));
}

function withoutComments(source: string): string {
  if (!source.includes('<!--')) return source;
  const kept: string[] = [];
  let from = 0;
  for (let at = source.indexOf('<!--'); at >= 0; at = source.indexOf('<!--', from)) {
    kept.push(source.slice(from, at));
    const close = source.indexOf('-->', at + 4);
    from = close < 0 ? source.length : close + 3;
  }
  kept.push(source.slice(from));
  return kept.join('');
}
