import type {
  BlockDraft,
  BlockSink,
  CellPieces,
  RowDetails,
  TextDetails,
  TextKind,
} from './blockSink.ts';
import { readLabel, wholeLabel } from './labels.ts';
import { linksOf, type Piece, shareOf, textOf } from './pieces.ts';
import type { Comment, Heading, PlacedText, SourceRange } from './strategyDocument.ts';

/** `{#custom-id}`, `{: .class}` and the like behind a heading's text: for the site, not the reader. */
const HEADING_ATTRIBUTES = /\s*\{[#:.][^{}]*\}\s*$/;

/** Parts a row's cells in the text of its block, as no phrase reaches from one into the next. */
const CELL_SEPARATOR = ' | ';

/** Collects what the readers find in one text. Ranges count in the text that was parsed. */
export class DocumentReading implements BlockSink {
  readonly headings: Heading[] = [];
  readonly blocks: BlockDraft[] = [];
  readonly comments: Comment[] = [];
  /** Labels whose `**` CommonMark does not read as strong. */
  readonly looseLabels: PlacedText[] = [];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  text(kind: TextKind, pieces: readonly Piece[], details: TextDetails): void {
    const { isLabel, ...attributes } = details;
    const reading = isLabel ? undefined : readLabel(pieces, kind === 'list-item', this.source);
    const label = isLabel ? wholeLabel(pieces) : reading?.label;
    const read = reading?.pieces ?? pieces;
    const text = textOf(read);
    if (text === '') return;
    if (label !== undefined && reading?.notStrong !== undefined) {
      this.looseLabels.push({ text: label.text, range: reading.notStrong });
    }
    this.blocks.push({
      kind,
      text,
      ...attributes,
      ...(label === undefined ? {} : { label }),
      ...shares(read),
    });
  }

  row(cells: readonly CellPieces[], details: RowDetails): void {
    const placed = cells.map(({ pieces, range }) => ({ text: textOf(pieces), range }));
    const texts = placed.map((cell) => cell.text).filter((text) => text !== '');
    if (texts.length === 0) return;
    const pieces = cells.flatMap((cell) => cell.pieces);
    this.blocks.push({
      kind: 'table-row',
      text: texts.join(CELL_SEPARATOR),
      cells: placed,
      ...details,
      ...shares(pieces),
    });
  }

  other(block: BlockDraft): void {
    this.blocks.push(block);
  }

  heading(pieces: readonly Piece[], level: number, range: SourceRange): void {
    this.headings.push({ text: textOf(pieces).replace(HEADING_ATTRIBUTES, ''), level, range });
  }

  comment(comment: Comment): void {
    this.comments.push(comment);
  }
}

/** A block without running text: code, a comment, a link definition. */
export function rawBlock(
  kind: 'code' | 'comment' | 'link-definition',
  text: string,
  range: SourceRange,
): BlockDraft {
  return { kind, text, range, links: [], linkShare: 0, codeShare: kind === 'code' ? 1 : 0 };
}

/** The columns that a header row names; none where all its cells are empty. */
export function columnsOf(cells: readonly CellPieces[]): string[] {
  const columns = cells.map((cell) => textOf(cell.pieces));
  return columns.every((column) => column === '') ? [] : columns;
}

function shares(pieces: readonly Piece[]): Pick<BlockDraft, 'links' | 'linkShare' | 'codeShare'> {
  return {
    links: linksOf(pieces),
    linkShare: shareOf(pieces, (piece) => piece.link !== undefined),
    codeShare: shareOf(pieces, (piece) => piece.code),
  };
}
