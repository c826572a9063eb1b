import {
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { DocumentStatuses } from '../documentStatuses.ts';
import { type LanguageServer, ServerNotRunning } from '../languageServer.ts';
import { locateChecklistOf } from './checklistLocation.ts';
import type { ChecklistContent } from './checklistMessages.ts';
import { ChecklistSession, type Explain } from './checklistSession.ts';
import { GitHistory } from './gitHistory.ts';
import type { FromPage } from './messages.ts';
import { exportPng, exportReport, putFlowerIntoDocument } from './overviewFiles.ts';
import type { OverviewContent } from './overviewMessages.ts';
import { opened, readOverview } from './overviewSource.ts';
import { explainTo } from './panelFailures.ts';
import { PanelPage, type PanelView } from './panelPage.ts';
import { panelStrings } from './panelStrings.ts';

/** What a test may know of an open overview. */
export interface OverviewView extends PanelView {
  /** What the page was last told to show. */
  readonly content: OverviewContent | undefined;
  readonly checklist: ChecklistContent | undefined;
}

/** What the overview panels share. */
export interface OverviewHouse {
  readonly extensionUri: Uri;
  readonly server: LanguageServer;
  readonly statuses: DocumentStatuses;
  readonly log: LogOutputChannel;
}

/** One panel over one strategy document. */
export class OverviewPanel extends PanelPage implements OverviewView {
  readonly #house: OverviewHouse;
  readonly #explain: Explain;
  readonly #history: GitHistory;
  readonly #subscriptions: readonly Disposable[];
  #checklist: ChecklistSession | undefined;
  #content: OverviewContent | undefined;
  #readFailure: string | undefined;
  #actFailure: string | undefined;
  #ref: string;
  #wanted = 0;

  /** @param ref the version to compare with, where one was chosen before */
  constructor(panel: WebviewPanel, uri: Uri, house: OverviewHouse, ref: string | null) {
    const { extensionUri, log, server, statuses } = house;
    super(panel, 'overview', uri, extensionUri, log);
    this.#house = house;
    this.#ref = ref ?? 'HEAD';
    this.#explain = explainTo(log);
    this.#history = new GitHistory(uri);
    panel.title = l10n.t('Overview ({0})', this.#fileName);
    const text = uri.toString();
    this.#subscriptions = [
      this.#history,
      this.#history.onDidChange(() => void this.#refresh()),
      statuses.onDidChange((changed) => {
        if (changed === text) void this.#refresh();
      }),
      server.onDidChangeState(() => void this.#refresh()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('ospoStrategy', uri)) this.#followSettings();
      }),
    ];
    this.onDidEnd(() => this.#end());
    this.#followSettings();
  }

  get content(): OverviewContent | undefined {
    return this.#content;
  }

  get checklist(): ChecklistContent | undefined {
    return this.#checklist?.content;
  }

  override get failure(): string | undefined {
    return this.#actFailure ?? this.#readFailure ?? this.#checklist?.failure;
  }

  get #fileName(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  #end(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#checklist?.dispose();
  }

  /** Which file keeps the checklist, and whether there is one, is set by settings. */
  #followSettings(): void {
    const isWanted = workspace.getConfiguration('ospoStrategy', this.uri).get('maturity.enabled');
    const location = isWanted === false ? undefined : locateChecklistOf(this.uri);
    const uri = location !== undefined && 'uri' in location ? location.uri : undefined;
    if (uri?.toString() === this.#checklist?.uri.toString()) return;
    this.#checklist?.dispose();
    this.#checklist = undefined;
    if (uri !== undefined) {
      this.#checklist = new ChecklistSession(uri, this.#house.server, this.#explain);
      this.#checklist.onDidChange(() => this.#show());
      void this.#checklist.refresh();
    }
    this.#show();
  }

  protected override async perform(message: FromPage): Promise<void> {
    this.#actFailure = undefined;
    try {
      await this.#do(message);
    } catch (error) {
      this.#actFailure = this.#explain(l10n.t('That did not work.'), error);
      this.#show();
    }
  }

  async #do(message: FromPage): Promise<void> {
    const { server, statuses } = this.#house;
    switch (message.type) {
      case 'ready':
        await Promise.all([this.#refresh(), this.#checklist?.refresh()]);
        return;
      case 'tick':
        return this.#checklist?.tick(message.item, message.ticked);
      case 'note': {
        const { item, line, date, text } = message;
        return this.#checklist?.note({ item, line, date, note: text });
      }
      case 'openFile':
        return this.#checklist?.open(message.line, this.#otherColumn);
      case 'openDocument':
        return this.#reveal(this.uri);
      case 'reveal':
        return this.#revealEvidence(message.startLine, message.endLine, message.path);
      case 'insert':
        await this.#reveal(this.uri);
        await commands.executeCommand('ospoStrategy.insertSection', message.criterion);
        return;
      case 'analyseAnyway':
        await statuses.analyseAnyway(await opened(this.uri));
        return;
      case 'compare':
        return this.#chooseVersion();
      case 'export':
        return exportReport(this.uri, message.format, server);
      case 'png':
        return exportPng(this.uri, message.data);
      case 'insertFlower':
        return putFlowerIntoDocument(this.uri, server);
      case 'openMaturitySetting':
        await commands.executeCommand(
          'workbench.action.openSettings',
          '@id:ospoStrategy.maturity.enabled',
        );
        return;
      case 'restartServer':
        await commands.executeCommand('ospoStrategy.restartServer');
    }
  }

  /** Beside the panel rather than over it: where the document is shown already, else another column. */
  get #otherColumn(): ViewColumn {
    const shown = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.uri.toString(),
    );
    const isFirst = this.panel.viewColumn === ViewColumn.One;
    return shown?.viewColumn ?? (isFirst ? ViewColumn.Beside : ViewColumn.One);
  }

  async #reveal(uri: Uri, range?: Range): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const viewColumn = this.#otherColumn;
    await window.showTextDocument(document, {
      viewColumn,
      ...(range === undefined ? {} : { selection: range }),
    });
  }

  /** @param path of another file of the strategy set, relative to the workspace folder */
  async #revealEvidence(startLine: number, endLine: number, path: string | null): Promise<void> {
    const uri = path === null ? this.uri : this.#fileOfSet(path);
    if (uri === undefined) return;
    const document = await workspace.openTextDocument(uri);
    const last = document.validateRange(
      new Range(endLine, 0, endLine, Number.MAX_SAFE_INTEGER),
    ).end;
    await this.#reveal(uri, new Range(startLine, 0, last.line, last.character));
  }

  #fileOfSet(path: string): Uri | undefined {
    const folder = workspace.getWorkspaceFolder(this.uri)?.uri;
    if (folder === undefined || path.split('/').includes('..')) return undefined;
    return Uri.joinPath(folder, path);
  }

  async #chooseVersion(): Promise<void> {
    const chosen = await window.showQuickPick(this.#history.versions(), {
      title: l10n.t('Compare With'),
      placeHolder: l10n.t('Choose the version to compare with'),
      matchOnDescription: true,
    });
    if (chosen === undefined) return;
    this.#ref = chosen.ref;
    await this.#refresh();
  }

  /** Reads what is to be shown. Of several at a time only the last one shows anything. */
  async #refresh(): Promise<void> {
    this.#wanted += 1;
    const wanted = this.#wanted;
    const { server } = this.#house;
    const content = await readOverview(this.uri, server, this.#history, this.#ref).catch(
      (error: unknown) => {
        if (error instanceof ServerNotRunning && server.state === 'starting') return undefined;
        return { problem: this.#explain(l10n.t('{0} cannot be shown.', this.#fileName), error) };
      },
    );
    if (wanted !== this.#wanted || this.hasEnded || content === undefined) return;
    this.#readFailure = 'problem' in content ? content.problem : undefined;
    if (!('problem' in content)) this.#content = content;
    this.#show();
  }

  #show(): void {
    this.show({
      strings: panelStrings,
      overview: this.#content ?? null,
      checklist: this.checklist ?? null,
      failure: this.failure ?? null,
      isServerStopped: this.#house.server.state === 'stopped',
    });
  }
}
