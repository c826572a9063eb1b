import type { Definition, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A parsed text: its tree, and the link definitions by mdast's identifier, the first of each. */
export interface ParsedMarkdown {
  readonly root: Root;
  readonly definitions: ReadonlyMap<string, Definition>;
}

const makeProcessor = () => unified().use(remarkParse).use(remarkGfm).freeze();
let processor: ReturnType<typeof makeProcessor> | undefined;

/** Parses CommonMark with GitHub's extensions. `text` must not start with a byte order mark. */
export function parseMarkdown(text: string): ParsedMarkdown {
  // Made at the first use: most Markdown files that an editor opens are never analysed.
  processor ??= makeProcessor();
  const root = processor.parse(text);
  const definitions = new Map<string, Definition>();
  collectDefinitions(root, definitions);
  return { root, definitions };
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  } else if (
    node.type === 'root' ||
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition'
  ) {
    for (const child of node.children) collectDefinitions(child, definitions);
  }
}
