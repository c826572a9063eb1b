import type { StrategyDocument } from '../document/strategyDocument.ts';
import { normaliseText } from './normaliseText.ts';
import type { PackVocabulary } from './packVocabulary.ts';

/** "3.2 Further reading": what stands before the first letter is no part of the name. */
const BEFORE_THE_NAME = /^[^\p{L}]+/u;

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
    if (isBelowOne || namesAside(heading?.text ?? '', vocabulary)) asides.add(index);
  }
  return asides;
}

/** "Sources of funding" opens with such a word and is none: the whole heading must be one. */
function namesAside(heading: string, vocabulary: PackVocabulary): boolean {
  const name = normaliseText(heading.replace(BEFORE_THE_NAME, ''));
  return vocabulary.body
    .match(name)
    .some(
      ({ use, start, end }) =>
        use.kind === 'signal' && use.signal === 'aside' && start === 0 && end === name.length,
    );
}
