import type { SourceRange } from '../document/strategyDocument.ts';

/** Something that an author can write at a cursor. */
export interface Proposal {
  /** What a list shows. */
  readonly label: string;
  readonly kind: 'section' | 'word' | 'value' | 'entry';
  /** On the cursor's line, the cursor inside. */
  readonly replaces: SourceRange;
  readonly newText: string;
  /** The same with tab stops, LSP syntax, where there is something to fill in. */
  readonly snippet?: string;
  /** What an editor compares with what `replaces` holds; the label where it is absent. */
  readonly filterText?: string;
  /** The criterion that it is about, for what is shown beside it. */
  readonly criterion?: string;
  /** The rule that it is about. */
  readonly rule?: string;
}
