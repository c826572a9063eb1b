import type { BlockSink } from './blockSink.ts';
import type { FlowContext } from './blocks.ts';
import { columnsOf, rawBlock } from './documentReading.ts';
import { BLOCK_ELEMENTS, type Frame, familyOf, frameNameOf, HeldText } from './htmlFrames.ts';
import type { FrameFamily } from './htmlLookAhead.ts';
import { type HtmlTag, type HtmlToken, readHtmlTokens } from './htmlTokens.ts';
import { InlineText } from './inlineText.ts';
import { ListItemText } from './listItem.ts';
import { valueOffsets } from './phrasing.ts';
import { isVisible, rangeOf, textOf } from './pieces.ts';
import type { SourceRange } from './strategyDocument.ts';

/** Elements that, standing by themselves, are a block of code. */
const CODE_BLOCKS: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'svg']);

/**
 * Reads the HTML between the Markdown of one container. CommonMark cuts HTML at blank lines, so
 * that an element may be open when Markdown comes; `absorbing` then says where that text belongs.
 */
export class HtmlBlocks {
  private readonly context: FlowContext;
  private readonly sink: BlockSink;
  private readonly frames: Frame[] = [];
  private inline = new InlineText();
  private codeBlock: { readonly name: string; readonly start: number; depth: number } | undefined;
  /** The running text read last, as long as nothing but comments followed. */
  private lastText: string | undefined;
  /** True once an element was closed by us, as its own closing tag did not come. */
  leftOpen = false;

  constructor(context: FlowContext, sink: BlockSink) {
    this.context = context;
    this.sink = sink;
  }

  /**
   * Reads the HTML of one mdast node. Takes and returns the text that introduces a list which
   * might follow.
   */
  read(html: string, range: SourceRange, introduction: string | undefined): string | undefined {
    const place = valueOffsets(html, range, this.context.source.text);
    this.lastText = introduction;
    for (const token of readHtmlTokens(html)) {
      this.readToken({ ...token, start: place(token.start), end: place(token.end) });
    }
    if (this.codeBlock !== undefined) this.endCode(range.end);
    this.flush();
    return this.lastText;
  }

  /** Where Markdown that follows now belongs, when it is not a block of its own. */
  absorbing(): BlockSink | undefined {
    return this.holder();
  }

  /** True inside an HTML `<blockquote>`. */
  isQuoted(): boolean {
    return this.frames.some((frame) => frame.name === 'quote');
  }

  /** Closes the elements that were opened and forgotten: those for which `goesOn` is false. */
  closeUnless(goesOn: (family: FrameFamily) => boolean): void {
    const forgotten = this.frames.findIndex((frame) => !goesOn(familyOf(frame)));
    if (forgotten < 0) return;
    this.leftOpen = true;
    this.closeFrom(forgotten, undefined);
  }

  /** Closes whatever is open, at the end of the container. */
  finish(): void {
    if (this.frames.length > 0) this.leftOpen = true;
    this.closeFrom(0, undefined);
  }

  private readToken(token: HtmlToken): void {
    if (this.codeBlock !== undefined) this.readInCode(token);
    else if ('text' in token) {
      if (token.type === 'comment') this.readComment(token.text, token);
      else this.inline.addHtml(token, token);
    } else if (this.inline.isDropping) this.inline.addHtml(token, token);
    else if (token.type === 'open') this.open(token);
    else this.close(token);
  }

  private open(tag: HtmlTag): void {
    if (!BLOCK_ELEMENTS.has(tag.name) && !CODE_BLOCKS.has(tag.name)) {
      this.inline.addHtml(tag, tag);
      if (tag.name === 'tbody') this.setTableHead(false);
      return;
    }
    if (CODE_BLOCKS.has(tag.name)) {
      if (this.holder() !== undefined || this.inline.pieces.some(isVisible)) {
        this.inline.addHtml(tag, tag);
      } else this.codeBlock = { name: tag.name, start: tag.start, depth: 1 };
      return;
    }
    this.flush();
    this.openFrame(tag);
  }

  private openFrame(tag: HtmlTag): void {
    switch (frameNameOf(tag.name)) {
      case 'table':
        this.frames.push({ name: 'table', inHead: false, columns: [] });
        break;
      case 'row':
        this.openRow(tag.start);
        break;
      case 'cell':
        this.openCell(tag);
        break;
      case 'list':
        this.openList(tag.name === 'ol');
        break;
      case 'item':
        this.openItem(tag.start);
        break;
      case 'heading':
        this.openHeading(tag);
        break;
      case 'summary':
        if (this.holder() === undefined) {
          this.frames.push({ name: 'summary', start: tag.start, held: new HeldText(this.sink) });
        }
        break;
      case 'quote':
        this.frames.push({ name: 'quote' });
        break;
      default:
        if (tag.name === 'thead' || tag.name === 'tbody') this.setTableHead(tag.name === 'thead');
        break;
    }
  }

  private openRow(start: number): void {
    this.closeWithin('table', ['row', 'cell']);
    if (this.frames.at(-1)?.name !== 'table') {
      this.frames.push({ name: 'table', inHead: false, columns: [] });
    }
    this.frames.push({ name: 'row', start, cells: [], onlyHeaders: true });
  }

  private openCell(tag: HtmlTag): void {
    this.closeWithin('row', ['cell']);
    if (this.frames.at(-1)?.name !== 'row') this.openRow(tag.start);
    const row = this.frames.at(-1);
    if (row?.name === 'row' && tag.name === 'td') row.onlyHeaders = false;
    this.frames.push({ name: 'cell', start: tag.start, held: new HeldText(this.sink) });
  }

  private openList(ordered: boolean): void {
    const holder = this.holder();
    // A list in a cell is part of the cell's text.
    if (holder instanceof HeldText) return;
    if (holder instanceof ListItemText) holder.flush();
    this.frames.push({ name: 'list', ordered, introduction: this.lastText });
  }

  private openItem(start: number): void {
    if (this.holder() instanceof HeldText) return;
    this.closeWithin('list', ['item']);
    if (this.frames.at(-1)?.name !== 'list') this.openList(false);
    const list = this.frames.at(-1);
    if (list?.name !== 'list') return;
    const lists = this.frames.filter((frame) => frame.name === 'list').length;
    const own = new ListItemText(this.sink, {
      start,
      depth: this.context.listDepth + lists,
      fromHtml: true,
      ...(list.ordered ? { ordered: true } : {}),
      ...(list.introduction === undefined ? {} : { introduction: list.introduction }),
    });
    this.frames.push({ name: 'item', own });
  }

  private openHeading(tag: HtmlTag): void {
    this.closeWithin('heading', ['heading']);
    if (this.holder() === undefined) {
      const level = Number(tag.name.slice(1));
      this.frames.push({ name: 'heading', start: tag.start, held: new HeldText(this.sink), level });
    } else this.inline.addHtml({ ...tag, name: 'strong' }, tag);
  }

  private close(tag: HtmlTag): void {
    if (!BLOCK_ELEMENTS.has(tag.name)) {
      this.inline.addHtml(tag, tag);
      return;
    }
    this.flush();
    if (tag.name === 'thead') this.setTableHead(false);
    const name = frameNameOf(tag.name);
    if (name === undefined) return;
    // `</li>` inside a cell closes nothing outside that cell.
    const bound = this.frames.findLastIndex((frame) => frame.name === 'cell');
    const at = this.frames.findLastIndex((frame) => frame.name === name);
    const closesTable = name === 'table' || name === 'row' || name === 'cell';
    if (at >= 0 && (closesTable || at > bound)) this.closeFrom(at, tag.end);
  }

  /** Closes frames of the given names at the top of the stack, down to one named `until`. */
  private closeWithin(until: Frame['name'], names: readonly Frame['name'][]): void {
    const bound = this.frames.findLastIndex(
      (frame) => frame.name === until && !names.includes(until),
    );
    const at = this.frames.findIndex((frame, index) => index > bound && names.includes(frame.name));
    if (at >= 0) this.closeFrom(at, undefined);
  }

  /** Closes the frame at `index` and all inside it; `end` is the end of its closing tag, if any. */
  private closeFrom(index: number, end: number | undefined): void {
    this.flush();
    while (this.frames.length > index) {
      const frame = this.frames.pop();
      if (frame !== undefined)
        this.finishFrame(frame, this.frames.length === index ? end : undefined);
      this.lastText = undefined;
    }
  }

  private finishFrame(frame: Frame, end: number | undefined): void {
    switch (frame.name) {
      case 'cell':
        this.finishCell(frame);
        break;
      case 'row':
        this.finishRow(frame, end);
        break;
      case 'item':
        frame.own.flush();
        break;
      case 'heading': {
        const text = rangeOf(frame.held.pieces, { start: frame.start, end: end ?? frame.start });
        const range = { start: frame.start, end: end ?? text.end };
        if (this.context.nested) this.emit(frame.held, range);
        else this.sink.heading(frame.held.pieces, frame.level, range);
        break;
      }
      case 'summary': {
        const text = rangeOf(frame.held.pieces, { start: frame.start, end: frame.start });
        this.emit(frame.held, { start: frame.start, end: end ?? text.end });
        break;
      }
      default:
        break;
    }
  }

  private finishCell(cell: Extract<Frame, { name: 'cell' }>): void {
    const row = this.frames.at(-1);
    if (row?.name !== 'row') return;
    const { pieces } = cell.held;
    row.cells.push({ pieces, range: rangeOf(pieces, { start: cell.start, end: cell.start }) });
  }

  private finishRow(row: Extract<Frame, { name: 'row' }>, end: number | undefined): void {
    const table = this.frames.at(-1);
    if (table?.name !== 'table') return;
    const isHeader = row.cells.length > 0 && (table.inHead || row.onlyHeaders);
    const ends = row.cells.map((cell) => cell.range.end);
    this.sink.row(row.cells, {
      range: { start: row.start, end: end ?? Math.max(row.start, ...ends) },
      columns: table.columns,
      fromHtml: true,
      ...(isHeader ? { isTableHeader: true } : {}),
    });
    if (isHeader) table.columns = columnsOf(row.cells);
  }

  private emit(held: HeldText, range: SourceRange): void {
    this.sink.text(this.context.kind, held.pieces, { range, fromHtml: true, isLabel: true });
  }

  /** Ends the running text and gives it to whatever it stands in. */
  private flush(): void {
    const { pieces } = this.inline;
    this.inline = new InlineText();
    if (!pieces.some(isVisible)) return;
    const range = rangeOf(pieces, { start: 0, end: 0 });
    const holder = this.holder();
    if (holder === undefined) {
      const kind = this.isQuoted() ? 'quotation' : this.context.kind;
      this.sink.text(kind, pieces, { range, fromHtml: true });
    } else holder.text('paragraph', pieces, { range, fromHtml: true });
    this.lastText = textOf(pieces);
  }

  /** The innermost open element that takes text for itself. */
  private holder(): HeldText | ListItemText | undefined {
    const frame = this.frames.findLast((candidate) => 'held' in candidate || 'own' in candidate);
    if (frame === undefined) return undefined;
    return 'held' in frame ? frame.held : 'own' in frame ? frame.own : undefined;
  }

  private setTableHead(inHead: boolean): void {
    this.closeWithin('table', ['row', 'cell']);
    const table = this.frames.findLast((frame) => frame.name === 'table');
    if (table?.name === 'table') table.inHead = inHead;
  }

  private readComment(text: string, range: SourceRange): void {
    const comment = { text: text.trim(), range: { start: range.start, end: range.end } };
    this.sink.comment(comment);
    if (this.holder() !== undefined || this.inline.pieces.some(isVisible)) return;
    this.sink.other(rawBlock('comment', comment.text, comment.range));
  }

  private readInCode(token: HtmlToken): void {
    const code = this.codeBlock;
    if (code === undefined || 'text' in token || token.name !== code.name) return;
    code.depth += token.type === 'open' ? 1 : -1;
    if (code.depth === 0) this.endCode(token.end);
  }

  private endCode(end: number): void {
    if (this.codeBlock === undefined) return;
    const range = { start: this.codeBlock.start, end };
    const raw = this.context.source.text.slice(range.start, end);
    this.sink.other(rawBlock('code', raw, range));
    this.codeBlock = undefined;
    this.lastText = undefined;
  }
}
