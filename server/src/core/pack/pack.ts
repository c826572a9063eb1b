/**
 * A pack: a framework as data. Every question, petal, element, stage, antipattern and word that the
 * analysis knows stands in one. Packs are written in YAML (`server/packs/<pack>/`), checked and
 * compiled to one JSON file when the project is built.
 */

import type { RecognitionModelData } from '../recognition/recognitionModel.ts';

/** A BCP 47 tag with a file in `languages/`, such as `en` or `zh-Hans`. */
export type LanguageTag = string;

/** Text by language. English is always there; a missing language falls back to it. */
export type Localised<T> = { readonly en: T } & { readonly [language: LanguageTag]: T | undefined };

export type CriterionKind = 'question' | 'petal' | 'element';

/**
 * Facets that structure shows better than words: a question, what follows a question, a step of an
 * ordered list. They count in the criterion's own section.
 */
export type FacetShape = 'question' | 'answer' | 'step';

/** One part of a complete answer. */
export interface Facet {
  readonly id: string;
  /** A short noun phrase: "Technologies named". */
  readonly title: Localised<string>;
  /**
   * What a thin answer does not do, as the rest of the sentence "It does not ...": "say which of
   * them matter today and which tomorrow".
   */
  readonly missing: Localised<string>;
  readonly shapes?: readonly FacetShape[];
}

/** What an author reads about a criterion, in one language. */
export interface CriterionTexts {
  readonly title: string;
  /** The guiding question as published, and other wordings of it: repeating one is not answering it. */
  readonly wordings: readonly string[];
  /** What it asks and why, in one to three sentences. */
  readonly description: string;
  /** How to answer it: two to five sentences that an author can act on. */
  readonly guidance: string;
  readonly goodAnswer: string;
  readonly weakAnswer: string;
  /** The section to insert. `{{...}}` marks what the author has to fill in. */
  readonly section: { readonly heading: string; readonly body: string };
}

/** English whole; of other languages what is translated. Read it by `criterionTexts`. */
export type CriterionTranslations = { readonly en: CriterionTexts } & {
  readonly [language: LanguageTag]: Partial<CriterionTexts> | undefined;
};

export interface Criterion {
  /** Never changes meaning: `question.technology`, `petal.legal`, ... */
  readonly id: string;
  readonly kind: CriterionKind;
  readonly texts: CriterionTranslations;
  readonly facets: readonly Facet[];
  /** How many facets specific statements must meet before it counts as answered. */
  readonly facetsToAnswer: number;
  /** Ids of resources worth reading. */
  readonly resources: readonly string[];
}

/**
 * Terms are plain words or phrases, compared after case folding and Unicode normalisation, on word
 * boundaries in scripts that have them. A final `*` matches any continuation (`contribut*`).
 */
export type Term = string;

export interface CriterionVocabulary {
  /** What a heading, a table's column or a bold label says when it opens this criterion's section. */
  readonly headings: readonly Term[];
  /** By facet id: words that show the facet where the context is the criterion's own section. */
  readonly facets: { readonly [facet: string]: readonly Term[] };
  /** By facet id: phrases telling enough to count anywhere in a document. */
  readonly anywhere: { readonly [facet: string]: readonly Term[] };
}

/** Words of one language that are not about one criterion. */
export interface LanguageSignals {
  /** Frequent function words, to tell the language by (empty where the script tells it). */
  readonly stopWords: readonly Term[];
  /** The document speaks of its own organisation: we, our, the company, ... */
  readonly organisation: readonly Term[];
  /** It speaks of organisations in general, or to its reader's: organisations, your company, this guide, ... */
  readonly generic: readonly Term[];
  /** It commits: will, must, is responsible for, ... */
  readonly commitment: readonly Term[];
  /** It denies or excludes: no, not, without, out of scope, ... */
  readonly negation: readonly Term[];
  /** It supposes: if we had, could one day, ... */
  readonly hypothesis: readonly Term[];
  /** It asks its reader to write something: describe, list here, explain how, ... */
  readonly prompt: readonly Term[];
  /** It is still to be written: TODO, TBD, 待定, ... */
  readonly placeholder: readonly Term[];
  /** Dates, terms and rhythms: quarterly, by the end of, every year, ... */
  readonly time: readonly Term[];
  /** Roles and bodies that can own something: owner, committee, head of, ... */
  readonly role: readonly Term[];
  /** Titles and file names of strategy documents: open source strategy, open source policy, ... */
  readonly strategyTitle: readonly Term[];
  /** The subject: open source, free software, OSPO, 开源, ... */
  readonly subject: readonly Term[];
  /** Titles of what is not a strategy: code of conduct, newsletter, contributing guide, ... */
  readonly otherGenre: readonly Term[];
}

export interface LanguageVocabulary {
  readonly language: LanguageTag;
  /** In the language itself: "English", "简体中文". */
  readonly name: string;
  readonly signals: LanguageSignals;
  /** By criterion id. */
  readonly criteria: { readonly [criterion: string]: CriterionVocabulary };
}

/** One thing that can be observed in an organisation, and ticked. */
export interface ChecklistItem {
  /** `ospo.awareness.named-contact`: model, stage and item. */
  readonly id: string;
  readonly title: Localised<string>;
  /** What would show that it is true: a file, a number, a meeting. */
  readonly evidence: Localised<string>;
}

export interface MaturityStage {
  readonly id: string;
  readonly title: Localised<string>;
  readonly description: Localised<string>;
  readonly items: readonly ChecklistItem[];
  /** By language: phrases by which a document itself shows that the stage is reached. */
  readonly signs: { readonly [language: LanguageTag]: readonly Term[] | undefined };
}

/** The organisation's four stages, or the OSPO's five; never merged into one. */
export interface MaturityModel {
  readonly id: string;
  readonly title: Localised<string>;
  /** Why not to read it as a ladder to climb, in a sentence, from the chapter. */
  readonly caveat: Localised<string>;
  readonly source: string;
  /** In rising order. */
  readonly stages: readonly MaturityStage[];
}

export interface Antipattern {
  readonly id: string;
  readonly title: Localised<string>;
  readonly why: Localised<string>;
  readonly remedy: Localised<string>;
  /** How a document shows it, in words for whoever writes the rule. */
  readonly sign: string;
}

export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
}

export interface Pack {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Localised<string>;
  /** Where the framework comes from, with its licence. */
  readonly attribution: string;
  /** In the order in which a document would take them. */
  readonly criteria: readonly Criterion[];
  /** Ids of the criteria that a first strategy cannot do without. */
  readonly firstStrategy: readonly string[];
  readonly maturityModels: readonly MaturityModel[];
  readonly antipatterns: readonly Antipattern[];
  readonly resources: readonly Resource[];
  readonly languages: readonly LanguageVocabulary[];
  /** What was learned of how the words of this pack tell. */
  readonly model: RecognitionModelData;
}

/**
 * A criterion's English title, for messages.
 * @param pack that has it
 * @param id of the criterion; one that the pack does not have is its own title
 */
export function criterionTitle(pack: Pack, id: string): string {
  return pack.criteria.find((criterion) => criterion.id === id)?.texts.en.title ?? id;
}

/**
 * What an author reads about a criterion; what a language does not have is English.
 * @param criterion of a pack
 * @param language a tag
 */
export function criterionTexts(criterion: Criterion, language: LanguageTag): CriterionTexts {
  const translated: Partial<CriterionTexts> = inLanguage(criterion.texts, language);
  return { ...criterion.texts.en, ...translated };
}

/**
 * The text in a language, else in English.
 * @param text text by language
 * @param language a tag; `zh-Hant` falls back to `zh-Hans` before English, and the reverse
 */
export function inLanguage<T>(text: Localised<T>, language: LanguageTag): T {
  const exact = text[language];
  if (exact !== undefined) return exact;
  const primary = language.split('-')[0];
  const sibling = Object.keys(text).find((tag) => tag.split('-')[0] === primary);
  return (sibling === undefined ? undefined : text[sibling]) ?? text.en;
}
