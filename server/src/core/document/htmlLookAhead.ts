import type { RootContent } from 'mdast';

/** The families of HTML elements that may stay open while Markdown passes by. */
export type FrameFamily = 'table' | 'list' | 'other';

/** An opening tag of the family (group 1) or a tag that shows that an open one goes on. */
const FAMILY_TAG: Record<FrameFamily, RegExp> = {
  table: /(<table\b)|<\/?t(?:able|head|body|foot|r|d|h)\b/i,
  list: /(<[uo]l\b)|<\/?(?:ul|ol|li)\b/i,
  other: /(<(?:h[1-6]|summary|blockquote)\b)|<\/(?:h[1-6]|summary|blockquote)\b/i,
};

/**
 * Tells whether an element that is open before node `index` is closed or continued by HTML in a
 * later sibling, rather than forgotten. Where the next such tag opens another table (or list, ...)
 * the open one counts as forgotten, so that it does not swallow what follows.
 */
export function lookAhead(
  nodes: readonly RootContent[],
): (index: number, family: FrameFamily) => boolean {
  let answers: Record<FrameFamily, boolean>[] | undefined;
  return (index, family) => {
    answers ??= readBackwards(nodes);
    return answers[index]?.[family] ?? false;
  };
}

function readBackwards(nodes: readonly RootContent[]): Record<FrameFamily, boolean>[] {
  const answers: Record<FrameFamily, boolean>[] = new Array(nodes.length);
  let next: Record<FrameFamily, boolean> = { table: false, list: false, other: false };
  for (let index = nodes.length - 1; index >= 0; index--) {
    answers[index] = next;
    const node = nodes[index];
    if (node?.type !== 'html') continue;
    next = {
      table: firstContinues(node.value, 'table', next.table),
      list: firstContinues(node.value, 'list', next.list),
      other: firstContinues(node.value, 'other', next.other),
    };
  }
  return answers;
}

function firstContinues(html: string, family: FrameFamily, otherwise: boolean): boolean {
  const match = FAMILY_TAG[family].exec(html);
  return match === null ? otherwise : match[1] === undefined;
}
