import type { PlacedText, SourceRange } from '../document/strategyDocument.ts';

/**
 * A configuration file as plain nodes with their places (UTF-16 offsets in the file's text), whatever
 * parser has read it.
 */
export type ConfigurationNode = ScalarNode | ListNode | MappingNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly range: SourceRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigurationNode[];
  readonly range: SourceRange;
}

export interface MappingEntry {
  readonly key: PlacedText;
  readonly value: ConfigurationNode;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: readonly MappingEntry[];
  readonly range: SourceRange;
}

/** What is wrong with a configuration. With an error in it, a file is not in force. */
export interface ConfigurationProblem {
  readonly severity: 'error' | 'warning';
  readonly range: SourceRange;
  /** Names the place and the remedy, in English. */
  readonly message: string;
  /** Words to write in the place of the range, the likeliest first. */
  readonly replacements?: readonly string[];
}

/**
 * The value of a mapping's key.
 * @param node any
 * @param key as written; of two alike the first
 */
export function entryOf(
  node: ConfigurationNode | undefined,
  key: string,
): MappingEntry | undefined {
  return node?.kind === 'mapping'
    ? node.entries.find((entry) => entry.key.text === key)
    : undefined;
}

/**
 * The same as plain values. Keys become own properties, `__proto__` too.
 * @param node any
 */
export function plainValue(node: ConfigurationNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'mapping':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [key.text, plainValue(value)]),
      );
  }
}
