import type {
  Blockquote,
  FootnoteDefinition,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
} from 'mdast';
import type { BlockSink, TextDetails, TextKind } from './blockSink.ts';
import { columnsOf, rawBlock } from './documentReading.ts';
import { HtmlBlocks } from './htmlBlocks.ts';
import { lookAhead } from './htmlLookAhead.ts';
import type { InlineText } from './inlineText.ts';
import { readLabel } from './labels.ts';
import { ListItemText } from './listItem.ts';
import { nodeRange, type ParsedSource, readPhrasing } from './phrasing.ts';
import { foldText, type Piece, textOf } from './pieces.ts';
import type { SourceRange } from './strategyDocument.ts';

/** Where flow content stands. */
export interface FlowContext {
  readonly source: ParsedSource;
  /** What a paragraph is here. */
  readonly kind: TextKind;
  /** True inside a list, quote or footnote, where a heading opens no section. */
  readonly nested: boolean;
  readonly listDepth: number;
}

/** `[!NOTE]`, GitHub's and Obsidian's marker of an admonition, at the start of a quote. */
const ADMONITION = /^\s*\[!\p{L}+\][+-]?[^\S\n]*/u;

/**
 * Reads the children of the document, of a quote, a list item or a footnote into `sink`.
 * @returns whether an HTML element that was opened in them is never closed
 */
export function readFlow(
  nodes: readonly RootContent[],
  context: FlowContext,
  sink: BlockSink,
): boolean {
  const html = new HtmlBlocks(context, sink);
  const closesLater = lookAhead(nodes);
  let introduction: string | undefined;
  nodes.forEach((node, index) => {
    const range = nodeRange(node, { start: 0, end: 0 });
    if (node.type === 'html') {
      introduction = html.read(node.value, range, introduction);
      return;
    }
    html.closeUnless((frame) => closesLater(index, frame));
    const target = html.absorbing() ?? sink;
    const here = html.isQuoted() ? { ...context, kind: 'quotation' as const } : context;
    readNode(node, range, here, target, introduction);
    introduction = node.type === 'paragraph' ? paragraphText(node, context.source) : undefined;
  });
  html.finish();
  return html.leftOpen;
}

function readNode(
  node: RootContent,
  range: SourceRange,
  context: FlowContext,
  sink: BlockSink,
  introduction: string | undefined,
): void {
  switch (node.type) {
    case 'heading': {
      const inline = readPhrasing(node.children, context.source, range);
      passComments(inline, sink);
      if (context.nested) sink.text(context.kind, inline.pieces, { range, isLabel: true });
      else sink.heading(inline.pieces, node.depth, range);
      break;
    }
    case 'paragraph':
      readParagraph(node, range, context, sink);
      break;
    case 'list':
      readList(node, context, sink, introduction);
      break;
    case 'blockquote':
      readQuote(node, context, sink);
      break;
    case 'table':
      readTable(node, context, sink);
      break;
    case 'footnoteDefinition':
      readFootnote(node, context, sink);
      break;
    case 'code':
      sink.other(rawBlock('code', node.value, range));
      break;
    case 'definition':
      sink.other({
        ...rawBlock('link-definition', '', range),
        links: [{ text: foldText(node.label ?? node.identifier), url: node.url, range }],
      });
      break;
    default:
      break;
  }
}

function readParagraph(
  node: Paragraph,
  range: SourceRange,
  context: FlowContext,
  sink: BlockSink,
): void {
  const inline = readPhrasing(node.children, context.source, range);
  passComments(inline, sink);
  sink.text(context.kind, inline.pieces, { range });
}

function readList(
  list: List,
  context: FlowContext,
  sink: BlockSink,
  introduction: string | undefined,
): void {
  for (const item of list.children) {
    const range = nodeRange(item, { start: 0, end: 0 });
    const task = taskState(item);
    const own = new ListItemText(sink, {
      start: range.start,
      depth: context.listDepth + 1,
      ...(list.ordered ? { ordered: true } : {}),
      ...(introduction === undefined ? {} : { introduction }),
      ...(task === undefined ? {} : { task }),
    });
    const inside = {
      ...context,
      kind: 'paragraph',
      nested: true,
      listDepth: context.listDepth + 1,
    };
    readFlow(item.children, inside as FlowContext, own);
    own.flush();
  }
}

function taskState(item: ListItem): 'open' | 'done' | undefined {
  if (item.checked === true) return 'done';
  return item.checked === false ? 'open' : undefined;
}

function readQuote(quote: Blockquote, context: FlowContext, sink: BlockSink): void {
  const first = quote.children[0];
  const pieces = first?.type === 'paragraph' ? paragraphPieces(first, context.source) : [];
  const marker = ADMONITION.exec(pieces[0]?.text ?? '');
  if (marker === null) {
    readFlow(quote.children, { ...context, kind: 'quotation', nested: true }, sink);
    return;
  }
  // An admonition is the author's own text, in a box.
  const range = nodeRange(first ?? quote, nodeRange(quote, { start: 0, end: 0 }));
  sink.text('paragraph', withoutStart(pieces, marker[0].length), textDetails(range));
  readFlow(quote.children.slice(1), { ...context, kind: 'paragraph', nested: true }, sink);
}

function readFootnote(note: FootnoteDefinition, context: FlowContext, sink: BlockSink): void {
  readFlow(note.children, { ...context, kind: 'footnote', nested: true }, sink);
}

function readTable(table: Table, context: FlowContext, sink: BlockSink): void {
  let columns: readonly string[] = [];
  table.children.forEach((row, index) => {
    const range = nodeRange(row, { start: 0, end: 0 });
    const cells = row.children.map((cell) => {
      const inline = readPhrasing(cell.children, context.source, nodeRange(cell, range));
      passComments(inline, sink);
      return { pieces: inline.pieces, range: contentRange(cell.children, nodeRange(cell, range)) };
    });
    sink.row(cells, { range, columns, ...(index === 0 ? { isTableHeader: true } : {}) });
    if (index === 0) columns = columnsOf(cells);
  });
}

/** From the first child to the last; the end of the cell where it is empty. */
function contentRange(children: readonly RootContent[], cell: SourceRange): SourceRange {
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return { start: cell.end, end: cell.end };
  return { start: nodeRange(first, cell).start, end: nodeRange(last, cell).end };
}

function paragraphPieces(node: Paragraph, source: ParsedSource): readonly Piece[] {
  return readPhrasing(node.children, source, nodeRange(node, { start: 0, end: 0 })).pieces;
}

function paragraphText(node: Paragraph, source: ParsedSource): string | undefined {
  const pieces = paragraphPieces(node, source);
  return textOf(readLabel(pieces, false, source.text)?.pieces ?? pieces) || undefined;
}

function withoutStart(pieces: readonly Piece[], length: number): Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  const range = {
    start: Math.min(first.range.start + length, first.range.end),
    end: first.range.end,
  };
  return [{ ...first, text: first.text.slice(length), range }, ...rest];
}

function textDetails(range: SourceRange): TextDetails {
  return { range };
}

function passComments(inline: InlineText, sink: BlockSink): void {
  for (const comment of inline.comments) sink.comment(comment);
}
