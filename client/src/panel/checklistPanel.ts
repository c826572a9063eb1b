import {
  commands,
  type LogOutputChannel,
  l10n,
  type Uri,
  ViewColumn,
  type WebviewPanel,
} from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { ChecklistContent } from './checklistMessages.ts';
import { ChecklistSession } from './checklistSession.ts';
import type { FromPage } from './messages.ts';
import { explainTo } from './panelFailures.ts';
import { PanelPage, type PanelView } from './panelPage.ts';
import { panelStrings } from './panelStrings.ts';

/** What a test may know of an open checklist. */
export interface ChecklistView extends PanelView {
  /** What the page was last told to show. */
  readonly content: ChecklistContent | undefined;
}

/** One panel over one checklist file. */
export class ChecklistPanel extends PanelPage implements ChecklistView {
  readonly #server: LanguageServer;
  readonly #session: ChecklistSession;

  constructor(
    panel: WebviewPanel,
    uri: Uri,
    extensionUri: Uri,
    server: LanguageServer,
    log: LogOutputChannel,
  ) {
    super(panel, 'checklist', uri, extensionUri, log);
    this.#server = server;
    this.#session = new ChecklistSession(uri, server, explainTo(log));
    panel.title = l10n.t('Maturity Checklist ({0})', this.#session.fileName);
    this.#session.onDidChange(() => this.#show());
    this.onDidEnd(() => this.#session.dispose());
  }

  get content(): ChecklistContent | undefined {
    return this.#session.content;
  }

  override get failure(): string | undefined {
    return this.#session.failure;
  }

  protected override async perform(message: FromPage): Promise<void> {
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
        const isFirst = this.panel.viewColumn === ViewColumn.One;
        return this.#session.open(message.line, isFirst ? ViewColumn.Beside : ViewColumn.One);
      }
      case 'restartServer':
        await commands.executeCommand('ospoStrategy.restartServer');
    }
  }

  #show(): void {
    this.show({
      strings: panelStrings,
      overview: null,
      checklist: this.content ?? null,
      failure: this.failure ?? null,
      isServerStopped: this.#server.state === 'stopped',
    });
  }
}
