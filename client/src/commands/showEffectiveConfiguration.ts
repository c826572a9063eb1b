import {
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type EffectiveConfiguration,
  type EffectiveConfigurationParams,
  effectiveConfigurationRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { DocumentStatuses } from '../documentStatuses.ts';
import { isMethodNotFound, type LanguageServer } from '../languageServer.ts';
import { isMarkdown } from '../markdown.ts';

const scheme = 'ospo-strategy-configuration';

/** Shows what holds for a document, as a text that cannot be edited and follows every change. */
export class EffectiveConfigurations implements TextDocumentContentProvider, Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer, statuses: DocumentStatuses) {
    this.#server = server;
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      statuses.onDidChange((uri) => this.#changed.fire(pageOf(Uri.parse(uri)))),
    ];
  }

  /** Shows what holds for the active Markdown document. */
  async show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isMarkdown(document)) {
      void window.showInformationMessage(
        l10n.t('Open the Markdown file whose configuration shall be shown.'),
      );
      return;
    }
    const answer = await this.#ask(document.uri);
    if (answer === undefined) {
      void window.showInformationMessage(
        l10n.t('This language server cannot show the configuration of a document.'),
      );
      return;
    }
    const page = await workspace.openTextDocument(pageOf(document.uri));
    await window.showTextDocument(page, { preview: true });
  }

  async provideTextDocumentContent(page: Uri): Promise<string> {
    const answer = await this.#ask(Uri.parse(page.query, true));
    return answer?.text ?? '';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** @returns undefined where the server does not know the request; an empty text where the document is closed */
  async #ask(document: Uri): Promise<EffectiveConfiguration | undefined> {
    const params: EffectiveConfigurationParams = { uri: document.toString() };
    const method = effectiveConfigurationRequest;
    try {
      const answer = await this.#server.request<EffectiveConfiguration | null>(method, params);
      return answer ?? { text: '', sources: [] };
    } catch (error) {
      if (isMethodNotFound(error)) return undefined;
      throw error;
    }
  }
}

/** The page of a document; its ending has VS Code colour it as YAML. */
function pageOf(document: Uri): Uri {
  const name = document.path.slice(document.path.lastIndexOf('/') + 1);
  return Uri.from({ scheme, path: `/${name}.yaml`, query: document.toString() });
}
