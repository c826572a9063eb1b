import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';

/**
 * The section that an anchor leads to.
 * @param document with the section
 * @param anchor what stands behind `#`, decoded
 * @returns the section's range with all below it; undefined where no heading has this anchor
 */
export function anchoredRange(document: StrategyDocument, anchor: string): SourceRange | undefined {
  const seen = new Map<string, number>();
  for (const { heading, range } of document.sections) {
    if (heading === undefined) continue;
    const line = document.text.slice(heading.range.start, heading.range.end);
    const slug = slugOf(heading.text);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    const own = /\{#([^\s}]+)\}\s*$/.exec(line)?.[1];
    if (own === anchor || (count === 0 ? slug : `${slug}-${count}`) === anchor.toLowerCase()) {
      return range;
    }
  }
  return undefined;
}

/** As GitHub makes the anchor of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
