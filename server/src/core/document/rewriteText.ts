import type { SourceRange } from './strategyDocument.ts';

/** A replacement to make before the Markdown parser sees the text. */
export interface Rewrite extends SourceRange {
  readonly replacement: string;
}

/** A rewritten text, and the way back from its offsets to those of the source. */
export interface RewrittenText {
  readonly text: string;
  /** Maps a range of the rewritten text to the range of the source that it came from. */
  toSource(range: SourceRange): SourceRange;
}

/** A stretch of text that was kept: where it starts in both texts, in UTF-16 units. */
interface Kept {
  readonly rewritten: number;
  readonly source: number;
  readonly length: number;
}

/**
 * Applies rewrites to `source`. Those that overlap an earlier one are left out, so that the result
 * does not depend on luck; the order in which they are given does not matter.
 */
export function rewriteText(source: string, rewrites: readonly Rewrite[]): RewrittenText {
  const kept: Kept[] = [];
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  const keepUntil = (end: number) => {
    if (end <= at) return;
    kept.push({ rewritten: length, source: at, length: end - at });
    pieces.push(source.slice(at, end));
    length += end - at;
    at = end;
  };
  for (const rewrite of [...rewrites].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (rewrite.start < at) continue;
    keepUntil(rewrite.start);
    pieces.push(rewrite.replacement);
    length += rewrite.replacement.length;
    at = rewrite.end;
  }
  keepUntil(source.length);

  return {
    text: pieces.join(''),
    toSource(range) {
      const start = sourceStart(kept, range.start, source.length);
      const end = range.end <= range.start ? start : sourceEnd(kept, range.end, source.length);
      return { start, end: Math.max(start, end) };
    },
  };
}

/** A start belongs to the text that follows it; one inside a replacement to the text before. */
function sourceStart(kept: readonly Kept[], offset: number, sourceLength: number): number {
  const stretch = kept[lastStretch(kept, (candidate) => candidate.rewritten <= offset)];
  if (stretch === undefined) return 0;
  const inside = offset - stretch.rewritten;
  return Math.min(stretch.source + Math.min(inside, stretch.length), sourceLength);
}

/** An end belongs to the text before it; one inside a replacement to the text that follows. */
function sourceEnd(kept: readonly Kept[], offset: number, sourceLength: number): number {
  const index = lastStretch(kept, (candidate) => candidate.rewritten < offset);
  const stretch = kept[index];
  const inside = stretch === undefined ? 0 : offset - stretch.rewritten;
  if (stretch !== undefined && inside <= stretch.length) return stretch.source + inside;
  return kept[index + 1]?.source ?? sourceLength;
}

/** The index of the last stretch for which `holds`, given that it holds for a first part; else -1. */
function lastStretch(kept: readonly Kept[], holds: (stretch: Kept) => boolean): number {
  let low = -1;
  let high = kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const stretch = kept[middle];
    if (stretch !== undefined && holds(stretch)) low = middle;
    else high = middle - 1;
  }
  return low;
}
