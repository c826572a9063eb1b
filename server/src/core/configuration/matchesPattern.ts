/** Alternatives in braces multiply; more than this and the rest is not tried. */
const MOST_ALTERNATIVES = 64;

/**
 * Whether a path fits a pattern: `*` stands for any part of a name, `?` for one letter of it, `**` for
 * any folders, `{a,b}` for either. No regular expression is made of it, and none can be slow.
 * @param path with `/` between folders, relative to where the pattern counts from
 * @param pattern the same, `./` in front allowed; a folder with `/` at its end means all below it
 */
export function matchesPattern(path: string, pattern: string): boolean {
  const folders = path.split('/').filter((name) => name !== '');
  return alternatives(pattern).some((each) => {
    const names = each.split('/').filter((name) => name !== '' && name !== '.');
    return matchesFolders(folders, each.endsWith('/') ? [...names, '**'] : names);
  });
}

function alternatives(pattern: string): readonly string[] {
  const open: string[] = [pattern];
  const done: string[] = [];
  while (open.length > 0 && open.length + done.length <= MOST_ALTERNATIVES) {
    const next = open.pop() ?? '';
    const group = /\{([^{}]*)\}/.exec(next);
    if (group === null) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, group.index);
    const behind = next.slice(group.index + group[0].length);
    for (const choice of (group[1] ?? '').split(',')) open.push(`${before}${choice}${behind}`);
  }
  return [...done, ...open];
}

/** Folder by folder; each pair of places is looked at once. */
function matchesFolders(folders: readonly string[], pattern: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const name of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (name === '**') for (let to = at; to <= folders.length; to++) next.add(to);
      else if (at < folders.length && matchesName(folders[at] ?? '', name)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(folders.length);
}

/** The usual walk with one place to come back to: linear in practice, at worst name times pattern. */
function matchesName(name: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let behindStar = 0;
  while (at < name.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern++;
      behindStar = at;
    } else if (wanted === '?' || (wanted !== undefined && wanted === name[at])) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++behindStar;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
