import { commands, type LogOutputChannel, type Uri, ViewColumn, type WebviewPanel } from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { ChecklistContent } from './checklistMessages.ts';
import { ChecklistSession } from './checklistSession.ts';
import type { FromPage } from './messages.ts';
import { explainTo } from './panelFailures.ts';
import { PanelPage } from './panelPage.ts';
import { panelStrings } from './panelStrings.ts';

/** What a test may know of an open panel, and do as its page does. */
export interface PanelView {
  /** The checklist file. */
  readonly uri: Uri;
  readonly title: string;
  /** What the page was last told to show, and the number of that message. */
  readonly content: ChecklistContent | undefined;
  readonly revision: number;
  /** What the page said that it has drawn, and how many boxes are ticked in it. */
  readonly drawn: { readonly revision: number; readonly ticked: number } | undefined;
  /** What did not work, as the page shows it. */
  readonly failure: string | undefined;
  /** Takes a message as if the page had sent it. */
  receive(message: unknown): Promise<void>;
}

/** One panel over one checklist file. */
export class ChecklistPanel implements PanelView {
  readonly uri: Uri;
  readonly #server: LanguageServer;
  readonly #session: ChecklistSession;
  readonly #page: PanelPage;

  constructor(
    panel: WebviewPanel,
    uri: Uri,
    extensionUri: Uri,
    server: LanguageServer,
    log: LogOutputChannel,
  ) {
    this.uri = uri;
    this.#server = server;
    this.#session = new ChecklistSession(uri, server, explainTo(log));
    this.#page = new PanelPage(panel, 'checklist', uri, extensionUri, log, (message) =>
      this.#do(message),
    );
    panel.title = `Maturity Checklist (${this.#session.fileName})`;
    this.#session.onDidChange(() => this.#show());
    this.#page.onDidEnd(() => this.#session.dispose());
  }

  get title(): string {
    return this.#page.panel.title;
  }

  get content(): ChecklistContent | undefined {
    return this.#session.content;
  }

  get revision(): number {
    return this.#page.revision;
  }

  get drawn(): PanelView['drawn'] {
    return this.#page.drawn;
  }

  get failure(): string | undefined {
    return this.#session.failure;
  }

  get onDidEnd(): PanelPage['onDidEnd'] {
    return this.#page.onDidEnd;
  }

  reveal(): void {
    this.#page.panel.reveal();
  }

  dispose(): void {
    this.#page.panel.dispose();
  }

  receive(message: unknown): Promise<void> {
    return this.#page.receive(message, (understood) => this.#do(understood));
  }

  async #do(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#session.refresh();
      case 'tick':
        return this.#session.tick(message.item, message.ticked);
      case 'note': {
        const { item, line, date, text } = message;
        return this.#session.note({ item, line, date, note: text });
      }
      case 'openFile': {
        // Beside the panel rather than over it.
        const isFirst = this.#page.panel.viewColumn === ViewColumn.One;
        return this.#session.open(message.line, isFirst ? ViewColumn.Beside : ViewColumn.One);
      }
      case 'restartServer':
        await commands.executeCommand('ospoStrategy.restartServer');
    }
  }

  #show(): void {
    this.#page.show({
      strings: panelStrings,
      overview: null,
      checklist: this.content ?? null,
      failure: this.failure ?? null,
      isServerStopped: this.#server.state === 'stopped',
    });
  }
}
