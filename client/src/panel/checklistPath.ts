import { l10n } from 'vscode';
/** A path, or why there is none, in a sentence to show. */
export type PathOrProblem = { readonly path: string } | { readonly problem: string };

const setting = 'ospoStrategy.checklist.file';

/**
 * The path of a checklist file.
 * @param root the path that it has to lie within, with `/` between its parts
 * @param folder the folder of the strategy document, at or under `root`
 * @param file what the setting says, relative to `folder`
 */
export function checklistPath(root: string, folder: string, file: string): PathOrProblem {
  const relative = file.trim().replaceAll('\\', '/');
  if (relative === '') return { problem: l10n.t('The setting {0} is empty.', setting) };
  if (relative.startsWith('/') || /^[A-Za-z]:/.test(relative)) {
    return {
      problem: l10n.t(
        'The setting {0} has to be relative to the folder of the strategy document.',
        setting,
      ),
    };
  }
  if (!/[^/]\.(md|markdown)$/i.test(relative)) {
    return {
      problem: l10n.t(
        'The setting {0} has to name a Markdown file: one that ends in .md or .markdown.',
        setting,
      ),
    };
  }
  const path = normalised(`${folder}/${relative}`);
  if (path === undefined || !isWithin(root, path)) {
    return { problem: l10n.t('The setting {0} leads out of the workspace folder.', setting) };
  }
  return { path };
}

/** True where a path lies under a folder. Both with `/` between their parts, and normalised. */
export function isWithin(root: string, path: string): boolean {
  const base = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(base) && path.length > base.length && !path.split('/').includes('..');
}

/** Takes out `.` and `..`; undefined where that leads above the top. */
function normalised(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return `/${parts.join('/')}`;
}
