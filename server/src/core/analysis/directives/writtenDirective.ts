import type { PlacedText, SourceRange } from '../../document/strategyDocument.ts';

/** What directives can say, in a comment and as keys in the front matter. */
export const verbs = ['answers', 'not-applicable', 'ignore-next', 'ignore-file'] as const;
export type Verb = (typeof verbs)[number];

/** What a directive may have behind its names: `reason="..."`, `until=2027-06-30`. */
export const attributes = ['reason', 'until'] as const;

/** `key=value`; the value's range is without quotes. */
export interface Attribute {
  readonly key: PlacedText;
  readonly value: PlacedText;
  /** From the key to the closing quote. */
  readonly range: SourceRange;
}

/** A directive as its author wrote it: not yet checked, every part with its place. */
export interface WrittenDirective {
  readonly verb: PlacedText;
  /** Ids of criteria or of rules. */
  readonly names: readonly PlacedText[];
  readonly attributes: readonly Attribute[];
  /** From the verb to the last part. */
  readonly range: SourceRange;
  /** The comment or front matter entry that it stands in. */
  readonly place: SourceRange;
  /** What to delete so that it is gone and nothing else is. */
  readonly removal: SourceRange;
  /** Takes a reason: where it is inserted, and what stands around it. */
  readonly reasonSlot: { readonly offset: number; readonly before: string; readonly after: string };
  /** In the front matter, the heading of the section that `answers` means. */
  readonly heading?: PlacedText;
  readonly isInFrontMatter: boolean;
}
