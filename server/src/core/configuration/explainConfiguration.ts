import type { SourceRange } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { ConfigurationNode } from './configurationNode.ts';
import { configurationShape } from './configurationShape.ts';
import type { Shape } from './shapes.ts';

/** What stands at a place of a configuration file, explained. */
export interface ConfigurationExplanation {
  readonly title: string;
  readonly description: string;
  readonly range: SourceRange;
}

/**
 * Explains the key or word at a place.
 * @param root of the file; absent where it cannot be read
 * @param offset UTF-16
 * @param pack that is configured
 * @returns undefined where nothing that is known stands there
 */
export function explainConfiguration(
  root: ConfigurationNode | undefined,
  offset: number,
  pack: Pack,
): ConfigurationExplanation | undefined {
  return root === undefined ? undefined : explain(root, configurationShape(pack), offset);
}

function explain(
  node: ConfigurationNode,
  shape: Shape,
  offset: number,
): ConfigurationExplanation | undefined {
  if (node.kind === 'scalar' && shape.kind === 'text') return explainWord(node, shape, offset);
  if (node.kind === 'list' && shape.kind === 'list') {
    const item = node.items.find(({ range }) => holds(range, offset));
    return item && explain(item, shape.item, offset);
  }
  if (node.kind !== 'mapping') return undefined;
  const entry = node.entries.find(
    ({ key, value }) => holds(key.range, offset) || holds(value.range, offset),
  );
  const known = entry && keyShape(shape, entry.key.text);
  if (entry === undefined || known === undefined) return undefined;
  if (!holds(entry.key.range, offset)) return explain(entry.value, known.value, offset);
  return { title: entry.key.text, description: known.description, range: entry.key.range };
}

function keyShape(
  shape: Shape,
  name: string,
): { readonly description: string; readonly value: Shape } | undefined {
  if (shape.kind === 'mapping') return shape.keys.find((key) => key.name === name);
  if (shape.kind !== 'map') return undefined;
  const choice = shape.keys.find(({ value }) => value === name);
  return choice && { description: choice.description, value: shape.value };
}

function explainWord(
  { value, range }: Extract<ConfigurationNode, { kind: 'scalar' }>,
  { choices }: Extract<Shape, { kind: 'text' }>,
  offset: number,
): ConfigurationExplanation | undefined {
  const choice = choices?.find((candidate) => candidate.value === value);
  if (choice === undefined || !holds(range, offset)) return undefined;
  return { title: choice.value, description: choice.description, range };
}

function holds({ start, end }: SourceRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
