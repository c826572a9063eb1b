import {
  type Command,
  commands,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
} from 'vscode';
import type { DocumentStatuses } from './documentStatuses.ts';
import type { LanguageServer } from './languageServer.ts';
import { documentSelector, isMarkdown } from './markdown.ts';
import { describeStatus, type StatusText } from './statusText.ts';

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

const actions: { readonly [action in StatusText['action']]: Command } = {
  insertSection: { command: 'ospoStrategy.insertSection', title: l10n.t('Insert Section...') },
  explainAnalysis: { command: 'ospoStrategy.explainAnalysis', title: l10n.t('Why?') },
  restartServer: { command: 'ospoStrategy.restartServer', title: l10n.t('Restart') },
};

/** The language status item of Markdown files, for the document of the active editor. */
export class StatusItem implements Disposable {
  readonly #server: LanguageServer;
  readonly #statuses: DocumentStatuses;
  readonly #item: LanguageStatusItem;
  readonly #subscriptions: readonly Disposable[];
  #logItem: LanguageStatusItem | undefined;
  #shown: StatusText;

  constructor(server: LanguageServer, statuses: DocumentStatuses) {
    this.#server = server;
    this.#statuses = statuses;
    this.#item = languages.createLanguageStatusItem('ospoStrategy.status', documentSelector);
    this.#item.name = 'OSPO Strategy';
    this.#shown = describeStatus(server.state, undefined);
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#refresh()),
      server.onDidChangeState(() => this.#refresh()),
      statuses.onDidChange((uri) => {
        if (uri === activeMarkdown()?.uri.toString()) this.#refresh();
      }),
    ];
    this.#refresh();
  }

  /** What the item says now. */
  get shown(): StatusText {
    return this.#shown;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
    this.#logItem?.dispose();
  }

  #refresh(): void {
    const document = activeMarkdown();
    const status = document && this.#statuses.known(document);
    this.#show(describeStatus(this.#server.state, status));
    this.#offerLog(this.#server.state === 'stopped');
    void commands.executeCommand(
      'setContext',
      'ospoStrategy.isAnalysed',
      status?.analysed === true,
    );
    if (document !== undefined && status === undefined && this.#server.state === 'running') {
      // The answer comes back as a change of the status. Without one, the server has ended, and
      // its new state is shown.
      this.#statuses.ask(document).catch(() => {});
    }
  }

  #show(shown: StatusText): void {
    this.#shown = shown;
    this.#item.text = shown.text;
    this.#item.detail = shown.detail;
    this.#item.severity = severities[shown.severity];
    this.#item.busy = shown.isBusy;
    this.#item.command = actions[shown.action];
  }

  /** An item has room for one command: that the log can be read is said by a second one. */
  #offerLog(isOffered: boolean): void {
    if (!isOffered) {
      this.#logItem?.dispose();
      this.#logItem = undefined;
      return;
    }
    if (this.#logItem !== undefined) return;
    this.#logItem = languages.createLanguageStatusItem('ospoStrategy.log', documentSelector);
    this.#logItem.name = l10n.t('OSPO Strategy: Log');
    this.#logItem.text = l10n.t('The log tells why');
    this.#logItem.command = { command: 'ospoStrategy.showLog', title: l10n.t('Show Log') };
  }
}

function activeMarkdown(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isMarkdown(document) ? document : undefined;
}
