import { type Disposable, EventEmitter, type Uri, window, workspace } from 'vscode';
import {
  type Coverage,
  type CoverageParams,
  coverageRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { DocumentStatuses } from '../documentStatuses.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isMarkdown } from '../markdown.ts';
import { isCoverage } from '../panel/coverageMessages.ts';

/**
 * The coverage of every strategy document that is open, asked for while someone looks at it.
 */
export class CoverageSource implements Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  readonly #coverages = new Map<string, Coverage>();
  #isWanted = false;
  #current: string | undefined;

  /** Fires after every change, also of the document that is being looked at. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer, statuses: DocumentStatuses) {
    this.#server = server;
    this.#subscriptions = [
      statuses.onDidChange((uri) => void this.#renew(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      server.onDidChangeState((state) => {
        if (state === 'running') void this.refresh();
        else if (state === 'stopped') this.#forgetAll();
      }),
    ];
  }

  /** What is known of each document, by the order of their URIs. */
  get all(): readonly Coverage[] {
    return [...this.#coverages.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** The strategy document of the active editor, or the last one that was, or the first. */
  get current(): Coverage | undefined {
    const last = this.#current === undefined ? undefined : this.#coverages.get(this.#current);
    return last ?? this.all[0];
  }

  /** Nothing is asked for while nobody looks. */
  setWanted(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    if (isWanted) void this.refresh();
  }

  /** Asks anew for every open Markdown document. */
  async refresh(): Promise<void> {
    const open = workspace.textDocuments.filter(isMarkdown);
    await Promise.all(open.map(({ uri }) => this.#renew(uri.toString())));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #renew(uri: string): Promise<void> {
    if (!this.#isWanted || this.#server.state !== 'running') return;
    const params: CoverageParams = { uri };
    // A server that ends meanwhile says so by its state.
    const coverage = await this.#server.request<unknown>(coverageRequest, params).catch(() => null);
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri);
    if (!isOpen || !isCoverage(coverage) || !coverage.analysed) return this.#forget(uri);
    // Of two answers the later text counts, whichever comes first.
    if ((this.#coverages.get(uri)?.version ?? 0) > (coverage.version ?? 0)) return;
    this.#coverages.set(uri, coverage);
    this.#follow();
    this.#changed.fire();
  }

  #follow(): void {
    const active = activeUri()?.toString();
    if (active === undefined || active === this.#current || !this.#coverages.has(active)) return;
    this.#current = active;
    this.#changed.fire();
  }

  #forget(uri: string): void {
    if (this.#coverages.delete(uri)) this.#changed.fire();
  }

  #forgetAll(): void {
    this.#coverages.clear();
    this.#changed.fire();
  }
}

function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri;
}
