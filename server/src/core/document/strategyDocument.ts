import type { BlockOrigin } from './blockOrigin.ts';

/**
 * The document model: what every analysis reads instead of Markdown.
 *
 * All ranges are UTF-16 offsets into `StrategyDocument.text`, which is the text exactly as the
 * author's file has it (byte order mark, CR LF and all), `start` inclusive, `end` exclusive.
 */

/** A half-open range of UTF-16 offsets. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A heading, or a title taken from the front matter. */
export interface Heading {
  /** As a reader sees it: no markup, no closing `#`, no `{#custom-id}`, white space folded. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  readonly range: SourceRange;
}

/**
 * A heading and what stands under it. Section 0 has no heading: it holds what stands before the
 * first one. Sections are listed in document order.
 */
export interface Section {
  readonly index: number;
  readonly heading?: Heading;
  /** The index of the section that this one lies in; absent at the top. */
  readonly parent?: number;
  /** From the heading's start to the end of the deepest subsection, white space included. */
  readonly range: SourceRange;
  /** From the heading's start to where the first subsection, or the next section, starts. */
  readonly ownRange: SourceRange;
}

export type BlockKind =
  | 'paragraph'
  | 'list-item'
  | 'table-row'
  | 'quotation'
  | 'footnote'
  | 'code'
  | 'comment'
  | 'link-definition';

/** A piece of text with the place it comes from. */
export interface PlacedText {
  readonly text: string;
  readonly range: SourceRange;
}

/** A link as the author wrote it. */
export interface PlacedLink extends PlacedText {
  readonly url: string;
}

/**
 * The smallest piece that a verdict can point to: a paragraph, a list item without its nested
 * items, a table row, and so on. HTML is read into the same kinds.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly range: SourceRange;
  /** The index of the section that it stands in. */
  readonly section: number;
  /**
   * What a reader reads: no markup, no link targets, no images, no inline HTML tags; white space
   * folded to single blanks. For `code` and `comment` the raw content.
   */
  readonly text: string;
  /** A lead such as `**Legal:**`, `Legal —`, or `**法务：**` that CommonMark does not read as strong. */
  readonly label?: PlacedText;
  /** A table row's cells; `columns` are the header cells above them, empty where there are none. */
  readonly cells?: readonly PlacedText[];
  readonly columns?: readonly string[];
  /** True for a table's header row itself. */
  readonly isTableHeader?: true;
  /** List nesting: 1 for an item of an outer list; absent outside lists. */
  readonly depth?: number;
  readonly ordered?: true;
  /** The text of the paragraph that introduces the list which this item is in ("... such as:"). */
  readonly introduction?: string;
  readonly task?: 'open' | 'done';
  readonly links: readonly PlacedLink[];
  /** Shares of `text` (0 to 1) that are link text and code spans. */
  readonly linkShare: number;
  readonly codeShare: number;
  /** True where it was read from HTML rather than Markdown. */
  readonly fromHtml?: true;
}

/** An `<!-- ... -->`, wherever it stands. `text` is what lies between the marks, trimmed. */
export type Comment = PlacedText;

/** What stands between the `---` (or `+++`) lines at the top. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml';
  /** From the first mark to the end of the closing one. */
  readonly range: SourceRange;
  /** Top-level `key: scalar` entries, in order, with the range of the value. */
  readonly entries: readonly { readonly key: string; readonly value: PlacedText }[];
}

/** Something about the file itself that an author should know. Never fatal. */
export interface DocumentProblem {
  readonly id:
    | 'binary'
    | 'invalid-utf8'
    | 'lone-surrogate'
    | 'front-matter-unclosed'
    | 'front-matter-unreadable'
    | 'too-large'
    | 'too-complex'
    | 'not-a-heading'
    | 'label-not-strong';
  readonly range: SourceRange;
  /** Names the place and the remedy, in English. */
  readonly message: string;
}

export interface StrategyDocument {
  readonly text: string;
  /** The UTF-16 offset at which each line starts; line 0 starts at 0. Lines end with LF, CR LF or CR. */
  readonly lineStarts: readonly number[];
  readonly frontMatter?: FrontMatter;
  /** The first heading of level 1, else the front matter's `title`. */
  readonly title?: PlacedText;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /**
   * By block index: what stands for the block itself, the same one in the next version of a text
   * where no edit touched it.
   */
  readonly origins: readonly BlockOrigin[];
  readonly comments: readonly Comment[];
  readonly problems: readonly DocumentProblem[];
}
