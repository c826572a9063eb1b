import { Uri, type Webview } from 'vscode';

/**
 * The panel's page: a frame that `dist/panel.js` fills. Nothing may be loaded but that script and
 * its style sheet, and nothing of the workspace stands in the HTML.
 * @param checklist the URI of the file that the page shows, for its state
 */
export function panelPage(webview: Webview, extensionUri: Uri, checklist: Uri): string {
  const dist = Uri.joinPath(extensionUri, 'dist');
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'panel.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(dist, 'panel.css')).toString();
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Maturity Checklist</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body data-checklist="${attribute(checklist.toString())}">
<main id="checklist"></main>
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
