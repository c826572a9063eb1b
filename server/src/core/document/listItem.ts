import type {
  BlockDraft,
  BlockSink,
  CellPieces,
  RowDetails,
  TextDetails,
  TextKind,
} from './blockSink.ts';
import { breakAt, type Piece, rangeOf } from './pieces.ts';
import type { Comment, SourceRange } from './strategyDocument.ts';

/** What is known of a list item before its text is read. */
export interface ItemDetails {
  /** UTF-16 offset of its marker or `<li>`. */
  readonly start: number;
  readonly depth: number;
  readonly ordered?: true;
  readonly introduction?: string;
  readonly task?: 'open' | 'done';
  readonly fromHtml?: true;
}

/**
 * Gathers a list item's own text: its paragraphs are one block, until something else (a nested
 * list, code, a quote) comes between. What comes between is passed on to `outer`.
 */
export class ListItemText implements BlockSink {
  private readonly outer: BlockSink;
  private item: ItemDetails;
  private pieces: Piece[] = [];
  private end = 0;

  constructor(outer: BlockSink, item: ItemDetails) {
    this.outer = outer;
    this.item = item;
  }

  text(kind: TextKind, pieces: readonly Piece[], details: TextDetails): void {
    if (kind !== 'paragraph') {
      this.flush();
      this.outer.text(kind, pieces, details);
      return;
    }
    if (this.pieces.length > 0) this.pieces.push(breakAt(details.range.start));
    // A heading in an item is its lead; being strong and on a line of its own, it is a label.
    this.pieces.push(...(details.isLabel ? pieces.map(asStrong) : pieces));
    this.end = details.range.end;
  }

  row(cells: readonly CellPieces[], details: RowDetails): void {
    this.flush();
    this.outer.row(cells, details);
  }

  other(block: BlockDraft): void {
    if (block.kind !== 'comment') this.flush();
    this.outer.other(block);
  }

  heading(pieces: readonly Piece[], _level: number, range: SourceRange): void {
    this.text('paragraph', pieces, { range, isLabel: true });
  }

  comment(comment: Comment): void {
    this.outer.comment(comment);
  }

  /** Hands over the text gathered so far. To be called once more when the item ends. */
  flush(): void {
    if (this.pieces.length === 0) return;
    const { start, task, ...details } = this.item;
    const from =
      start >= 0 ? start : rangeOf(this.pieces, { start: this.end, end: this.end }).start;
    const range: SourceRange = { start: from, end: Math.max(from, this.end) };
    this.outer.text('list-item', this.pieces, {
      ...details,
      range,
      ...(task === undefined ? {} : { task }),
    });
    // What follows a nested list belongs to the same item, but is neither its marker nor its task.
    const { task: _done, ...rest } = this.item;
    this.item = { ...rest, start: -1 };
    this.pieces = [];
  }
}

function asStrong(piece: Piece): Piece {
  return { ...piece, strong: true };
}
