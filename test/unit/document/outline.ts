import type { StrategyDocument } from '../../../server/src/core/document/strategyDocument.ts';

/**
 * A document in short, one line a heading or block, so that a test can put the Markdown and what is
 * read from it side by side: `## Heading`, `paragraph: text`, `list-item 2: text`, `[Label] text`.
 */
export function outlineOf(document: StrategyDocument): string[] {
  const headings = document.sections.flatMap(({ heading }) =>
    heading === undefined
      ? []
      : [{ at: heading.range.start, line: `${'#'.repeat(heading.level)} ${heading.text}` }],
  );
  const blocks = document.blocks.map((block) => ({
    at: block.range.start,
    line:
      `${block.kind}${block.depth === undefined ? '' : ` ${block.depth}`}: ` +
      `${block.label === undefined ? '' : `[${block.label.text}] `}${block.text}`,
  }));
  return [...headings, ...blocks].sort((a, b) => a.at - b.at).map(({ line }) => line);
}
