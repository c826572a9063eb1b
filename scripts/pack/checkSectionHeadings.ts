/** Whether the analysis would find the sections again that the tool inserts. */

import { namedCriteria } from '../../server/src/core/analysis/namedCriteria.ts';
import { normaliseText } from '../../server/src/core/analysis/normaliseText.ts';
import {
  type PackVocabulary,
  packVocabulary,
} from '../../server/src/core/analysis/packVocabulary.ts';
import type { Pack } from '../../server/src/core/pack/pack.ts';

/**
 * Every section's heading must name its own criterion, and no other by a longer term, in every
 * language. Two criteria may share a term: one section may answer both.
 * @param pack a compiled pack
 * @returns problems, one a string: file, path and remedy
 */
export function* checkSectionHeadings(pack: Pack): Generator<string> {
  const vocabulary = packVocabulary(pack);
  for (const { id, texts } of pack.criteria) {
    for (const [language, text] of Object.entries(texts)) {
      if (text?.section === undefined) continue;
      const { heading } = text.section;
      const place =
        language === 'en'
          ? `criteria/${id}.yaml texts.section.heading`
          : `languages/${language}.yaml criteria["${id}"].texts.section.heading`;
      const words = `languages/${language}.yaml`;
      if (!namedCriteria(heading, vocabulary).has(id)) {
        yield `${place}: no term under headings of "${id}" opens "${heading}"; add one in ${words}.`;
        continue;
      }
      for (const other of closerCriteria(id, heading, vocabulary)) {
        yield `${place}: "${heading}" is rather read as a heading of "${other}"; reword it or lengthen a term of "${id}" in ${words}.`;
      }
    }
  }
}

/** The criteria with a longer term in a heading than a criterion has. */
function closerCriteria(id: string, heading: string, vocabulary: PackVocabulary): string[] {
  const longest = new Map<string, number>();
  for (const { use, start, end } of vocabulary.headings.match(normaliseText(heading))) {
    longest.set(use, Math.max(longest.get(use) ?? 0, end - start));
  }
  const own = longest.get(id) ?? 0;
  return [...longest].flatMap(([other, length]) => (length > own ? other : []));
}
