import type { Piece } from './pieces.ts';
import type { Block, Comment, SourceRange } from './strategyDocument.ts';

/** A block before it is known in which section it stands. */
export type BlockDraft = Omit<Block, 'section'>;

/** The kinds of block that are made of running text. */
export type TextKind = 'paragraph' | 'list-item' | 'quotation' | 'footnote';

/** What is known of a running text beside its pieces. */
export interface TextDetails {
  readonly range: SourceRange;
  readonly depth?: number;
  readonly ordered?: true;
  readonly introduction?: string;
  readonly task?: 'open' | 'done';
  readonly fromHtml?: true;
  /** The text is a label as a whole, whatever its form: an HTML `<summary>`, a nested heading. */
  readonly isLabel?: true;
}

/** A cell of a table row. */
export interface CellPieces {
  readonly pieces: readonly Piece[];
  readonly range: SourceRange;
}

/** What is known of a table row beside its cells. */
export interface RowDetails {
  readonly range: SourceRange;
  readonly columns: readonly string[];
  readonly isTableHeader?: true;
  readonly fromHtml?: true;
}

/**
 * Where the readers of Markdown and of HTML put what they find. The document collects it; a list
 * item and an HTML table cell take running text for themselves and pass on the rest.
 */
export interface BlockSink {
  text(kind: TextKind, pieces: readonly Piece[], details: TextDetails): void;
  row(cells: readonly CellPieces[], details: RowDetails): void;
  /** Takes a block that is no running text: code, a comment, a link definition. */
  other(block: BlockDraft): void;
  heading(pieces: readonly Piece[], level: number, range: SourceRange): void;
  comment(comment: Comment): void;
}
