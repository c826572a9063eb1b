import {
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type ChecklistParams, checklistRequest } from '../../../server/src/lsp/protocol.ts';
import { type LanguageServer, ServerNotRunning } from '../languageServer.ts';
import { ChecklistFile, TickFailed } from './checklistFile.ts';
import { isChecklistState, type PanelContent, readFromPage, type ToPage } from './messages.ts';
import { panelPage } from './panelPage.ts';

/** What a test may know of an open panel, and do as its page does. */
export interface PanelView {
  /** The checklist file. */
  readonly uri: Uri;
  readonly title: string;
  /** What the page was last told to show, and the number of that message. */
  readonly content: PanelContent | undefined;
  readonly revision: number;
  /** What the page said that it has drawn, and how many boxes are ticked in it. */
  readonly drawn: { readonly revision: number; readonly ticked: number } | undefined;
  /** What did not work, as the page shows it. */
  readonly failure: string | undefined;
  /** Takes a message as if the page had sent it. */
  receive(message: unknown): Promise<void>;
}

/** One panel over one checklist file. */
export class ChecklistPanel implements PanelView, Disposable {
  readonly uri: Uri;
  readonly #panel: WebviewPanel;
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #file: ChecklistFile;
  readonly #ended = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  #content: PanelContent | undefined;
  #drawn: PanelView['drawn'];
  #tickFailure: string | undefined;
  #readFailure: string | undefined;
  #revision = 0;
  #wanted = 0;
  #pendingTicks = 0;
  #hasEnded = false;

  /** Fires once, when the panel is closed. */
  readonly onDidEnd = this.#ended.event;

  constructor(
    panel: WebviewPanel,
    uri: Uri,
    extensionUri: Uri,
    server: LanguageServer,
    log: LogOutputChannel,
  ) {
    this.uri = uri;
    this.#panel = panel;
    this.#server = server;
    this.#log = log;
    this.#file = new ChecklistFile(uri, server);
    panel.title = `Maturity Checklist (${this.#fileName})`;
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
    };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message) => void this.receive(message)),
      panel.onDidDispose(() => this.#end()),
      this.#file.onDidChange(() => void this.#refresh()),
      server.onDidChangeState(() => void this.#refresh()),
    ];
    panel.webview.html = panelPage(panel.webview, extensionUri, uri);
  }

  get title(): string {
    return this.#panel.title;
  }

  get content(): PanelContent | undefined {
    return this.#content;
  }

  get revision(): number {
    return this.#revision;
  }

  get drawn(): PanelView['drawn'] {
    return this.#drawn;
  }

  get failure(): string | undefined {
    return this.#tickFailure ?? this.#readFailure;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async receive(value: unknown): Promise<void> {
    const message = readFromPage(value);
    switch (message?.type) {
      case 'ready':
        return this.#refresh();
      case 'tick':
        return this.#tick(message.item, message.ticked);
      case 'openFile':
        return this.#openFile(message.line ?? 0);
      case 'restartServer':
        await commands.executeCommand('ospoStrategy.restartServer');
        return;
      case 'drawn':
        this.#drawn = { revision: message.revision, ticked: message.ticked };
        return;
      case undefined:
        this.#log.warn('The checklist page sent a message that is not understood.');
    }
  }

  get #fileName(): string {
    return workspace.asRelativePath(this.uri, (workspace.workspaceFolders ?? []).length > 1);
  }

  #end(): void {
    this.#hasEnded = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#file.dispose();
    this.#ended.fire();
    this.#ended.dispose();
  }

  async #tick(item: string, ticked: boolean): Promise<void> {
    this.#tickFailure = undefined;
    this.#pendingTicks += 1;
    try {
      await this.#file.tick(item, ticked);
    } catch (error) {
      this.#tickFailure = this.#explain(`The tick was not written to ${this.#fileName}.`, error);
    } finally {
      this.#pendingTicks -= 1;
    }
    // What the file holds now is shown either way: where the tick failed, the box goes back.
    await this.#refresh();
  }

  /** Shows what the file holds now. Of several at a time only the last one shows anything. */
  async #refresh(): Promise<void> {
    // A box that was ticked last would go back for a moment; the last tick shows what came of all.
    if (this.#pendingTicks > 0) return;
    this.#wanted += 1;
    const wanted = this.#wanted;
    const content = await this.#read().catch((error: unknown) => {
      if (error instanceof ServerNotRunning && this.#server.state === 'starting') return undefined;
      return { problem: this.#explain(`${this.#fileName} cannot be shown.`, error) };
    });
    const isOutdated = wanted !== this.#wanted || this.#pendingTicks > 0 || this.#hasEnded;
    if (isOutdated || content === undefined) return;
    this.#readFailure = 'problem' in content ? content.problem : undefined;
    if (!('problem' in content)) this.#content = content;
    this.#show();
  }

  async #read(): Promise<PanelContent> {
    const { text, isDirty } = await this.#file.read();
    const params: ChecklistParams = { text, uri: this.uri.toString() };
    const checklist = await this.#server.request<unknown>(checklistRequest, params);
    if (!isChecklistState(checklist)) throw new Error('The server sent no checklist.');
    return { file: this.#fileName, fileExists: text !== null, isDirty, checklist };
  }

  #explain(what: string, error: unknown): string {
    if (error instanceof TickFailed || error instanceof ServerNotRunning) {
      return `${what} ${error.message}`;
    }
    this.#log.error(what, error);
    return `${what} The log tells why (OSPO Strategy: Show Log).`;
  }

  #show(): void {
    if (this.#hasEnded) return;
    this.#revision += 1;
    const message: ToPage = {
      type: 'show',
      revision: this.#revision,
      content: this.#content ?? null,
      failure: this.failure ?? null,
      isServerStopped: this.#server.state === 'stopped',
    };
    void this.#panel.webview.postMessage(message);
  }

  async #openFile(line: number): Promise<void> {
    try {
      const document = await workspace.openTextDocument(this.uri);
      // Beside the panel rather than over it.
      const isFirst = this.#panel.viewColumn === ViewColumn.One;
      await window.showTextDocument(document, {
        viewColumn: isFirst ? ViewColumn.Beside : ViewColumn.One,
        selection: new Range(line, 0, line, 0),
      });
    } catch {
      this.#tickFailure = `${this.#fileName} cannot be opened: the first tick creates it.`;
      this.#show();
    }
  }
}
