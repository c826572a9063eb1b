import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { findBinary } from '../document/problems.ts';
import type { PlacedText, SourceRange } from '../document/strategyDocument.ts';
import type { ConfigurationNode, ConfigurationProblem, MappingEntry } from './configurationNode.ts';

/** A configuration file's nodes, and what hinders reading them. */
export interface ParsedFile {
  /** Absent where the file holds nothing, or nothing that can be read. */
  readonly root?: ConfigurationNode;
  readonly problems: readonly ConfigurationProblem[];
}

/** In UTF-16 units: more was not written by hand. */
const LARGEST = 262_144;
const DEEPEST = 32;

/**
 * Reads YAML, or JSON, which is YAML too. Anchors, aliases and tags are refused: a configuration says
 * what it says once, and nothing in it is built or repeated. Never throws.
 * @param text of the file
 */
export function parseYaml(text: string): ParsedFile {
  const binary = findBinary(text);
  const start = { start: 0, end: Math.min(1, text.length) };
  if (binary !== undefined) {
    return {
      problems: [error(start, 'This is a binary file. A configuration is YAML text in UTF-8.')],
    };
  }
  if (text.length > LARGEST) {
    return {
      problems: [error(start, 'The file is larger than 256 KB, so it was not read. Shorten it.')],
    };
  }
  try {
    return parse(text);
  } catch {
    // The parser is not ours; brackets nested by the thousand overflow its stack.
    return { problems: [error(start, 'The file is too deeply nested to be read. Simplify it.')] };
  }
}

function error(range: SourceRange, message: string): ConfigurationProblem {
  return { severity: 'error', range, message };
}

function parse(text: string): ParsedFile {
  const document = parseDocument(text, {
    schema: 'core',
    merge: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problems = document.errors.map((found) => syntaxProblem(found, text));
  const reading = new NodeReading(text);
  const root = document.contents === null ? undefined : reading.read(document.contents, 0);
  const all = [...problems, ...reading.problems];
  return root === undefined ? { problems: all } : { root, problems: all };
}

const MESSAGES: { readonly [code: string]: string } = {
  BAD_INDENT: 'This line is indented unlike its neighbours. Line it up with them, with blanks.',
  DUPLICATE_KEY: 'This key stands twice here. Keep one of them.',
  TAB_AS_INDENT: 'Indent with blanks: YAML does not take tabs here.',
  MISSING_CHAR: 'Something is missing here: a quote, a comma, a colon or a closing bracket.',
  MULTIPLE_DOCS: 'A configuration is one document. Remove the line "---" and what follows it.',
  BLOCK_IN_FLOW:
    'Inside brackets everything stands in brackets: close the bracket before this line.',
  UNEXPECTED_TOKEN: 'YAML does not expect this here. Put text with special characters into quotes.',
};

function syntaxProblem({ code, pos, message }: YAMLError, text: string): ConfigurationProblem {
  const start = Math.min(pos[0], Math.max(0, text.length - 1));
  const lineEnd = start + Math.max(1, text.slice(start).search(/[\r\n]|$/));
  const end = Math.min(text.length, lineEnd, Math.max(pos[1], start + 1));
  return error(
    { start, end },
    MESSAGES[code] ?? `This is not YAML: ${message.split('\n')[0] ?? ''}`,
  );
}

/** Turns the parser's nodes into ours; keeps what it had to refuse. */
class NodeReading {
  readonly problems: ConfigurationProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(node: unknown, at: number, depth = 0): ConfigurationNode {
    const range = this.#rangeOf(node, at);
    const nothing: ConfigurationNode = { kind: 'scalar', value: null, range };
    if (!isNode(node)) return nothing;
    const refusal = depth > DEEPEST ? 'This is nested too deeply. Simplify it.' : refusalOf(node);
    if (refusal !== undefined) {
      this.problems.push(error(range, refusal));
      return nothing;
    }
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair, range.end, depth));
      return { kind: 'mapping', entries, range };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, range.end, depth + 1));
      return { kind: 'list', items, range };
    }
    return { kind: 'scalar', value: scalarValue(isScalar(node) ? node.value : null), range };
  }

  #entry({ key, value }: Pair, at: number, depth: number): MappingEntry {
    const keyRange = this.#rangeOf(key, at);
    const name: PlacedText = {
      text: isScalar(key) ? String(key.value) : this.#text.slice(keyRange.start, keyRange.end),
      range: keyRange,
    };
    const refusal = isNode(key) ? refusalOf(key) : undefined;
    if (refusal !== undefined) this.problems.push(error(keyRange, refusal));
    return { key: name, value: this.read(value, keyRange.end, depth + 1) };
  }

  #rangeOf(node: unknown, at: number): SourceRange {
    const range = (isNode(node) ? node.range : undefined) ?? [at, at];
    // What is never closed ends, for the parser, behind the text.
    const [start, end] = range.map((offset) => Math.min(offset, this.#text.length)) as [
      number,
      number,
    ];
    const trimmed = this.#text.slice(start, end).trimEnd().length;
    return { start, end: start + trimmed };
  }
}

function refusalOf(node: Node): string | undefined {
  if (isAlias(node)) return 'Aliases (*name) are not followed here. Write the value out.';
  if ('anchor' in node && node.anchor !== undefined) {
    return 'Anchors (&name) have no use here, as aliases are not followed. Remove it.';
  }
  const tag = 'tag' in node && typeof node.tag === 'string' ? node.tag : '';
  if (tag !== '' && !tag.startsWith('tag:yaml.org,2002:')) {
    return `Tags (${tag}) are not known here. Remove it.`;
  }
  return undefined;
}

function scalarValue(value: unknown): string | number | boolean | null {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : value === null || value === undefined ? null : String(value);
}
