import type { Node, PhrasingContent } from 'mdast';
import { readHtmlTokens } from './htmlTokens.ts';
import { InlineText } from './inlineText.ts';
import { lineIndexAt, lineStartsOf } from './linePosition.ts';
import type { SourceRange } from './strategyDocument.ts';

/** The text that was parsed and the link targets that are known in it, by mdast's identifier. */
export interface ParsedSource {
  readonly text: string;
  readonly targets: ReadonlyMap<string, string>;
}

/** Reads the inline content of a paragraph, heading or cell. Images and footnote marks are no text. */
export function readPhrasing(
  nodes: readonly PhrasingContent[],
  source: ParsedSource,
  within: SourceRange,
): InlineText {
  const inline = new InlineText();
  addPhrasing(nodes, source, within, inline);
  return inline;
}

/** The range of an mdast node; `fallback` for the few that a remark transform makes without one. */
export function nodeRange(node: Node, fallback: SourceRange): SourceRange {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? fallback : { start, end };
}

/**
 * The way from an offset in a node's value to one in the text. Inside quotes and lists the value
 * lacks the `> ` and the indentation, so that each of its lines is the end of a line of the text.
 */
export function valueOffsets(
  value: string,
  range: SourceRange,
  text: string,
): (offset: number) => number {
  if (text.startsWith(value, range.start)) return (offset) => range.start + offset;
  const slice = text.slice(range.start, range.end);
  const valueStarts = lineStartsOf(value);
  const sliceStarts = lineStartsOf(slice);
  return (offset) => {
    const line = lineIndexAt(valueStarts, offset);
    const fromLineEnd = (valueStarts[line + 1] ?? value.length) - offset;
    const lineStart = sliceStarts[line] ?? slice.length;
    const inside = Math.max(lineStart, (sliceStarts[line + 1] ?? slice.length) - fromLineEnd);
    return range.start + Math.min(inside, slice.length);
  };
}

function addPhrasing(
  nodes: readonly PhrasingContent[],
  source: ParsedSource,
  within: SourceRange,
  inline: InlineText,
): void {
  for (const node of nodes) {
    const range = nodeRange(node, within);
    switch (node.type) {
      case 'text':
        inline.add(node.value, range);
        break;
      case 'inlineCode':
        inline.inCode(() => inline.add(node.value, range));
        break;
      case 'break':
        inline.addBreak(range.start);
        break;
      case 'strong':
        inline.inStrong(() => addPhrasing(node.children, source, range, inline));
        break;
      case 'emphasis':
      case 'delete':
        addPhrasing(node.children, source, range, inline);
        break;
      case 'link':
        inline.inLink({ url: node.url, range }, () =>
          addPhrasing(node.children, source, range, inline),
        );
        break;
      case 'linkReference': {
        const url = source.targets.get(node.identifier) ?? '';
        inline.inLink({ url, range }, () => addPhrasing(node.children, source, range, inline));
        break;
      }
      case 'html':
        addInlineHtml(node.value, range, source, inline);
        break;
      default:
        break;
    }
  }
}

function addInlineHtml(
  value: string,
  range: SourceRange,
  source: ParsedSource,
  inline: InlineText,
): void {
  const place = valueOffsets(value, range, source.text);
  for (const token of readHtmlTokens(value)) {
    inline.addHtml(token, { start: place(token.start), end: place(token.end) });
  }
}
