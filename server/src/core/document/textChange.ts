/** Where two versions of a text differ: all before and all behind is the same. UTF-16 offsets. */
export interface TextChange {
  /** In both. */
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Texts are compared in steps of so many units, each at the speed of memory. */
const STEP = 4096;

/**
 * Finds the one stretch in which two texts differ.
 * @param before the older text
 * @param after the newer
 */
export function textChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = commonStart(before, after, shorter);
  const same = commonEnd(before, after, shorter - start);
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function commonStart(before: string, after: string, limit: number): number {
  let at = 0;
  while (at + STEP <= limit && before.slice(at, at + STEP) === after.slice(at, at + STEP)) {
    at += STEP;
  }
  while (at < limit && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

function commonEnd(before: string, after: string, limit: number): number {
  const [old, young] = [before.length, after.length];
  let same = 0;
  while (
    same + STEP <= limit &&
    before.slice(old - same - STEP, old - same) === after.slice(young - same - STEP, young - same)
  ) {
    same += STEP;
  }
  while (same < limit && before.charCodeAt(old - same - 1) === after.charCodeAt(young - same - 1)) {
    same++;
  }
  return same;
}
