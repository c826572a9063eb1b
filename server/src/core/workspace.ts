import type { DocumentProblem } from './document/strategyDocument.ts';

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly DocumentProblem[];
}

/** A file that could not be read: why, and what to do, in a sentence. */
export interface UnreadableFile {
  readonly path: string;
  readonly message: string;
}

/**
 * Reads one file, whatever it is.
 * @param path as the door that asks names its files: a path, or a URI
 * @returns undefined where there is no such file
 */
export type FileReader = (path: string) => Promise<ReadFile | UnreadableFile | undefined>;

/**
 * Lists the Markdown files of a folder and all folders in it, hidden ones and `node_modules` left out.
 * @param folder as the door that asks names it: a path, or a URI
 * @returns their names, none where the folder cannot be read: in the same form, or from the folder
 * with `/` between folders where the lister says so
 */
export type FileLister = (folder: string) => Promise<readonly string[]>;

/** All that the doors see of a file system. Implementations stand in `host`; none of them throws. */
export interface Workspace {
  /**
   * @param paths files, or folders whose Markdown files are meant
   * @returns one entry a file, in order; hidden folders and `node_modules` left out
   */
  read(paths: readonly string[]): Promise<readonly (ReadFile | UnreadableFile)[]>;
  readonly readFile: FileReader;
  /**
   * Writes a text file, over what stands there.
   * @returns why it could not, in a sentence; undefined where it is written
   */
  write(path: string, text: string): Promise<string | undefined>;
}
