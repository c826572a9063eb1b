import { rules } from '../analysis/rules.ts';
import type { CriterionKind, Pack } from '../pack/pack.ts';
import { type Configuration, criterionLists } from './configuration.ts';
import type { LoadedConfiguration } from './loadConfiguration.ts';

/**
 * What holds, as YAML with a comment behind each part that says where it comes from.
 * @param loaded the configuration in force, where there is one
 * @param shipped the pack as shipped
 * @param nameOf what a file is called, by its path or URI
 */
export function effectiveConfigurationText(
  loaded: LoadedConfiguration | undefined,
  shipped: Pack,
  nameOf: (path: string) => string,
): string {
  const pack = loaded?.pack ?? shipped;
  const origin = `${shipped.id} ${shipped.version}`;
  const sources: readonly Source[] = (loaded?.files ?? []).map(({ path, reading }) => ({
    name: nameOf(path),
    configuration: reading.configuration,
  }));
  const from = (says: (configuration: Configuration) => boolean): string =>
    sources.find(({ configuration }) => says(configuration))?.name ?? 'as shipped';
  const kinds = Object.entries(criterionLists) as [
    CriterionKind,
    'questions' | 'petals' | 'elements',
  ][];
  const lines = [
    `# In force, nearest first: ${[...sources.map(({ name }) => name), origin].join(', ')}`,
    ...kinds.flatMap(([kind, list]) => criterionLines(kind, list, pack, shipped, from)),
    'severities:',
    ...rules.map(({ id, severity }) => {
      const own = loaded?.severities[id];
      return `  ${id}: ${own ?? severity} # ${from(({ severities }) => severities?.[id] !== undefined)}`;
    }),
    `languages: [${pack.languages.map(({ language }) => language).join(', ')}] # ${from(({ languages }) => languages !== undefined)}`,
    ...documentLines(sources),
    ...vocabularyLines(sources),
    'maturity:',
    ...shipped.maturityModels.map(({ id }) =>
      onOff(
        id,
        pack.maturityModels,
        from(({ maturity }) => maturity?.[id] !== undefined),
      ),
    ),
    'antipatterns:',
    ...shipped.antipatterns.map(({ id }) =>
      onOff(
        id,
        pack.antipatterns,
        from(({ antipatterns }) => antipatterns?.[id] !== undefined),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

interface Source {
  readonly name: string;
  readonly configuration: Configuration;
}

type From = (says: (configuration: Configuration) => boolean) => string;

function criterionLines(
  kind: CriterionKind,
  list: 'questions' | 'petals' | 'elements',
  pack: Pack,
  shipped: Pack,
  from: From,
): readonly string[] {
  const inForce = pack.criteria.filter((criterion) => criterion.kind === kind);
  const gone = shipped.criteria.filter(
    ({ id, kind: own }) => own === kind && !pack.criteria.some((criterion) => criterion.id === id),
  );
  const source = (id: string): string =>
    from((configuration) => configuration[list]?.some((change) => change.id === id) === true);
  return [
    `${list}:`,
    ...inForce.flatMap(({ id, origin, texts, facets, facetsToAnswer }) => {
      const split = origin === undefined ? '' : `, split off from ${origin}`;
      return [
        `  - id: ${id} # ${source(id)}${split}`,
        `    title: ${JSON.stringify(texts.en.title)}`,
        `    facets: [${facets.map((facet) => facet.id).join(', ')}]`,
        `    facetsToAnswer: ${facetsToAnswer}`,
      ];
    }),
    ...gone.flatMap(({ id }) => {
      const isSplit = pack.criteria.some(({ origin }) => origin === id);
      return isSplit ? [] : [`  - id: ${id} # ${source(id)}`, '    off: true'];
    }),
  ];
}

function documentLines(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ name, configuration: { documents, sets } }) => [
    ...(documents === undefined ? [] : [`documents: ${JSON.stringify(documents)} # ${name}`]),
    ...(sets === undefined ? [] : [`sets: ${JSON.stringify(sets)} # ${name}`]),
  ]);
}

function vocabularyLines(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ name, configuration: { vocabulary } }) =>
    vocabulary === undefined ? [] : [`vocabulary: ${JSON.stringify(vocabulary)} # ${name}`],
  );
}

function onOff(id: string, inForce: readonly { readonly id: string }[], source: string): string {
  return `  ${id}: ${inForce.some((each) => each.id === id)} # ${source}`;
}
