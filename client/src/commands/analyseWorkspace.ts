import {
  l10n,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type AnalyseWorkspaceParams,
  analyseWorkspaceRequest,
  type WorkspaceAnalysis,
} from '../../../server/src/lsp/protocol.ts';
import { isMethodNotFound, isRequestCancelled, type LanguageServer } from '../languageServer.ts';

type AnalysedDocument = WorkspaceAnalysis['documents'][number];

interface DocumentItem extends QuickPickItem {
  readonly uri?: string;
}

/** Analyses all Markdown files of the workspace and lists them; the chosen one is opened. */
export async function analyseWorkspace(server: LanguageServer): Promise<void> {
  await server.started();
  const analysis = await analyse(server);
  if (analysis === undefined) return;
  const chosen = await window.showQuickPick(documentItems(analysis.documents), {
    title: l10n.t('Analysed Workspace'),
    placeHolder: l10n.t('Choose a document to open it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.uri !== undefined) await window.showTextDocument(Uri.parse(chosen.uri));
}

/** @returns undefined where the author cancelled it or the server cannot do it */
async function analyse(server: LanguageServer): Promise<WorkspaceAnalysis | undefined> {
  const title = l10n.t('Analysing the Markdown files of the workspace');
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  try {
    return await window.withProgress(options, (progress, token) =>
      server.requestWithProgress<WorkspaceAnalysis>(
        analyseWorkspaceRequest,
        {} satisfies AnalyseWorkspaceParams,
        token,
        (report) => progress.report(report),
      ),
    );
  } catch (error) {
    if (isRequestCancelled(error)) return undefined;
    if (!isMethodNotFound(error)) throw error;
    void window.showInformationMessage(
      l10n.t('This language server cannot analyse a whole workspace. Open the files instead.'),
    );
    return undefined;
  }
}

/** Strategies first, each with how far it has come; then what is none, with the reason. */
function documentItems(documents: readonly AnalysedDocument[]): DocumentItem[] {
  const strategies = documents.filter(({ isStrategy }) => isStrategy);
  const others = documents.filter(({ isStrategy }) => !isStrategy);
  return [
    ...group(l10n.t('Strategy documents'), strategies),
    ...group(l10n.t('Other Markdown files'), others),
  ];
}

function group(heading: string, documents: readonly AnalysedDocument[]): DocumentItem[] {
  if (documents.length === 0) return [];
  const separator = { label: heading, kind: QuickPickItemKind.Separator };
  return [separator, ...documents.map(documentItem)];
}

function documentItem({ levels, reason, uri }: AnalysedDocument): DocumentItem {
  const severalFolders = (workspace.workspaceFolders ?? []).length > 1;
  const label = workspace.asRelativePath(Uri.parse(uri), severalFolders);
  const asked = Object.values(levels ?? {}).filter((level) => level !== 'not-applicable');
  const answered = asked.filter((level) => level === 'answered').length;
  const description =
    asked.length === 0 ? '' : l10n.t('{0} of {1} answered', answered, asked.length);
  return { label, description, detail: reason, uri };
}
