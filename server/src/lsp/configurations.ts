import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findConfiguration } from '../core/configuration/findConfiguration.ts';
import type {
  ConfigurationHost,
  LoadedConfiguration,
} from '../core/configuration/loadConfiguration.ts';
import type { ParsedFile } from '../core/configuration/parseYaml.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { FileReader } from '../core/workspace.ts';

/** What holds for a document. */
export interface ConfigurationInForce {
  /** The shipped pack, or the one that the configuration makes of it. */
  readonly pack: Pack;
  /** The configuration in force; absent where there is none. */
  readonly loaded?: LoadedConfiguration;
  /** The one that is there but broken; the last good one, if there was one, stays in force. */
  readonly broken?: LoadedConfiguration;
  /** Another number means another configuration. */
  readonly revision: number;
}

/** Called with each configuration as it is on disk or in the editor, good or broken. */
export type ConfigurationListener = (loaded: LoadedConfiguration) => void;

/** Without a client that watches files, a configuration is read again after so many milliseconds. */
const READ_AGAIN_AFTER = 2000;

/**
 * The configuration of each document: looked for when it is first needed, kept until a configuration
 * file changes. A broken one leaves the last good one in force.
 */
export class Configurations {
  readonly #texts: TextDocuments<TextDocument>;
  readonly #readFile: FileReader;
  readonly #folders: readonly string[];
  readonly #pack: Pack;
  readonly #none: ConfigurationInForce;
  /** By the folder of a document. */
  readonly #known = new Map<
    string,
    { readonly at: number; readonly found: Promise<ConfigurationInForce> }
  >();
  /** By the path of a configuration file: the last that was not broken, and the last of all. */
  readonly #good = new Map<string, LoadedConfiguration>();
  readonly #latest = new Map<
    string,
    { readonly content: string; readonly inForce: ConfigurationInForce }
  >();
  readonly #gone = new Set<string>();
  readonly #listeners: ConfigurationListener[] = [];
  #revisions = 0;
  /** True where the client tells of changes, so that nothing has to be read again unasked. */
  isWatched = false;

  /**
   * @param texts open documents: what an editor shows holds before what is on disk
   * @param readFile reads a file by its URI
   * @param folders URIs of the workspace folders
   * @param pack as shipped
   */
  constructor(
    texts: TextDocuments<TextDocument>,
    readFile: FileReader,
    folders: readonly string[],
    pack: Pack,
  ) {
    this.#texts = texts;
    this.#readFile = readFile;
    this.#folders = folders;
    this.#pack = pack;
    this.#none = { pack, revision: 0 };
  }

  onLoaded(listener: ConfigurationListener): void {
    this.#listeners.push(listener);
  }

  /**
   * What holds for a document.
   * @param uri of a document, or of a configuration file itself
   */
  of(uri: string): Promise<ConfigurationInForce> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(folder)) return Promise.resolve(this.#none);
    const known = this.#known.get(folder);
    const isFresh =
      this.isWatched || (known !== undefined && Date.now() - known.at < READ_AGAIN_AFTER);
    if (known !== undefined && isFresh) return known.found;
    const found = this.#find(uri, folder);
    this.#known.set(folder, { at: Date.now(), found });
    return found;
  }

  /**
   * Reads YAML or JSON. The parser is loaded with the first: most workspaces have no configuration.
   * @param text of a configuration file
   */
  async parse(text: string): Promise<ParsedFile> {
    return (await import('../core/configuration/parseYaml.ts')).parseYaml(text);
  }

  /**
   * A configuration file was changed, made or deleted: all is looked for again.
   * @param deleted URIs of files that are gone, even where an editor keeps their text for a while
   */
  changed(deleted: readonly string[] = []): void {
    this.#known.clear();
    for (const uri of deleted) this.#gone.add(uri);
  }

  /** A file is there again, on disk or in an editor. */
  cameBack(uri: string): void {
    this.#gone.delete(uri);
  }

  async #find(uri: string, folder: string): Promise<ConfigurationInForce> {
    const root = this.#folders
      .map((candidate) => `${candidate.replace(/\/+$/, '')}/`)
      .filter((candidate) => folder.startsWith(candidate))
      .sort((one, other) => other.length - one.length)[0];
    const host: ConfigurationHost = {
      root: root ?? folder,
      readFile: (path) => this.#read(path),
      parse: (text) => this.parse(text),
    };
    const loaded = await findConfiguration(uri, this.#pack, host);
    return loaded === undefined ? this.#none : this.#take(loaded);
  }

  #read(path: string): ReturnType<FileReader> {
    if (this.#gone.has(path)) return Promise.resolve(undefined);
    const open = this.#texts.get(path);
    if (open === undefined) return this.#readFile(path);
    return Promise.resolve({ path, text: open.getText(), problems: [] });
  }

  /** The same text as before is the same configuration, so that its vocabulary is not compiled again. */
  #take(loaded: LoadedConfiguration): ConfigurationInForce {
    const { path, files, isBroken } = loaded;
    const content = JSON.stringify(files.map((file) => [file.path, file.text]));
    for (const listener of this.#listeners) listener(loaded);
    const latest = this.#latest.get(path);
    if (latest?.content === content) return latest.inForce;
    if (!isBroken) this.#good.set(path, loaded);
    const good = this.#good.get(path);
    this.#revisions += 1;
    const inForce: ConfigurationInForce = {
      pack: good?.pack ?? this.#pack,
      ...(good === undefined ? {} : { loaded: good }),
      ...(isBroken ? { broken: loaded } : {}),
      revision: this.#revisions,
    };
    this.#latest.set(path, { content, inForce });
    return inForce;
  }
}
