import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LoadedConfiguration } from '../core/configuration/loadConfiguration.ts';
import type { StrategyDocument } from '../core/document/strategyDocument.ts';
import type { Pack } from '../core/pack/pack.ts';
import { configuredSets } from '../core/set/configuredSets.ts';
import { gatherSet, type PartDocuments } from '../core/set/gatherSet.ts';
import { owningIndex } from '../core/set/owningIndex.ts';
import type { SetHost, StrategySet } from '../core/set/strategySet.ts';
import { folderOf, pathBelow } from './workspacePaths.ts';

/** How a document belongs to a strategy of several files; empty where it stands for itself. */
export interface Membership {
  readonly set?: StrategySet;
  /** Path of the index that it is part of. */
  readonly partOf?: string;
  /** Another number means other parts, or other texts of them. */
  readonly revision: number;
}

/** Without a client that watches files, a file is read again after so many milliseconds. */
const READ_AGAIN_AFTER = 2000;

interface Root {
  readonly host: SetHost;
  readonly documents: PartDocuments;
  readonly read: Map<string, ReturnType<SetHost['readFile']>>;
  readonly owners: Map<string, Promise<string | undefined>>;
  readonly folders: Map<string, ReturnType<SetHost['listFolder']>>;
  listed?: ReturnType<SetHost['listFiles']> | undefined;
  readAt: number;
}

/**
 * The strategy sets of the open documents. Files are read when they are first needed and kept until
 * they change; what an editor shows holds before what is on disk.
 */
export class StrategySets {
  readonly #texts: TextDocuments<TextDocument>;
  readonly #folders: readonly string[];
  readonly #hostOf: (folder: string) => SetHost;
  readonly #roots = new Map<string, Root>();
  readonly #members = new Map<string, { readonly signature: string; readonly revision: number }>();
  /** By the URI of an index: the paths of its parts. */
  readonly #parts = new Map<string, ReadonlySet<string>>();
  readonly #ids = new WeakMap<StrategyDocument, number>();
  #lastId = 0;
  /** True where the client tells of changes, so that nothing has to be read again unasked. */
  isWatched = false;

  /**
   * @param texts the open documents
   * @param folders URIs of the workspace folders
   * @param hostOf reads the files below a workspace folder, given its URI
   */
  constructor(
    texts: TextDocuments<TextDocument>,
    folders: readonly string[],
    hostOf: (folder: string) => SetHost,
  ) {
    this.#texts = texts;
    this.#folders = folders;
    this.#hostOf = hostOf;
  }

  /**
   * How a document belongs to a set.
   * @param uri of the document
   * @param document as it is now
   * @param pack to tell a strategy by
   * @param loaded the configuration in force
   * @param leads whether it is a strategy by itself, so that it may be an index
   */
  async membership(
    uri: string,
    document: StrategyDocument,
    pack: Pack,
    loaded: LoadedConfiguration | undefined,
    leads: boolean,
  ): Promise<Membership> {
    const folder = folderOf(uri, this.#folders);
    const path = folder === undefined ? undefined : pathBelow(uri, folder);
    if (folder === undefined || path === undefined) return { revision: 0 };
    const root = this.#root(folder);
    const sets = configuredSets(loaded, (file) => pathBelow(file, folder));
    const partOf = await this.#owner(path, root, () =>
      owningIndex(path, document, sets, pack, root.host, root.documents),
    );
    if (partOf !== undefined) return this.#member(uri, `part of ${partOf}`, { partOf });
    if (!leads) return this.#member(uri, '', {});
    const set = await gatherSet(path, document, sets, root.host, root.documents);
    this.#parts.set(uri, new Set(set.parts.map((part) => part.path)));
    return this.#member(
      uri,
      this.#signature(set),
      set.parts.length + set.lost.length > 0 ? { set } : {},
    );
  }

  /**
   * Files were changed, made, moved or deleted.
   * @returns whether an open document may be judged otherwise now
   */
  filesChanged(): boolean {
    for (const root of this.#roots.values()) forgetFiles(root);
    return this.#members.size > 0;
  }

  /**
   * A document was edited in the editor.
   * @param uri of the document
   * @returns whether another open document may be judged otherwise now
   */
  edited(uri: string): boolean {
    for (const root of this.#roots.values()) root.owners.clear();
    return [...this.#parts].some(([index, paths]) => {
      const folder = folderOf(index, this.#folders);
      const path = folder === undefined ? undefined : pathBelow(uri, folder);
      return index !== uri && path !== undefined && paths.has(path);
    });
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#members.delete(uri);
    this.#parts.delete(uri);
  }

  #root(folder: string): Root {
    let root = this.#roots.get(folder);
    if (root === undefined) {
      root = this.#newRoot(folder);
      this.#roots.set(folder, root);
    }
    if (!this.isWatched && Date.now() - root.readAt > READ_AGAIN_AFTER) {
      forgetFiles(root);
      root.readAt = Date.now();
    }
    return root;
  }

  #newRoot(folder: string): Root {
    const files = this.#hostOf(folder);
    const root: Root = {
      documents: new Map(),
      read: new Map(),
      owners: new Map(),
      folders: new Map(),
      readAt: Date.now(),
      host: {
        readFile: (path) => {
          const open = this.#texts.all().find(({ uri }) => pathBelow(uri, folder) === path);
          if (open !== undefined)
            return Promise.resolve({ path, text: open.getText(), problems: [] });
          return kept(root.read, path, () => files.readFile(path));
        },
        listFiles: () => {
          root.listed ??= files.listFiles();
          return root.listed;
        },
        listFolder: (below) => kept(root.folders, below, () => files.listFolder(below)),
      },
    };
    return root;
  }

  #owner(
    path: string,
    { owners }: Root,
    find: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    return kept(owners, path, find);
  }

  #member(uri: string, signature: string, membership: Omit<Membership, 'revision'>): Membership {
    const known = this.#members.get(uri);
    const revision =
      known?.signature === signature ? known.revision : signature === '' ? 0 : this.#nextId();
    this.#members.set(uri, { signature, revision });
    return { ...membership, revision };
  }

  #signature({ parts, lost }: StrategySet): string {
    if (parts.length + lost.length === 0) return '';
    const read = parts.map(({ path, document, ranges }) => [path, this.#idOf(document), ranges]);
    return JSON.stringify([read, lost]);
  }

  #idOf(document: StrategyDocument): number {
    const id = this.#ids.get(document) ?? this.#nextId();
    this.#ids.set(document, id);
    return id;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

function forgetFiles(root: Root): void {
  root.read.clear();
  root.owners.clear();
  root.folders.clear();
  root.listed = undefined;
}

function kept<T>(values: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = values.get(key);
  if (known !== undefined) return known;
  const found = find();
  values.set(key, found);
  return found;
}
