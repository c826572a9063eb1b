import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { gatherSet, type PartDocuments } from '../../../server/src/core/set/gatherSet.ts';
import type {
  ConfiguredSet,
  SetHost,
  StrategySet,
} from '../../../server/src/core/set/strategySet.ts';

/** A workspace folder that is only there for a test: texts by path. */
export type Files = { readonly [path: string]: string };

/** @returns a host of these files that notes what was read */
export function hostOf(files: Files): SetHost & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) return undefined;
      read.push(path);
      return { path, text, problems: [] };
    },
    listFolder: async (folder) =>
      Object.keys(files).filter(
        (path) => path.endsWith('.md') && path.split('/').slice(0, -1).join('/') === folder,
      ),
    listFiles: async () => Object.keys(files).filter((path) => path.endsWith('.md')),
  };
}

/** Gathers the set of `index.md`, or of another file. */
export function gather(
  files: Files,
  index = 'index.md',
  sets: readonly ConfiguredSet[] = [],
  documents?: PartDocuments,
): Promise<StrategySet> {
  return gatherSet(index, readDocument(files[index] ?? ''), sets, hostOf(files), documents);
}
