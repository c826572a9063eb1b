import type { StrategyDocument } from '../document/strategyDocument.ts';
import { readHeading } from './headingReading.ts';
import type { PackVocabulary } from './packVocabulary.ts';

/**
 * The sections over titles rather than statements: further reading, events, vacancies.
 * @param document with its headings
 * @param vocabulary of the pack
 * @returns their indexes, subsections included
 */
export function asideSections(
  document: StrategyDocument,
  vocabulary: PackVocabulary,
): ReadonlySet<number> {
  const asides = new Set<number>();
  for (const { index, heading, parent } of document.sections) {
    const isBelowOne = parent !== undefined && asides.has(parent);
    if (isBelowOne || readHeading(heading?.text ?? '', vocabulary).isAside) asides.add(index);
  }
  return asides;
}
