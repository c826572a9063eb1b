import type { Pack } from '../pack/pack.ts';
import { checkShape } from './checkShape.ts';
import type { Configuration } from './configuration.ts';
import {
  type ConfigurationNode,
  type ConfigurationProblem,
  entryOf,
  plainValue,
} from './configurationNode.ts';
import { configurationShape } from './configurationShape.ts';
import type { ParsedFile } from './parseYaml.ts';

/** One configuration file, read. */
export interface ConfigurationReading {
  /** What fits, without what does not; in force only where no problem is an error. */
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** To find the places of what is said; absent where the file is empty. */
  readonly root?: ConfigurationNode;
}

/**
 * Checks a configuration file against what a configuration may say.
 * @param file as parsed
 * @param pack that is configured
 */
export function readConfiguration(file: ParsedFile, pack: Pack): ConfigurationReading {
  const { root, problems } = file;
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return { configuration: {}, problems };
  }
  if (root.kind !== 'mapping') {
    const range = { start: root.range.start, end: Math.min(root.range.end, root.range.start + 80) };
    const message = `A configuration begins with a key, such as "extends: ${pack.id}".`;
    return { configuration: {}, problems: [...problems, { severity: 'error', range, message }] };
  }
  const checked = checkShape(root, configurationShape(pack), '');
  const node = checked.node ?? root;
  return {
    // The shape has let nothing else through.
    configuration: plainValue(node) as Configuration,
    problems: [...problems, ...checked.problems, ...relations(node, pack)],
    root: node,
  };
}

/** What no single value can tell: ids that stand twice, parts without an origin's id of their own. */
function relations(root: ConfigurationNode, pack: Pack): readonly ConfigurationProblem[] {
  return ['questions', 'petals', 'elements'].flatMap((list) => {
    const node = entryOf(root, list)?.value;
    const items = node?.kind === 'list' ? node.items : [];
    const seen = new Set<string>();
    return items.flatMap((item) => criterionProblems(item, seen, pack));
  });
}

function criterionProblems(
  item: ConfigurationNode,
  seen: Set<string>,
  pack: Pack,
): readonly ConfigurationProblem[] {
  const idNode = entryOf(item, 'id')?.value;
  if (idNode?.kind !== 'scalar') return [];
  const id = String(idNode.value);
  const error = (message: string, range = idNode.range): ConfigurationProblem => ({
    severity: 'error',
    range,
    message,
  });
  const problems: ConfigurationProblem[] = [];
  if (seen.has(id)) problems.push(error(`"${id}" stands twice in this list. Keep one entry.`));
  seen.add(id);
  const isKnown = pack.criteria.some((criterion) => criterion.id === id);
  const from = entryOf(item, 'from');
  if (isKnown && from !== undefined) {
    problems.push(error(`"${id}" is there already. A part needs an id of its own.`));
  }
  const words = entryOf(item, 'words');
  if (isKnown && words !== undefined) {
    const message = `Words of "${id}" show one of its facets: put them under "facets", at the facet's id.`;
    problems.push({ ...error(message, words.key.range), severity: 'warning' });
  }
  if (isKnown || from !== undefined) return problems;
  const isOff = entryOf(item, 'off') !== undefined;
  if (isOff)
    return [...problems, { ...error(`There is no "${id}" to switch off.`), severity: 'warning' }];
  if (entryOf(item, 'title') === undefined) {
    problems.push(error(`"${id}" is new, so it needs a "title".`));
  }
  if (words === undefined && entryOf(item, 'facets') === undefined) {
    problems.push(
      error(`"${id}" is new, so it needs "words" that show it, or "facets" with words.`),
    );
  }
  return problems;
}
