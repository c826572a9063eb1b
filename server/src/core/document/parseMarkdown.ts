import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Something that other text refers to by its label: a link's target or a footnote. */
export interface Definition {
  /** As mdast's identifiers are: lower case, white space folded; `^` before a footnote's. */
  readonly label: string;
  /** Empty for a footnote. */
  readonly url: string;
}

/** A parsed text: its tree, and the definitions in it, in order. */
export interface ParsedMarkdown {
  readonly root: Root;
  readonly definitions: readonly Definition[];
}

const makeProcessor = () => unified().use(remarkParse).use(remarkGfm).freeze();
let processor: ReturnType<typeof makeProcessor> | undefined;

/**
 * Parses CommonMark with GitHub's extensions.
 * @param text must not start with a byte order mark
 * @param elsewhere what is defined in other parts of the document; `[label]` is a link only where
 * its label is known
 */
export function parseMarkdown(text: string, elsewhere: readonly Definition[]): ParsedMarkdown {
  // Made at the first use: most Markdown files that an editor opens are never analysed.
  processor ??= makeProcessor();
  const known = elsewhere.map(({ label }) => `\n\n[${label}]: .`).join('');
  const root = processor.parse(text + known);
  const own = root.children.filter((node) => (node.position?.start.offset ?? 0) < text.length);
  const definitions: Definition[] = [];
  for (const node of own) collectDefinitions(node, definitions);
  return { root: { ...root, children: own }, definitions };
}

function collectDefinitions(node: Nodes, definitions: Definition[]): void {
  if (node.type === 'definition') definitions.push({ label: node.identifier, url: node.url });
  else if (
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition'
  ) {
    if (node.type === 'footnoteDefinition') {
      definitions.push({ label: `^${node.identifier}`, url: '' });
    }
    for (const child of node.children) collectDefinitions(child, definitions);
  }
}

const BRACKETS = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/**
 * The labels that a text may refer to: all that stands in brackets.
 * @param text Markdown
 * @returns in the form of `Definition.label`, each once
 */
export function mentionedLabels(text: string): readonly string[] {
  if (!text.includes('[')) return [];
  const labels = Array.from(text.matchAll(BRACKETS), ([, label = '']) => labelOf(label));
  return [...new Set(labels)];
}

/** As micromark compares labels: lower and upper case first, so that "ẞ" and "ss" are the same. */
function labelOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase().toLowerCase();
}
