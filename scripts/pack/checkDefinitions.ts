/** Checks between the English definition files of a pack. Each function yields problems, one a string. */

import { skeletonProblem } from './checkSkeleton.ts';
import type { CriterionSource, PackSource, SourceFile } from './packSource.ts';

/** All that is wrong between the files of the definitions: names, lists and references. */
export function* checkDefinitions(source: PackSource): Generator<string> {
  const { header, criteria, maturity, antipatterns, resources } = source;
  yield* checkList(header, 'criteria', criteria, 'criteria');
  yield* checkList(header, 'maturityModels', maturity, 'maturity');
  for (const [at, id] of header.content.firstStrategy.entries()) {
    if (!header.content.criteria.includes(id)) {
      yield `${header.place('firstStrategy', at)}: "${id}" is no criterion; mend it or remove it here.`;
    }
  }
  for (const file of criteria) yield* checkCriterion(file, source);
  for (const file of maturity) {
    const { stages } = file.content;
    yield* checkUnique(file, stages, 'stages');
    for (const [at, stage] of stages.entries()) {
      yield* checkUnique(file, stage.items, 'stages', at, 'items');
    }
  }
  yield* checkUnique(antipatterns, antipatterns.content);
  yield* checkUnique(resources, resources.content);
}

function* checkList(
  header: PackSource['header'],
  key: 'criteria' | 'maturityModels',
  files: readonly SourceFile<{ readonly id: string }>[],
  folder: string,
): Generator<string> {
  const listed = header.content[key];
  for (const [at, id] of listed.entries()) {
    if (!files.some((file) => file.content.id === id)) {
      yield `${header.place(key, at)}: "${id}" has no file; write ${folder}/${id}.yaml or remove it here.`;
    }
  }
  for (const file of files) {
    const { id } = file.content;
    if (!listed.includes(id)) {
      yield `${file.place('id')}: "${id}" is not listed; add it under ${key} in pack.yaml.`;
    }
    if (file.name !== `${folder}/${id}.yaml`) {
      yield `${file.place('id')}: the file of "${id}" must be called ${folder}/${id}.yaml.`;
    }
  }
}

function* checkCriterion(file: SourceFile<CriterionSource>, source: PackSource): Generator<string> {
  const { id, kind, facets, facetsToAnswer, resources, texts } = file.content;
  if (!id.startsWith(`${kind}.`)) {
    yield `${file.place('kind')}: a ${kind}'s id starts with "${kind}."; change the kind or the id.`;
  }
  if (facetsToAnswer > facets.length) {
    yield `${file.place('facetsToAnswer')}: there are only ${facets.length} facets; ask for no more.`;
  }
  if (kind === 'question' && texts.wordings.length === 0) {
    yield `${file.place('texts', 'wordings')}: a question needs its published wording; add it.`;
  }
  yield* checkUnique(file, facets, 'facets');
  for (const [at, resource] of resources.entries()) {
    if (!source.resources.content.some((known) => known.id === resource)) {
      yield `${file.place('resources', at)}: resources.yaml has no "${resource}"; add it there or mend it here.`;
    }
  }
  const fault = skeletonProblem(texts.section.body);
  if (fault) yield `${file.place('texts', 'section', 'body')}: ${fault}`;
}

function* checkUnique(
  file: SourceFile<unknown>,
  items: readonly { readonly id: string }[],
  ...path: (string | number)[]
): Generator<string> {
  for (const [at, { id }] of items.entries()) {
    const first = items.findIndex((item) => item.id === id);
    if (first !== at)
      yield `${file.place(...path, at, 'id')}: "${id}" stands there twice; rename one.`;
  }
}
