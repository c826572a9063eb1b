/** A language's VS Code snippets: one a criterion and one for a whole document. */

import {
  type Criterion,
  criterionTexts,
  inLanguage,
  type LanguageTag,
  type LanguageVocabulary,
  type Pack,
} from '../../server/src/core/pack/pack.ts';
import { escapeSnippetText, sectionSnippet } from '../../server/src/core/pack/sectionSnippet.ts';

/** An entry of a VS Code snippets file. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const SECTION_LEVEL = 2;

/**
 * All snippets of a language, by name.
 * @param pack a compiled pack
 * @param language one of its languages
 * @returns one snippet a criterion in the pack's order, then one for a whole document
 */
export function languageSnippets(
  pack: Pack,
  language: LanguageVocabulary,
): { readonly [name: string]: Snippet } {
  const snippets: Record<string, Snippet> = {};
  for (const criterion of pack.criteria) {
    const { title } = criterionTexts(criterion, language.language);
    snippets[`${title} (${named(criterion.id, language.language)})`] = sectionEntry(
      language.language,
      criterion,
    );
  }
  const title = documentTitle(pack, language);
  snippets[`${title} (${named(pack.id, language.language)})`] = documentEntry(
    pack,
    language,
    title,
  );
  return snippets;
}

function sectionEntry(language: LanguageTag, criterion: Criterion): Snippet {
  const texts = criterionTexts(criterion, language);
  const section = sectionSnippet(texts.section, { headingLevel: SECTION_LEVEL, firstTabStop: 1 });
  return {
    prefix: prefixOf(language, criterion.id.replace('.', '-')),
    body: `${section.snippet}\n$0`.split('\n'),
    description: descriptionOf(criterion, language),
  };
}

/** The published question, else what it asks; where a language has neither, its title. */
function descriptionOf({ texts }: Criterion, language: LanguageTag): string {
  const own = texts[language];
  return own?.wordings?.[0] ?? own?.description ?? own?.title ?? texts.en.title;
}

function documentEntry(pack: Pack, language: LanguageVocabulary, title: string): Snippet {
  let nextTabStop = 2;
  const sections = pack.criteria.map((criterion) => {
    const { section } = criterionTexts(criterion, language.language);
    const made = sectionSnippet(section, {
      headingLevel: SECTION_LEVEL,
      firstTabStop: nextTabStop,
    });
    nextTabStop = made.nextTabStop;
    return made.snippet;
  });
  const heading = `# \${1:${escapeSnippetText(title)}}`;
  return {
    prefix: prefixOf(language.language, 'strategy'),
    body: `${[heading, ...sections].join('\n\n')}\n$0`.split('\n'),
    description: title,
  };
}

/** What a strategy document is called in the language: its first title that is a whole phrase. */
function documentTitle(pack: Pack, language: LanguageVocabulary): string {
  const whole = language.signals.strategyTitle.find((term) => !term.endsWith('*'));
  const title = whole ?? inLanguage(pack.title, language.language);
  return title.charAt(0).toLocaleUpperCase(language.language) + title.slice(1);
}

/** VS Code inserts a snippet by its name, which two languages must not share. */
function named(id: string, language: LanguageTag): string {
  return language === 'en' ? id : `${id}, ${language}`;
}

/** English is typed by id; other languages put their tag before it: `ospo-de-petal-legal`. */
function prefixOf(language: LanguageTag, id: string): string {
  return language === 'en' ? `ospo-${id}` : `ospo-${language.toLowerCase()}-${id}`;
}
