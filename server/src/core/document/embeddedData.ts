import type { SourceRange } from './strategyDocument.ts';

const MARK = ';base64,';
/** Shorter runs (in UTF-16 units) cost nothing and may be an example that someone shows. */
const SHORTEST = 200;
const DATA = /[\w+/=%-]*/y;

/**
 * Finds the base64 data of images and fonts that exporters write into Markdown: megabytes without
 * a word for a reader. Ranges hold the data alone, without the `data:...;base64,` before it.
 */
export function findEmbeddedData(text: string): SourceRange[] {
  const ranges: SourceRange[] = [];
  for (let at = text.indexOf(MARK); at >= 0; ) {
    const start = at + MARK.length;
    DATA.lastIndex = start;
    const end = start + (DATA.exec(text)?.[0].length ?? 0);
    if (end - start >= SHORTEST) ranges.push({ start, end });
    at = text.indexOf(MARK, end);
  }
  return ranges;
}
