import { normaliseText } from './normaliseText.ts';
import type { PackVocabulary } from './packVocabulary.ts';

/** A name longer than this is a sentence that happens to be a heading or a bold lead. */
const LONGEST_NAME = 120;

/**
 * The criteria that a heading, a bold label or a table's column names. Where one term lies inside a
 * longer one ("business" in "business case for management"), only the longer counts.
 * @param name the heading's text
 * @param vocabulary of the pack
 * @returns criterion ids, each once
 */
export function namedCriteria(name: string, vocabulary: PackVocabulary): ReadonlySet<string> {
  const letters = normaliseText(name);
  if (letters.length > LONGEST_NAME) return new Set();
  const hits = vocabulary.headings.match(letters);
  const longest = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.start <= hit.start &&
          other.end >= hit.end &&
          other.end - other.start > hit.end - hit.start,
      ),
  );
  return new Set(longest.map((hit) => hit.use));
}
