import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { FileReader } from '../workspace.ts';

/** A set as a configuration names it; paths count from the workspace folder. */
export interface ConfiguredSet {
  readonly index: string;
  /** Whether a path is one of its files, beside those that the index links to. */
  readonly includes: (path: string) => boolean;
}

/** A file that is read together with the index. */
export interface SetPart {
  /** From the workspace folder, `/` between folders. */
  readonly path: string;
  readonly document: StrategyDocument;
  /** Where the index links to sections only: their ranges. Absent: the whole file counts. */
  readonly ranges?: readonly SourceRange[];
}

/** A link of the index to a file that is not there, or that is not read. */
export interface LostPart {
  /** Of the link, in the index. */
  readonly range: SourceRange;
  /** What a reader reads of the link. */
  readonly text: string;
  /** Where it leads, as the author wrote it. */
  readonly url: string;
  /** The same place, another name: a URL for the link, the likeliest first. */
  readonly nearest: readonly string[];
  /** Absent: there is no such file. */
  readonly because?: string;
}

export interface StrategySet {
  /** In the order in which the index names them. */
  readonly parts: readonly SetPart[];
  readonly lost: readonly LostPart[];
}

/** What gathering a set needs of a file system: paths count from the workspace folder. */
export interface SetHost {
  /** Reads one file below the workspace folder and nothing outside of it, whatever links to it. */
  readonly readFile: FileReader;
  /** The paths of the Markdown files below the workspace folder, hidden folders left out. */
  readonly listFiles: () => Promise<readonly string[]>;
  /** The same, of those directly in one folder: `` is the workspace folder. */
  readonly listFolder: (folder: string) => Promise<readonly string[]>;
}
