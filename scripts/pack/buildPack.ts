/** Joins a pack's English definitions with its languages into the compiled pack. */

import type {
  Antipattern,
  Criterion,
  CriterionTexts,
  CriterionVocabulary,
  Facet,
  LanguageTag,
  LanguageVocabulary,
  Localised,
  MaturityModel,
  MaturityStage,
  Pack,
} from '../../server/src/core/pack/pack.ts';
import type { RecognitionModelData } from '../../server/src/core/recognition/recognitionModel.ts';
import type {
  AntipatternSource,
  CriterionSource,
  LanguageCriterion,
  LanguageSource,
  MaturitySource,
  PackSource,
  StageSource,
} from './packSource.ts';

/**
 * The compiled pack. Always in the same order: that of `pack.yaml` for criteria and models, English
 * first and then by tag for languages, that of the files for the rest.
 * @param source the files of a pack's folder
 * @param model what was learned of its words
 */
export function buildPack(source: PackSource, model: RecognitionModelData): Pack {
  const header = source.header.content;
  const languages = languagesInOrder(source);
  return {
    schemaVersion: 1,
    id: header.id,
    version: header.version,
    title: { en: header.title },
    attribution: header.attribution,
    criteria: inOrder(header.criteria, source.criteria).map((it) => criterion(it, languages)),
    firstStrategy: header.firstStrategy,
    maturityModels: inOrder(header.maturityModels, source.maturity).map((it) =>
      maturityModel(it, languages),
    ),
    antipatterns: source.antipatterns.content.map((it) => antipattern(it, languages)),
    resources: source.resources.content,
    languages: languages.map((language) => vocabulary(language, header.criteria)),
    model,
  };
}

/** The languages' files, English first. */
export function languagesInOrder(source: PackSource): readonly LanguageSource[] {
  const languages = source.languages.map((file) => file.content);
  const rank = ({ language }: LanguageSource) => (language === 'en' ? '' : language);
  return languages.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function inOrder<T extends { id: string }>(
  ids: readonly string[],
  files: readonly { content: T }[],
): T[] {
  return ids.flatMap((id) => files.find((file) => file.content.id === id)?.content ?? []);
}

/** English and whatever the languages have of the same text. */
function localised<T>(
  en: T,
  languages: readonly LanguageSource[],
  find: (language: LanguageSource) => T | undefined,
): Localised<T> {
  const texts: Record<LanguageTag, T> = {};
  for (const language of languages) {
    const text = language.language === 'en' ? undefined : find(language);
    if (text !== undefined) texts[language.language] = text;
  }
  return { en, ...texts };
}

function criterion(it: CriterionSource, languages: readonly LanguageSource[]): Criterion {
  const { id, kind, facetsToAnswer, resources } = it;
  const translations = languages.flatMap((language) => {
    const translated = language.criteria[id]?.texts;
    return translated ? [[language.language, orderedTexts(translated)] as const] : [];
  });
  const texts = { ...Object.fromEntries(translations), en: orderedTexts(it.texts) };
  const facets = it.facets.map((facet): Facet => {
    const of = (language: LanguageSource) => language.criteria[id]?.facets[facet.id];
    return {
      id: facet.id,
      title: localised(facet.title, languages, (language) => of(language)?.title),
      missing: localised(facet.missing, languages, (language) => of(language)?.missing),
      ...(facet.shapes === undefined ? {} : { shapes: facet.shapes }),
    };
  });
  return { id, kind, texts, facets, facetsToAnswer, resources };
}

type TranslatedTexts = Pick<CriterionTexts, 'section'> & Partial<CriterionTexts>;

/** Always in the same order, so that the compiled pack is. */
function orderedTexts<T extends TranslatedTexts>(texts: T): T {
  const { title, wordings, description, guidance, goodAnswer, weakAnswer } = texts;
  const section = { heading: texts.section.heading, body: texts.section.body.trimEnd() };
  return { title, wordings, description, guidance, goodAnswer, weakAnswer, section } as T;
}

function maturityModel(it: MaturitySource, languages: readonly LanguageSource[]): MaturityModel {
  const of = (language: LanguageSource) => language.maturity[it.id];
  return {
    id: it.id,
    title: localised(it.title, languages, (language) => of(language)?.title),
    caveat: localised(it.caveat, languages, (language) => of(language)?.caveat),
    source: it.source,
    stages: it.stages.map((each) => stage(it.id, each, languages)),
  };
}

function stage(
  modelId: string,
  it: StageSource,
  languages: readonly LanguageSource[],
): MaturityStage {
  const of = (language: LanguageSource) => language.maturity[modelId]?.stages[it.id];
  const signs = languages.flatMap((language) => {
    const terms = of(language)?.signs;
    return terms ? [[language.language, terms] as const] : [];
  });
  return {
    id: it.id,
    title: localised(it.title, languages, (language) => of(language)?.title),
    description: localised(it.description, languages, (language) => of(language)?.description),
    items: it.items.map((item) => ({
      id: `${modelId}.${it.id}.${item.id}`,
      title: localised(item.title, languages, (language) => of(language)?.items?.[item.id]?.title),
      evidence: localised(
        item.evidence,
        languages,
        (language) => of(language)?.items?.[item.id]?.evidence,
      ),
    })),
    signs: Object.fromEntries(signs),
  };
}

function antipattern(it: AntipatternSource, languages: readonly LanguageSource[]): Antipattern {
  const of = (language: LanguageSource) => language.antipatterns?.[it.id];
  return {
    id: it.id,
    title: localised(it.title, languages, (language) => of(language)?.title),
    why: localised(it.why, languages, (language) => of(language)?.why),
    remedy: localised(it.remedy, languages, (language) => of(language)?.remedy),
    sign: it.sign,
  };
}

function vocabulary(it: LanguageSource, criteria: readonly string[]): LanguageVocabulary {
  const entries = criteria.flatMap((id) => {
    const words = it.criteria[id];
    return words ? [[id, criterionVocabulary(words)] as const] : [];
  });
  return {
    language: it.language,
    name: it.name,
    signals: it.signals,
    criteria: Object.fromEntries(entries),
  };
}

function criterionVocabulary(words: LanguageCriterion): CriterionVocabulary {
  const facets = Object.entries(words.facets);
  // What counts anywhere counts in the criterion's own section too: it need not stand there twice.
  const own = (facet: (typeof facets)[number][1]): readonly string[] =>
    (facet?.terms ?? []).filter((term) => !facet?.anywhere?.includes(term));
  return {
    headings: words.headings,
    facets: Object.fromEntries(facets.map(([id, facet]) => [id, own(facet)])),
    anywhere: Object.fromEntries(facets.map(([id, facet]) => [id, facet?.anywhere ?? []])),
  };
}
