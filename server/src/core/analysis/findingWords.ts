import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../pack/pack.ts';
import { type Say, sayIn } from '../report/messages/message.ts';

/** How findings speak: the messages and a pack's texts in one language. */
export interface FindingWords {
  readonly say: Say;
  /** A criterion's title; an id that the pack does not have is its own title. */
  title(criterion: string): string;
  description(criterion: string): string;
  /** A facet's title as it stands within a sentence. */
  facet(criterion: string, facet: string): string;
  /** What it does not do, as the rest of the sentence that says so. */
  missing(criterion: string, facet: string): string;
  /** Parts in a row; the last joined by a word where the language has one for it. */
  list(parts: readonly string[]): string;
}

/**
 * @param pack whose criteria are spoken of
 * @param language of the editor's interface, or English
 */
export function findingWords(pack: Pack, language: LanguageTag): FindingWords {
  const say = sayIn(language);
  const texts = (id: string) => {
    const criterion = pack.criteria.find((candidate) => candidate.id === id);
    return criterion && criterionTexts(criterion, language);
  };
  const facetOf = (criterion: string, facet: string) =>
    pack.criteria.find(({ id }) => id === criterion)?.facets.find(({ id }) => id === facet);
  return {
    say,
    title: (criterion) => texts(criterion)?.title ?? criterion,
    description: (criterion) => texts(criterion)?.description ?? '',
    facet(criterion, id) {
      const facet = facetOf(criterion, id);
      const title = facet === undefined ? id : inLanguage(facet.title, language);
      // German nouns keep their capitals.
      return language.startsWith('de') ? title : title.toLowerCase();
    },
    missing(criterion, id) {
      const facet = facetOf(criterion, id);
      return facet === undefined ? id : inLanguage(facet.missing, language);
    },
    list: (parts) =>
      parts.reduce((others, part, index) => {
        if (index === 0) return part;
        const isLast = index === parts.length - 1;
        return isLast
          ? say('list-last', { others, last: part })
          : say('list-next', { others, next: part });
      }, ''),
  };
}
