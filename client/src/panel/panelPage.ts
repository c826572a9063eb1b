import { EventEmitter, type LogOutputChannel, Uri, type Webview, type WebviewPanel } from 'vscode';
import { type FromPage, type PanelKind, readFromPage, type ToPage } from './messages.ts';

/** What a page is told, without what `PanelPage` adds. */
export type Shown = Omit<ToPage, 'type' | 'revision'>;

/** A panel's page: draws what it is told, and says what its author does. */
export class PanelPage {
  readonly panel: WebviewPanel;
  readonly #kind: PanelKind;
  readonly #log: LogOutputChannel;
  readonly #ended = new EventEmitter<void>();
  #drawn: { readonly revision: number; readonly ticked: number } | undefined;
  #revision = 0;
  #hasEnded = false;

  /** Fires once, when the panel is closed. */
  readonly onDidEnd = this.#ended.event;

  /**
   * @param panel to fill
   * @param file that the page shows, for its state
   * @param receive takes what the page says, but for what it has drawn
   */
  constructor(
    panel: WebviewPanel,
    kind: PanelKind,
    file: Uri,
    extensionUri: Uri,
    log: LogOutputChannel,
    receive: (message: FromPage) => Promise<void>,
  ) {
    this.panel = panel;
    this.#kind = kind;
    this.#log = log;
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
    };
    panel.webview.onDidReceiveMessage((message) => void this.receive(message, receive));
    panel.onDidDispose(() => {
      this.#hasEnded = true;
      this.#ended.fire();
      this.#ended.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, kind, extensionUri, file);
  }

  /** The number of the message that the page was told last. */
  get revision(): number {
    return this.#revision;
  }

  /** What the page said that it has drawn, and how many boxes are ticked in it. */
  get drawn(): { readonly revision: number; readonly ticked: number } | undefined {
    return this.#drawn;
  }

  /** Takes a message as the page sent it. */
  async receive(value: unknown, receive: (message: FromPage) => Promise<void>): Promise<void> {
    const message = readFromPage(value);
    if (message === undefined) {
      this.#log.warn(`The page "${this.#kind}" sent a message that is not understood.`);
    } else if (message.type === 'drawn') {
      this.#drawn = { revision: message.revision, ticked: message.ticked };
    } else {
      await receive(message);
    }
  }

  show(shown: Shown): void {
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
  const title = kind === 'overview' ? 'Strategy Overview' : 'Maturity Checklist';
  return `<!DOCTYPE html>
<html lang="en">
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
