import { didYouMean } from '../didYouMean.ts';
import { relativeUrl } from './fileLinks.ts';

const MOST_OFFERED = 3;

/**
 * The files that a link may have meant: those of the same name in another folder, then those of a
 * similar name.
 * @param from path of the file with the link
 * @param target path that it leads to
 * @param files paths of the files that there are
 * @returns URLs for the link, the likeliest first
 */
export function nearestFiles(
  from: string,
  target: string,
  files: readonly string[],
): readonly string[] {
  const wanted = nameOf(target);
  const others = files.filter((path) => path !== from);
  const moved = others.filter((path) => nameOf(path) === wanted);
  const names = [...new Set(others.map(nameOf))];
  const similar = didYouMean(wanted, names).flatMap((name) =>
    others.filter((path) => nameOf(path) === name),
  );
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  const distance = (path: string): number => relativeUrl(folder, path).split('/').length;
  const nearestFirst = (paths: readonly string[]): readonly string[] =>
    paths.toSorted((one, other) => distance(one) - distance(other));
  const found = new Set([...nearestFirst(moved), ...nearestFirst(similar)]);
  return [...found].slice(0, MOST_OFFERED).map((path) => relativeUrl(from, path));
}

/** Without its ending: "policy" of "docs/Policy.md". */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return name.toLowerCase();
}
