/** Checks of a pack's languages against its definitions. Each function yields problems, one a string. */

import { skeletonProblem } from './checkSkeleton.ts';
import type {
  CriterionSource,
  LanguageSource,
  MaturitySource,
  PackSource,
  SourceFile,
} from './packSource.ts';

type LanguageFile = SourceFile<LanguageSource>;

/** All that is missing, unknown or contradictory in the languages. */
export function* checkLanguages(source: PackSource): Generator<string> {
  if (!source.languages.some((file) => file.content.language === 'en')) {
    yield 'languages/en.yaml: the file is missing; English is what every other language falls back to.';
  }
  for (const file of source.languages) {
    const { language } = file.content;
    if (file.name !== `languages/${language}.yaml`) {
      yield `${file.place('language')}: the file of "${language}" must be called languages/${language}.yaml.`;
    }
    const criteria = source.criteria.map((it) => it.content);
    yield* checkKnown(file, ['criteria'], criteria.map(idOf));
    for (const criterion of criteria) yield* checkCriterion(file, criterion);
    const models = source.maturity.map((it) => it.content);
    yield* checkKnown(file, ['maturity'], models.map(idOf));
    for (const model of models) yield* checkModel(file, model);
    const antipatterns = source.antipatterns.content.map(idOf);
    if (file.content.antipatterns) yield* checkComplete(file, ['antipatterns'], antipatterns);
  }
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function* checkCriterion(file: LanguageFile, criterion: CriterionSource): Generator<string> {
  const path = ['criteria', criterion.id];
  const words = file.content.criteria[criterion.id];
  if (!words) {
    yield `${file.place('criteria')}: "${criterion.id}" is missing; add its headings and facets.`;
    return;
  }
  yield* checkEnglishElsewhere(file, path, words, ['texts']);
  if (words.texts) {
    const fault = skeletonProblem(words.texts.section.body);
    if (fault) yield `${file.place(...path, 'texts', 'section', 'body')}: ${fault}`;
    if (criterion.kind === 'question' && words.texts.wordings.length === 0) {
      yield `${file.place(...path, 'texts', 'wordings')}: a question needs its published wording; add it.`;
    }
  }
  yield* checkComplete(file, [...path, 'facets'], criterion.facets.map(idOf));
  for (const { id } of criterion.facets) {
    const facet = words.facets[id];
    if (facet)
      yield* checkEnglishElsewhere(file, [...path, 'facets', id], facet, ['title', 'missing']);
  }
}

function* checkModel(file: LanguageFile, model: MaturitySource): Generator<string> {
  const path = ['maturity', model.id];
  const words = file.content.maturity[model.id];
  if (!words) {
    yield `${file.place('maturity')}: "${model.id}" is missing; add its stages.`;
    return;
  }
  yield* checkEnglishElsewhere(file, path, words, ['title', 'caveat']);
  yield* checkComplete(file, [...path, 'stages'], model.stages.map(idOf));
  for (const stage of model.stages) {
    const stageWords = words.stages[stage.id];
    if (!stageWords) continue;
    const stagePath = [...path, 'stages', stage.id];
    yield* checkEnglishElsewhere(file, stagePath, stageWords, ['title', 'description']);
    if (stageWords.items)
      yield* checkComplete(file, [...stagePath, 'items'], stage.items.map(idOf));
  }
}

/** English texts stand in the definitions; those of every other language stand in its own file. */
function* checkEnglishElsewhere<K extends string>(
  file: LanguageFile,
  path: readonly string[],
  entry: { readonly [key in K]?: unknown },
  keys: readonly K[],
): Generator<string> {
  for (const key of keys) {
    const there = entry[key] !== undefined;
    if (file.content.language === 'en' && there) {
      yield `${file.place(...path, key)}: English stands in the definition's own file; remove it here.`;
    }
    if (file.content.language !== 'en' && !there) {
      yield `${file.place(...path)}: "${key}" is missing; translate it.`;
    }
  }
}

/** Exactly these keys, none missing and none unknown. */
function* checkComplete(
  file: LanguageFile,
  path: readonly string[],
  ids: readonly string[],
): Generator<string> {
  const keys = Object.keys(valueAt(file.content, path));
  for (const id of ids) {
    if (!keys.includes(id)) yield `${file.place(...path)}: "${id}" is missing; add it.`;
  }
  yield* checkKnown(file, path, ids);
}

function* checkKnown(
  file: LanguageFile,
  path: readonly string[],
  ids: readonly string[],
): Generator<string> {
  for (const key of Object.keys(valueAt(file.content, path))) {
    if (ids.includes(key)) continue;
    yield `${file.place(...path, key)}: the pack has no "${key}"; remove it or mend its spelling.`;
  }
}

function valueAt(content: unknown, path: readonly string[]): object {
  let value: unknown = content;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'object' && value !== null ? value : {};
}
