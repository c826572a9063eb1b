import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText } from '../core/document/decodeText.ts';
import type {
  FileLister,
  FileReader,
  ReadFile,
  UnreadableFile,
  Workspace,
} from '../core/workspace.ts';

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/** The file system of the machine. */
export const nodeWorkspace: Workspace = {
  async read(paths) {
    const found = await Promise.all(paths.map(readPath));
    return found.flat();
  },
  async readFile(path) {
    const file = await readOne(path);
    return 'message' in file && file.message === REASONS.ENOENT ? undefined : file;
  },
  async write(path, text) {
    try {
      await writeFile(path, text);
      return undefined;
    } catch (error) {
      return whyNotWritten(error);
    }
  },
};

/**
 * Reads a file by its URI.
 * @param uri with the scheme `file`; others cannot be read here
 */
export const readFileUri: FileReader = async (uri) => {
  try {
    const path = fileURLToPath(uri);
    const file = await nodeWorkspace.readFile(path);
    return file === undefined ? undefined : { ...file, path: uri };
  } catch {
    return { path: uri, message: 'Only files of this machine can be read.' };
  }
};

/**
 * Lists Markdown files by their URIs.
 * @param folder a URI with the scheme `file`; others cannot be listed here
 */
export const listFileUris: FileLister = async (folder) => {
  try {
    const files = await markdownFiles(fileURLToPath(folder));
    return files.map((path) => pathToFileURL(path).href);
  } catch {
    return [];
  }
};

async function readPath(path: string): Promise<readonly (ReadFile | UnreadableFile)[]> {
  try {
    const status = await stat(path);
    if (!status.isDirectory()) return [await readOne(path)];
    const files = await markdownFiles(path);
    if (files.length === 0) return [{ path, message: 'This folder has no Markdown file.' }];
    return await Promise.all(files.map(readOne));
  } catch (error) {
    return [{ path, message: whyUnreadable(error) }];
  }
}

async function markdownFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    visible.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return await markdownFiles(path);
      return entry.isFile() && MARKDOWN.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

async function readOne(path: string): Promise<ReadFile | UnreadableFile> {
  try {
    return { path, ...decodeText(await readFile(path)) };
  } catch (error) {
    return { path, message: whyUnreadable(error) };
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'There is no such file or folder. Check the path.',
  EACCES: 'It may not be read. Check its permissions.',
  EPERM: 'It may not be read. Check its permissions.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its symbolic links run in a circle.',
};

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `It could not be read (${code || 'unknown reason'}).`;
}

const REASONS_NOT_WRITTEN: { readonly [code: string]: string } = {
  ENOENT: 'There is no such folder. Make it first.',
  EACCES: 'It may not be written. Check its permissions.',
  EPERM: 'It may not be written. Check its permissions.',
  EROFS: 'It lies on a file system that may only be read.',
  EISDIR: 'It is a folder. Name a file.',
};

function whyNotWritten(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS_NOT_WRITTEN[code] ?? `It could not be written (${code || 'unknown reason'}).`;
}
