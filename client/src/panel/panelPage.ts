import {
  type Disposable,
  EventEmitter,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  type Webview,
  type WebviewPanel,
} from 'vscode';
import { type FromPage, type PanelKind, readFromPage, type ToPage } from './messages.ts';

/** What a page is told, without what `PanelPage` adds. */
export type Shown = Omit<ToPage, 'type' | 'revision'>;

/** What a test may know of an open panel, and do as its page does. */
export interface PanelView {
  /** The file that the page shows. */
  readonly uri: Uri;
  readonly title: string;
  /** The number of the message that the page was told last. */
  readonly revision: number;
  /** What the page said that it has drawn, and how many boxes are ticked in it. */
  readonly drawn: { readonly revision: number; readonly ticked: number } | undefined;
  /** What did not work, as the page shows it. */
  readonly failure: string | undefined;
  /** Takes a message as if the page had sent it. */
  receive(message: unknown): Promise<void>;
}

/** A panel with its page, which draws what it is told, and says what its author does. */
export abstract class PanelPage implements PanelView, Disposable {
  readonly uri: Uri;
  protected readonly panel: WebviewPanel;
  readonly #kind: PanelKind;
  readonly #log: LogOutputChannel;
  readonly #ended = new EventEmitter<void>();
  #drawn: PanelView['drawn'];
  #revision = 0;
  #hasEnded = false;

  /** Fires once, when the panel is closed. */
  readonly onDidEnd = this.#ended.event;

  /**
   * @param panel to fill
   * @param uri of the file that the page shows
   */
  constructor(
    panel: WebviewPanel,
    kind: PanelKind,
    uri: Uri,
    extensionUri: Uri,
    log: LogOutputChannel,
  ) {
    this.uri = uri;
    this.panel = panel;
    this.#kind = kind;
    this.#log = log;
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
    };
    panel.webview.onDidReceiveMessage((message) => void this.receive(message));
    panel.onDidDispose(() => {
      this.#hasEnded = true;
      this.#ended.fire();
      this.#ended.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, kind, extensionUri, uri);
  }

  abstract get failure(): string | undefined;

  /** Does what the author wants; not called for what the page has drawn. */
  protected abstract perform(message: FromPage): Promise<void>;

  get title(): string {
    return this.panel.title;
  }

  get revision(): number {
    return this.#revision;
  }

  get drawn(): PanelView['drawn'] {
    return this.#drawn;
  }

  protected get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async receive(value: unknown): Promise<void> {
    const message = readFromPage(value);
    if (message === undefined) {
      this.#log.warn(`The page "${this.#kind}" sent a message that is not understood.`);
    } else if (message.type === 'drawn') {
      this.#drawn = { revision: message.revision, ticked: message.ticked };
    } else {
      await this.perform(message);
    }
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  protected show(shown: Shown): void {
    if (this.#hasEnded) return;
    this.#revision += 1;
    const message: ToPage = { type: 'show', revision: this.#revision, ...shown };
    void this.panel.webview.postMessage(message);
  }
}

/**
 * A frame that `dist/panel.js` fills. Nothing may be loaded but that script and its style sheet;
 * pictures are only those that the script itself draws. Nothing of the workspace stands in the HTML
 * but the URI of the file, for the page's state.
 */
function pageHtml(webview: Webview, kind: PanelKind, extensionUri: Uri, file: Uri): string {
  const dist = Uri.joinPath(extensionUri, 'dist');
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'panel.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(dist, 'panel.css')).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const title = kind === 'overview' ? l10n.t('Strategy Overview') : l10n.t('Maturity Checklist');
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body data-panel="${kind}" data-file="${attribute(file.toString())}">
<main id="page" class="${kind}"></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

/** 128 bits that nobody can guess, in hexadecimal. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
