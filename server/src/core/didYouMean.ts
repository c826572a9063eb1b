/** More letters to change than this share of a name, and it is another name. */
const MOST_CHANGED = 0.5;
/** Longer names are nobody's slip. */
const LONGEST = 80;
const MOST_OFFERED = 3;

/**
 * The known names that someone may have meant, the likeliest first. A name without what stands before
 * its dot ("legal" for "petal.legal") is as good as whole.
 * @param written as it stands there
 * @param known all names that there are
 */
export function didYouMean(written: string, known: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return [];
  return known
    .map((name) => ({ name, changed: distanceTo(name, wanted) }))
    .filter(({ name, changed }) => changed <= MOST_CHANGED * Math.min(wanted.length, name.length))
    .toSorted((a, b) => a.changed - b.changed)
    .filter(({ changed }, _, [best]) => changed <= (best?.changed ?? 0) + 1)
    .slice(0, MOST_OFFERED)
    .map(({ name }) => name);
}

/** Letters that begin a name are as good as a slip. */
const LEAST_BEGUN = 3;

function distanceTo(name: string, wanted: string): number {
  if (wanted.length >= LEAST_BEGUN && name.startsWith(wanted)) return 1;
  const behindDot = name.slice(name.lastIndexOf('.') + 1);
  const wantedBehindDot = wanted.slice(wanted.lastIndexOf('.') + 1);
  return Math.min(editDistance(name, wanted), editDistance(behindDot, wantedBehindDot) + 0.5);
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + Number(one[line - 1] !== other[column - 1]);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
