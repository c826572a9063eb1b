import type { StrategyDocument } from '../document/strategyDocument.ts';
import { readHeading } from './headingReading.ts';
import type { PackVocabulary } from './packVocabulary.ts';

/** What the headings say each section is about, by section index. */
export interface SectionCriteria {
  /** Criteria that the section's own heading names. */
  readonly own: readonly ReadonlySet<string>[];
  /** Those and the criteria of all headings above it. */
  readonly inherited: readonly ReadonlySet<string>[];
}

const NOTHING_NAMED: ReadonlySet<string> = new Set();

/**
 * Lends the meaning of headings to what stands below them.
 * @param document whose sections are read in order, parents first
 * @param vocabulary of the pack
 * @param declared criteria that the author says a section answers, by its index
 */
export function sectionCriteria(
  document: StrategyDocument,
  vocabulary: PackVocabulary,
  declared: ReadonlyMap<number, ReadonlySet<string>> = new Map(),
): SectionCriteria {
  const own: ReadonlySet<string>[] = [];
  const inherited: ReadonlySet<string>[] = [];
  for (const section of document.sections) {
    const { heading, parent } = section;
    // The document's title names its subject, not the criterion of all that follows.
    const isTitle = heading !== undefined && heading.range.start === document.title?.range.start;
    const said =
      heading === undefined || isTitle
        ? NOTHING_NAMED
        : readHeading(heading.text, vocabulary).named;
    const declaredHere = declared.get(section.index);
    const named = declaredHere === undefined ? said : new Set([...declaredHere, ...said]);
    own.push(named);
    const above = (parent === undefined ? undefined : inherited[parent]) ?? NOTHING_NAMED;
    inherited.push(named.size === 0 ? above : new Set([...named, ...above]));
  }
  return { own, inherited };
}
