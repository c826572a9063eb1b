import {
  type Disposable,
  l10n,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { isMarkdown } from '../markdown.ts';
import { type PageState, readPageState } from './messages.ts';
import { putFlowerIntoDocument } from './overviewFiles.ts';
import { type OverviewHouse, OverviewPanel, type OverviewView } from './overviewPanel.ts';
import { opened } from './overviewSource.ts';

const viewType = 'ospoStrategy.overview';

/** The open overviews, one a document, also those that VS Code brings back after a restart. */
export class OverviewPanels implements Disposable {
  readonly #house: OverviewHouse;
  readonly #panels = new Map<string, OverviewPanel>();
  readonly #serializer: Disposable;

  constructor(house: OverviewHouse) {
    this.#house = house;
    this.#serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state) => this.#bringBack(panel, state),
    });
  }

  get views(): readonly OverviewView[] {
    return [...this.#panels.values()];
  }

  /**
   * Shows the overview of a document.
   * @param of its URI, as a code lens or a tree gives it; else the active editor's document is meant
   */
  async show(of?: unknown): Promise<void> {
    const uri = await documentMeant(of);
    if (uri === undefined) return;
    const open = this.#panels.get(uri.toString());
    if (open !== undefined) return open.reveal();
    const column = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
    const options = { enableFindWidget: true };
    this.#fill(window.createWebviewPanel(viewType, l10n.t('Overview'), column, options), uri, null);
  }

  /** Puts the flower into a document, named in the same way. */
  async putFlower(into?: unknown): Promise<void> {
    const uri = await documentMeant(into);
    if (uri !== undefined) await putFlowerIntoDocument(uri, this.#house.server);
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  async #bringBack(panel: WebviewPanel, value: unknown): Promise<void> {
    const state = readPageState(value);
    const document = await documentOf(state);
    if (document === undefined) panel.dispose();
    else this.#fill(panel, document.uri, state?.ref ?? null);
  }

  #fill(webviewPanel: WebviewPanel, uri: Uri, ref: string | null): void {
    const panel = new OverviewPanel(webviewPanel, uri, this.#house, ref);
    this.#panels.set(uri.toString(), panel);
    panel.onDidEnd(() => this.#panels.delete(uri.toString()));
  }
}

/** The document that a command is to work on; asks for one where there is none. */
async function documentMeant(of: unknown): Promise<Uri | undefined> {
  if (of instanceof Uri) return of;
  if (typeof of === 'string') return uriFrom(of);
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isMarkdown(document)) return document.uri;
  void window.showInformationMessage(l10n.t('Open the strategy document, a Markdown file, first.'));
  return undefined;
}

/** What a page kept is no more to be trusted than any other input: only a Markdown document counts. */
async function documentOf(state: PageState | undefined): Promise<TextDocument | undefined> {
  const uri = state?.panel === 'overview' ? uriFrom(state.file) : undefined;
  if (uri === undefined) return undefined;
  try {
    const document = await opened(uri);
    return isMarkdown(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

function uriFrom(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
