import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SetHost } from '../core/set/strategySet.ts';
import type { FileLister } from '../core/workspace.ts';
import { nodeWorkspace } from './node.ts';

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
/** Bounds of a listing: a workspace may be a whole disk. */
const MOST_FILES = 5000;
const MOST_FOLDERS = 5000;
/** Bytes; no file of a strategy is longer. */
const LARGEST_FILE = 4_000_000;

/**
 * The files of a strategy set on this machine.
 * @param root the workspace folder; what a symbolic link leads to outside of it is not read
 */
export function nodeSetHost(root: string): SetHost {
  return {
    async readFile(path) {
      const file = join(root, path);
      try {
        if (!isBelow(await realpath(file), await realpath(root))) {
          return { path, message: 'It lies outside the workspace folder.' };
        }
        const status = await stat(file);
        if (!status.isFile()) return { path, message: 'It is not a file.' };
        if (status.size > LARGEST_FILE) {
          return { path, message: 'It is too long to be read as part of a strategy.' };
        }
      } catch {
        return undefined;
      }
      const found = await nodeWorkspace.readFile(file);
      return found === undefined ? undefined : { ...found, path };
    },
    listFiles: () => listMarkdownFiles(root),
    async listFolder(folder) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile() && MARKDOWN.test(entry.name))
        .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
        .sort();
    },
  };
}

/**
 * Where the command line looks for the files of a set: below the working directory, or below the
 * document's own folder where it lies elsewhere.
 * @param workingDirectory absolute
 * @param document path as the user wrote it
 */
export function nodeSetPlace(
  workingDirectory: string,
  document: string,
): { readonly host: SetHost; readonly pathOf: (file: string) => string | undefined } {
  const absolute = (path: string): string => resolve(workingDirectory, path);
  const file = absolute(document);
  const root = isBelow(file, workingDirectory) ? workingDirectory : dirname(file);
  const pathOf = (path: string): string | undefined =>
    isBelow(absolute(path), root)
      ? absolute(path)
          .slice(root.replace(/[\\/]+$/, '').length + 1)
          .replaceAll('\\', '/')
      : undefined;
  return { host: nodeSetHost(root), pathOf };
}

/**
 * The same, where folders are named by URIs.
 * @param root URI of the workspace folder
 * @returns undefined where it is not on this machine
 */
export function setHostOfUri(root: string): SetHost | undefined {
  try {
    return root.startsWith('file:') ? nodeSetHost(fileURLToPath(root)) : undefined;
  } catch {
    return undefined;
  }
}

function isBelow(file: string, folder: string): boolean {
  const top = folder.replace(/[\\/]+$/, '');
  return file.startsWith(`${top}/`) || file.startsWith(`${top}\\`);
}

/** Folder by folder, symbolic links not followed, so that circles and endless trees end. */
const listMarkdownFiles: FileLister = async (root) => {
  const files: string[] = [];
  const folders = [''];
  for (const [index, folder] of folders.entries()) {
    if (index >= MOST_FOLDERS || files.length >= MOST_FILES) break;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && MARKDOWN.test(entry.name)) files.push(path);
    }
  }
  return files.sort();
};
