import { didYouMean } from '../didYouMean.ts';
import type { SourceRange } from '../document/strategyDocument.ts';
import type { ConfigurationNode, ConfigurationProblem, MappingNode } from './configurationNode.ts';
import {
  type MappingShape,
  type MapShape,
  type Shape,
  shapeInWords,
  type TextShape,
} from './shapes.ts';

/** What of a configuration fits, and what is wrong with the rest. */
export interface Checked {
  /** Without what does not fit; absent where nothing does. */
  readonly node?: ConfigurationNode;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Checks a value against its shape. An unknown name is a warning and left out; a value of another kind
 * is an error.
 * @param node the value
 * @param shape what it may be
 * @param name what it is called in messages
 */
export function checkShape(node: ConfigurationNode, shape: Shape, name: string): Checked {
  const isEmpty = node.kind === 'scalar' && node.value === null;
  if (isEmpty) return wrong(node.range, `"${name}" has no value. It takes ${shapeInWords(shape)}.`);
  switch (shape.kind) {
    case 'text':
      return checkText(node, shape, name);
    case 'boolean':
      return isScalarOf(node, 'boolean') ? { node, problems: [] } : misfit(node, shape, name);
    case 'number':
      return checkNumber(node, shape, name);
    case 'list':
      return node.kind === 'list'
        ? collect(
            node.items.map((item) => checkShape(item, shape.item, name)),
            (items) => ({ ...node, items }),
          )
        : misfit(node, shape, name);
    case 'mapping':
      return node.kind === 'mapping' ? checkMapping(node, shape, name) : misfit(node, shape, name);
    case 'map':
      return node.kind === 'mapping' ? checkMap(node, shape, name) : misfit(node, shape, name);
  }
}

function wrong(range: SourceRange, message: string): Checked {
  return { problems: [{ severity: 'error', range, message }] };
}

function misfit(node: ConfigurationNode, shape: Shape, name: string): Checked {
  return wrong(firstLine(node), `"${name}" takes ${shapeInWords(shape)}.`);
}

/** A mapping of many lines is marked where it begins. */
function firstLine({ range }: ConfigurationNode): SourceRange {
  return range.end - range.start > 200 ? { start: range.start, end: range.start + 1 } : range;
}

function isScalarOf(node: ConfigurationNode, type: 'string' | 'boolean' | 'number'): boolean {
  return node.kind === 'scalar' && typeof node.value === type;
}

function collect(
  parts: readonly Checked[],
  build: (nodes: readonly ConfigurationNode[]) => ConfigurationNode,
): Checked {
  return {
    node: build(parts.flatMap(({ node }) => (node === undefined ? [] : [node]))),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function checkText(node: ConfigurationNode, shape: TextShape, name: string): Checked {
  if (node.kind !== 'scalar') return misfit(node, shape, name);
  // `version: 2` and `title: true` are text that YAML reads as something else.
  const text = String(node.value);
  const known = shape.choices?.map(({ value }) => value);
  if (known !== undefined && shape.isOpen !== true && !known.includes(text)) {
    return { problems: [unknownName(node.range, text, `one of the values of "${name}"`, known)] };
  }
  if (shape.form !== undefined && !new RegExp(shape.form.pattern, 'u').test(text)) {
    return wrong(node.range, `"${text}" is no ${name}: ${shape.form.says}.`);
  }
  return { node: { ...node, value: text }, problems: [] };
}

function checkNumber(
  node: ConfigurationNode,
  shape: Extract<Shape, { kind: 'number' }>,
  name: string,
): Checked {
  const value = node.kind === 'scalar' ? node.value : undefined;
  const fits =
    Number.isInteger(value) && Number(value) >= shape.least && Number(value) <= shape.most;
  return fits ? { node, problems: [] } : misfit(node, shape, name);
}

function unknownName(
  range: SourceRange,
  written: string,
  what: string,
  known: readonly string[],
): ConfigurationProblem {
  const replacements = didYouMean(written, known);
  const hint =
    replacements.length > 0
      ? `Did you mean ${replacements.join(' or ')}?`
      : `Known are: ${known.join(', ')}.`;
  const message = `"${written}" is not ${what}, so it is left out. ${hint}`;
  return { severity: 'warning', range, message, replacements };
}

function checkMapping(node: MappingNode, shape: MappingShape, name: string): Checked {
  const known = shape.keys.map((key) => key.name);
  const checked = node.entries.map(({ key, value }) => {
    const found = shape.keys.find((candidate) => candidate.name === key.text);
    if (found === undefined) {
      const what = name === '' ? 'a key of a configuration' : `a key of "${name}"`;
      return { key, problems: [unknownName(key.range, key.text, what, known)] };
    }
    return { key, ...checkShape(value, found.value, key.text) };
  });
  const given = new Set(node.entries.map(({ key }) => key.text));
  const missing = shape.keys.filter((key) => key.isRequired === true && !given.has(key.name));
  const absent = missing.map(
    (key): ConfigurationProblem => ({
      severity: 'error',
      range: node.entries[0]?.key.range ?? node.range,
      message: `An entry of "${name}" needs "${key.name}": ${key.description}`,
    }),
  );
  return withEntries(node, checked, absent);
}

function checkMap(node: MappingNode, shape: MapShape, name: string): Checked {
  const known = shape.keys.map(({ value }) => value);
  const checked = node.entries.map(({ key, value }) =>
    known.includes(key.text)
      ? { key, ...checkShape(value, shape.value, key.text) }
      : { key, problems: [unknownName(key.range, key.text, `known to "${name}"`, known)] },
  );
  return withEntries(node, checked, []);
}

function withEntries(
  node: MappingNode,
  checked: readonly (Checked & { readonly key: MappingNode['entries'][number]['key'] })[],
  more: readonly ConfigurationProblem[],
): Checked {
  const entries = checked.flatMap(({ key, node: value }) =>
    value === undefined ? [] : [{ key, value }],
  );
  return {
    node: { ...node, entries },
    problems: [...more, ...checked.flatMap(({ problems }) => problems)],
  };
}
