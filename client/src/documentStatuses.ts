import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import {
  type AnalyseAnywayParams,
  analyseAnywayRequest,
  type DocumentStatus,
  type DocumentStatusParams,
  documentStatusRequest,
  statusChangedNotification,
} from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './languageServer.ts';

/** What the server last said about each open document. */
export class DocumentStatuses implements Disposable {
  readonly #server: LanguageServer;
  readonly #statuses = new Map<string, DocumentStatus>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: readonly Disposable[];

  /** Fires with the URI of the document whose status changed. */
  readonly onDidChange = this.#changed.event;

  /** @param server not started yet */
  constructor(server: LanguageServer) {
    this.#server = server;
    server.onNotification(statusChangedNotification, (params) => {
      this.#keep(params as DocumentStatus);
    });
    this.#subscriptions = [
      server.onDidChangeState((state) => {
        if (state !== 'running') this.#statuses.clear();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#statuses.delete(uri.toString())),
    ];
  }

  /** What is known without asking. */
  known(document: { readonly uri: Uri }): DocumentStatus | undefined {
    return this.#statuses.get(document.uri.toString());
  }

  /**
   * Asks the server for the status of an open document.
   * @throws ServerNotRunning
   */
  async ask(document: TextDocument): Promise<DocumentStatus> {
    const params: DocumentStatusParams = { uri: document.uri.toString() };
    const status = await this.#server.request<DocumentStatus>(documentStatusRequest, params);
    if (!document.isClosed) this.#keep(status);
    return status;
  }

  /**
   * Has an open document analysed until it is closed, and gives its new status.
   * @throws ServerNotRunning
   */
  async analyseAnyway(document: TextDocument): Promise<DocumentStatus> {
    const params: AnalyseAnywayParams = { uri: document.uri.toString() };
    await this.#server.request<null>(analyseAnywayRequest, params);
    return this.ask(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #keep(status: DocumentStatus): void {
    this.#statuses.set(status.uri, status);
    this.#changed.fire(status.uri);
  }
}
