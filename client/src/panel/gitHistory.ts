import {
  type Disposable,
  type Event,
  EventEmitter,
  extensions,
  l10n,
  type QuickPickItem,
  type Uri,
} from 'vscode';

/** The parts of the Git extension's API (`vscode.git`, version 1) that are used here. */
interface GitApi {
  getRepository(uri: Uri): GitRepository | null;
  readonly onDidOpenRepository: Event<GitRepository>;
}

interface GitRepository {
  readonly state: { readonly onDidChange: Event<void> };
  /** @throws where the version does not have the file */
  show(ref: string, path: string): Promise<string>;
  log(options: { maxEntries: number; path: string }): Promise<readonly GitCommit[]>;
  getRefs(query: object): Promise<readonly GitRef[]>;
}

interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
}

interface GitRef {
  readonly name?: string;
}

/** A version to compare with, as a list offers it. */
export interface VersionChoice extends QuickPickItem {
  readonly ref: string;
}

/** More would be no list to choose from. */
const mostVersions = 50;

/** The earlier versions of a file, as far as VS Code's Git extension is there and knows them. */
export class GitHistory implements Disposable {
  readonly #uri: Uri;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[] = [];
  #watched: GitRepository | undefined;
  #api: Promise<GitApi | undefined> | undefined;

  /** Fires after a commit, a checkout, or when a repository is found. */
  readonly onDidChange = this.#changed.event;

  constructor(uri: Uri) {
    this.#uri = uri;
  }

  /**
   * The file's text in a version; null where the version does not have it.
   * @returns undefined where the file is in no repository that the Git extension knows
   */
  async textAt(ref: string): Promise<string | null | undefined> {
    const repository = await this.#repository();
    if (repository === undefined) return undefined;
    return repository.show(ref, this.#uri.fsPath).catch(() => null);
  }

  /** What the file can be compared with: its own commits first, then branches and tags. */
  async versions(): Promise<readonly VersionChoice[]> {
    const repository = await this.#repository();
    if (repository === undefined) return [];
    const options = { maxEntries: mostVersions, path: this.#uri.fsPath };
    const commits = await repository.log(options).catch(() => []);
    const refs = await repository.getRefs({}).catch(() => []);
    return [
      { ref: 'HEAD', label: 'HEAD', description: l10n.t('The last commit') },
      ...commits.map(({ hash, message, authorDate }) => ({
        ref: hash.slice(0, 10),
        label: hash.slice(0, 10),
        description: message.split('\n')[0] ?? '',
        detail: authorDate?.toLocaleDateString() ?? '',
      })),
      ...refs.flatMap(({ name }) => (name === undefined ? [] : [{ ref: name, label: name }])),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #repository(): Promise<GitRepository | undefined> {
    this.#api ??= this.#findApi();
    const repository = (await this.#api)?.getRepository(this.#uri) ?? undefined;
    if (repository !== undefined && repository !== this.#watched) {
      this.#watched = repository;
      this.#subscriptions.push(repository.state.onDidChange(() => this.#changed.fire()));
    }
    return repository;
  }

  /** The extension may be missing or switched off: then there is nothing to compare with. */
  async #findApi(): Promise<GitApi | undefined> {
    const extension = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    if (extension === undefined) return undefined;
    try {
      const api = (await extension.activate()).getAPI(1);
      this.#subscriptions.push(api.onDidOpenRepository(() => this.#changed.fire()));
      return api;
    } catch {
      return undefined;
    }
  }
}
