import type { LineSpan } from '../../server/src/core/report/lineSpan.ts';

/**
 * Lines that two readers may differ by and still mean the same passage: one takes the heading and the
 * empty line below it, the other does not. The corpus sets it so.
 */
const TOLERANCE = 2;

/**
 * Whether two readings of one criterion rest on the same passage: one piece of evidence in common.
 * @param gold lines from 1, both ends inclusive
 * @param ours likewise
 * @returns `undefined` where gold names no lines, so that there is nothing to compare with
 */
export function evidenceOverlaps(
  gold: readonly LineSpan[],
  ours: readonly LineSpan[],
): boolean | undefined {
  if (gold.length === 0) return undefined;
  return ours.some((mine) =>
    gold.some(
      ({ startLine, endLine }) =>
        mine.startLine <= endLine + TOLERANCE && mine.endLine >= startLine - TOLERANCE,
    ),
  );
}
