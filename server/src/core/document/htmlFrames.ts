import type {
  BlockDraft,
  BlockSink,
  CellPieces,
  RowDetails,
  TextDetails,
  TextKind,
} from './blockSink.ts';
import type { FrameFamily } from './htmlLookAhead.ts';
import type { ListItemText } from './listItem.ts';
import { breakAt, type Piece } from './pieces.ts';
import type { Comment, SourceRange } from './strategyDocument.ts';

/** An HTML element that gives the text inside it a meaning, while it is open. */
export type Frame =
  | { readonly name: 'table'; inHead: boolean; columns: readonly string[] }
  | {
      readonly name: 'row';
      readonly start: number;
      readonly cells: CellPieces[];
      onlyHeaders: boolean;
    }
  | { readonly name: 'cell'; readonly start: number; readonly held: HeldText }
  | {
      readonly name: 'heading';
      readonly start: number;
      readonly held: HeldText;
      readonly level: number;
    }
  | { readonly name: 'summary'; readonly start: number; readonly held: HeldText }
  | { readonly name: 'list'; readonly ordered: boolean; readonly introduction: string | undefined }
  | { readonly name: 'item'; readonly own: ListItemText }
  | { readonly name: 'quote' };

export type FrameName = Frame['name'];

/** Elements that end the running text before and after them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ' +
    'ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const FRAME_OF: Readonly<Record<string, FrameName>> = {
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  ul: 'list',
  ol: 'list',
  li: 'item',
  summary: 'summary',
  blockquote: 'quote',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};

/** The frame that an element of this (lower case) name opens, if any. */
export function frameNameOf(element: string): FrameName | undefined {
  return Object.hasOwn(FRAME_OF, element) ? FRAME_OF[element] : undefined;
}

/** The family of tags that shows whether an open frame goes on. */
export function familyOf(frame: Frame): FrameFamily {
  if (frame.name === 'table' || frame.name === 'row' || frame.name === 'cell') return 'table';
  return frame.name === 'list' || frame.name === 'item' ? 'list' : 'other';
}

/** Holds the text of a table cell, a heading or a summary, whatever it is made of inside. */
export class HeldText implements BlockSink {
  readonly pieces: Piece[] = [];
  private readonly outer: BlockSink;

  constructor(outer: BlockSink) {
    this.outer = outer;
  }

  text(_kind: TextKind, pieces: readonly Piece[], details: TextDetails): void {
    if (this.pieces.length > 0) this.pieces.push(breakAt(details.range.start));
    this.pieces.push(...pieces);
  }

  heading(pieces: readonly Piece[], _level: number, range: SourceRange): void {
    this.text('paragraph', pieces, { range });
  }

  row(cells: readonly CellPieces[], details: RowDetails): void {
    this.outer.row(cells, details);
  }

  other(block: BlockDraft): void {
    this.outer.other(block);
  }

  comment(comment: Comment): void {
    this.outer.comment(comment);
  }
}
