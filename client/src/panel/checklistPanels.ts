import {
  type Disposable,
  type LogOutputChannel,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { locateChecklist, mayBeChecklist } from './checklistLocation.ts';
import { ChecklistPanel, type ChecklistView } from './checklistPanel.ts';
import { readPageState } from './messages.ts';

const viewType = 'ospoStrategy.checklist';

/** The open checklist panels, one a file, also those that VS Code brings back after a restart. */
export class ChecklistPanels implements Disposable {
  readonly #extensionUri: Uri;
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #panels = new Map<string, ChecklistPanel>();
  readonly #serializer: Disposable;

  constructor(extensionUri: Uri, server: LanguageServer, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#log = log;
    this.#serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state) => this.#bringBack(panel, state),
    });
  }

  get views(): readonly ChecklistView[] {
    return [...this.#panels.values()];
  }

  /** Shows the checklist of the strategy that is being looked at. */
  async show(): Promise<void> {
    const location = await locateChecklist();
    if (location === undefined) return;
    if ('problem' in location) {
      void window.showErrorMessage(location.problem);
      return;
    }
    const open = this.#panels.get(location.uri.toString());
    if (open !== undefined) return open.reveal();
    const column = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
    const options = { enableFindWidget: true };
    this.#fill(
      window.createWebviewPanel(viewType, l10n.t('Maturity Checklist'), column, options),
      location.uri,
    );
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  #bringBack(panel: WebviewPanel, state: unknown): void {
    const uri = uriFrom(readPageState(state)?.file);
    if (uri !== undefined && mayBeChecklist(uri)) this.#fill(panel, uri);
    else panel.dispose();
  }

  #fill(webviewPanel: WebviewPanel, uri: Uri): void {
    const panel = new ChecklistPanel(
      webviewPanel,
      uri,
      this.#extensionUri,
      this.#server,
      this.#log,
    );
    this.#panels.set(uri.toString(), panel);
    panel.onDidEnd(() => this.#panels.delete(uri.toString()));
  }
}

function uriFrom(text: string | undefined): Uri | undefined {
  try {
    return text === undefined ? undefined : Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
