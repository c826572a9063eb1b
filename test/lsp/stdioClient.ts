import { type ChildProcess, fork, spawn } from 'node:child_process';
import { vi } from 'vitest';
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type Command,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { type DocumentStatus, statusChangedNotification } from '../../server/src/lsp/protocol.ts';
import { builtServer } from './builtServer.ts';

/** The whole of a document, whatever its length. */
export const everywhere: Range = {
  start: { line: 0, character: 0 },
  end: { line: 1_000_000, character: 0 },
};

/** A language client without an editor: it talks to the built server and keeps what it is told. */
export class StdioClient {
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Everything the server did unasked, in the order of its arrival. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: DocumentStatus[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  readonly configurationRequests: ConfigurationParams[] = [];
  readonly editsToApply: ApplyWorkspaceEditParams[] = [];
  refreshes = 0;
  /** Requests to show lenses or hints anew. */
  readonly shownAnew: string[] = [];
  /** What `workspace/configuration` is answered with. */
  settings: unknown = null;
  /** Names of requests that the client did not offer to answer, and the server sent all the same. */
  readonly unexpected: string[] = [];
  readonly #offers: ReadonlySet<string>;

  /**
   * @param offers requests that this client answers
   * @param transport how it talks to the server
   */
  constructor(offers: readonly string[] = [], transport: 'stdio' | 'node-ipc' = 'stdio') {
    this.#offers = new Set(offers);
    if (transport === 'node-ipc') {
      this.server = fork(builtServer(), ['--node-ipc'], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      this.connection = createProtocolConnection(
        new IPCMessageReader(this.server),
        new IPCMessageWriter(this.server),
      );
    } else {
      const server = spawn(process.execPath, [builtServer(), '--stdio']);
      this.server = server;
      this.connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      // The server may go before the last message is written; the tests look at its exit code.
      server.stdin.on('error', () => undefined);
    }
    this.connection.onError(() => undefined);
    this.#listen();
  }

  #listen(): void {
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    this.connection.onNotification(statusChangedNotification, (params: DocumentStatus) => {
      this.statuses.push(params);
    });
    this.#answer('workspace/configuration', (params: ConfigurationParams) => {
      this.configurationRequests.push(params);
      return params.items.map(() => this.settings);
    });
    this.#answer('client/registerCapability', (params: RegistrationParams) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      return null;
    });
    this.#answer('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.editsToApply.push(params);
      return { applied: true };
    });
    this.#answer('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      return null;
    });
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
      this.#answer(method, () => {
        this.shownAnew.push(method);
        return null;
      });
    }
    this.connection.listen();
  }

  #answer<P>(method: string, handler: (params: P) => unknown): void {
    this.connection.onRequest(method, (params: P) => {
      if (!this.#offers.has(method)) this.unexpected.push(method);
      return handler(params);
    });
  }

  /** Sends `initialize` and `initialized`. */
  async initialize(
    capabilities: InitializeParams['capabilities'],
    more: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    };
    const result = await this.request<InitializeResult>('initialize', params);
    await this.notify('initialized', {});
    return result;
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return params === undefined
      ? this.connection.sendRequest<R>(method)
      : this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1, languageId = 'markdown'): Promise<void> {
    return this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(
    uri: string,
    version: number,
    contentChanges: readonly TextDocumentContentChangeEvent[],
  ): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.request('textDocument/diagnostic', { textDocument: { uri }, ...previous });
  }

  /** Pulls, and expects a full report. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error(`The report of ${uri} is "${report.kind}".`);
    return report.items;
  }

  codeActions(
    uri: string,
    range: Range,
    context: { diagnostics?: readonly Diagnostic[]; only?: readonly string[] } = {},
  ): Promise<(CodeAction | Command)[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  /** Waits for diagnostics that were pushed for a document and satisfy a condition. */
  pushed(
    uri: string,
    condition: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    return vi.waitFor(
      () => {
        const found = this.published.findLast((params) => params.uri === uri);
        if (found === undefined || !condition(found)) {
          throw new Error(`Not pushed for ${uri} so far: ${JSON.stringify(found?.version)}`);
        }
        return found;
      },
      { timeout: 10_000, interval: 20 },
    );
  }

  /** Waits until the server process has ended. */
  async exitCode(): Promise<number | null> {
    await vi.waitFor(
      () => {
        if (this.server.exitCode === null && this.server.signalCode === null) {
          throw new Error('The server is still running.');
        }
      },
      { timeout: 10_000, interval: 20 },
    );
    return this.server.exitCode;
  }

  /** Ends the server as an editor does. */
  async stop(): Promise<number | null> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      await this.request('shutdown');
      await this.notify('exit');
    }
    const code = await this.exitCode();
    this.connection.dispose();
    return code;
  }
}
