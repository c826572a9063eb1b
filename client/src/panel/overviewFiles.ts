import {
  commands,
  env,
  l10n,
  Position,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type ExportParams,
  type ExportResult,
  exportRequest,
  type FlowerImageParams,
  type FlowerImageResult,
  flowerImageRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { ExportFormat } from './messages.ts';
import { opened } from './overviewSource.ts';

const endings: { readonly [format in ExportFormat]: string } = {
  html: 'html',
  svg: 'svg',
  png: 'png',
  markdown: 'md',
  json: 'json',
};

/**
 * Writes a document's report where its author says.
 * @throws ServerNotRunning; where the file cannot be written
 */
export async function exportReport(
  document: Uri,
  format: Exclude<ExportFormat, 'png'>,
  server: LanguageServer,
): Promise<void> {
  const params: ExportParams = { uri: document.toString(), format };
  const result = await server.request<ExportResult | null>(exportRequest, params);
  if (result === null) return;
  await save(document, format, new TextEncoder().encode(result.text));
}

/**
 * Writes the picture that a page drew where its author says.
 * @param data in base64
 * @throws where the file cannot be written
 */
export async function exportPng(document: Uri, data: string): Promise<void> {
  await save(
    document,
    'png',
    Uint8Array.from(atob(data), (character) => character.charCodeAt(0)),
  );
}

async function save(document: Uri, format: ExportFormat, content: Uint8Array): Promise<void> {
  const ending = endings[format];
  const what = format === 'svg' || format === 'png' ? 'flower' : 'coverage';
  const name = nameAfter(document, `${what}.${ending}`);
  // A document that is not saved yet lies nowhere: in the folder of the workspace, if anywhere.
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const unsaved = folder === undefined ? undefined : Uri.joinPath(folder, name);
  const place = document.scheme === 'untitled' ? unsaved : beside(document, `${what}.${ending}`);
  const file = await window.showSaveDialog({
    ...(place === undefined ? {} : { defaultUri: place }),
    filters: { [format.toUpperCase()]: [ending] },
    title: l10n.t('Export the Overview'),
  });
  if (file === undefined) return;
  await workspace.fs.writeFile(file, content);
  const open = 'Open';
  const written = l10n.t('{0} is written.', workspace.asRelativePath(file));
  const chosen = await window.showInformationMessage(written, open);
  if (chosen === open) await openWritten(file);
}

async function openWritten(file: Uri): Promise<void> {
  if (file.path.endsWith('.html')) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}

/**
 * Writes the flower as a picture beside a document and shows it in the document, or brings both up
 * to date. The document is not saved: that is its author's.
 * @throws ServerNotRunning; where the picture cannot be written
 */
export async function putFlowerIntoDocument(document: Uri, server: LanguageServer): Promise<void> {
  const text = await opened(document);
  if (document.scheme === 'untitled') {
    void window.showInformationMessage(
      l10n.t('Save the document first: the picture is put beside it.'),
    );
    return;
  }
  const picture = beside(document, 'flower.svg');
  const name = nameAfter(document, 'flower.svg');
  const params: FlowerImageParams = { uri: document.toString(), picture: name };
  const version = text.version;
  const result = await server.request<FlowerImageResult | null>(flowerImageRequest, params);
  if (result === null) {
    void window.showInformationMessage(
      l10n.t('This document is not analysed, so it has no flower.'),
    );
    return;
  }
  if (text.version !== version) return putFlowerIntoDocument(document, server);
  await workspace.fs.writeFile(picture, new TextEncoder().encode(result.svg));
  const edit = new WorkspaceEdit();
  for (const { start, end, newText } of result.edits) {
    const from = new Position(start.line, start.character);
    edit.replace(document, new Range(from, new Position(end.line, end.character)), newText);
  }
  const isShown = result.edits.length === 0 || (await workspace.applyEdit(edit));
  const said = isShown
    ? l10n.t('{0} is up to date, and the document shows it.', name)
    : l10n.t(
        '{0} is up to date, but the document could not be changed: it may be read-only.',
        name,
      );
  void window.showInformationMessage(said);
}

/** A file beside a document, named after it: `docs/strategy-flower.svg`. */
function beside(document: Uri, what: string): Uri {
  return Uri.joinPath(document, '..', nameAfter(document, what));
}

function nameAfter({ path }: Uri, what: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return `${stem}-${what}`;
}
