const OPENING = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+){0,8}(`{3,}|~{3,})([^\r\n]*)$/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
/** No fence is found in lines longer than this (UTF-16 units). */
const LONGEST_FENCE_LINE = 1000;

/** Where a line stands: outside fenced code, inside it, or being the fence. */
export type FencePlace = 'outside' | 'fence' | 'inside';

/**
 * Follows fenced code line by line. It knows nothing of containers, indented code or HTML, so that
 * it may be wrong in odd cases; what is decided by it must do no harm then.
 */
export class FenceTracker {
  private open: string | undefined;

  /** Takes the next line, without its line end. */
  next(line: string): FencePlace {
    if (this.open === undefined) {
      const marks = openingMarks(line);
      if (marks === undefined) return 'outside';
      this.open = marks;
      return 'fence';
    }
    const marks = line.length > LONGEST_FENCE_LINE ? undefined : CLOSING.exec(line)?.[1];
    if (marks === undefined || !marks.startsWith(this.open)) return 'inside';
    this.open = undefined;
    return 'fence';
  }
}

function openingMarks(line: string): string | undefined {
  if (line.length > LONGEST_FENCE_LINE) return undefined;
  const match = OPENING.exec(line);
  const marks = match?.[1];
  // Backticks with more of them behind on the line are a code span.
  return marks?.startsWith('`') && match?.[2]?.includes('`') ? undefined : marks;
}
