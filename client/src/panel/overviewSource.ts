import { type TextDocument, type Uri, workspace } from 'vscode';
import {
  type CoverageParams,
  coverageRequest,
  type LevelChangesParams,
  levelChangesRequest,
  type OverviewParams,
  overviewRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isCoverage } from './coverageMessages.ts';
import type { GitHistory } from './gitHistory.ts';
import {
  type Comparison,
  isLevelChanges,
  isOverview,
  type OverviewContent,
} from './overviewMessages.ts';

/**
 * Asks the server for all that the overview shows of a document, which is opened where it is not.
 * @param history the document's earlier versions
 * @param ref the version to compare it with
 * @throws ServerNotRunning; where the document cannot be opened, or the server answers no overview
 */
export async function readOverview(
  document: Uri,
  server: LanguageServer,
  history: GitHistory,
  ref: string,
): Promise<OverviewContent> {
  // The server knows open documents only.
  await opened(document);
  const uri = document.toString();
  const [coverage, overview, comparison] = await Promise.all([
    server.request<unknown>(coverageRequest, { uri } satisfies CoverageParams),
    server.request<unknown>(overviewRequest, { uri } satisfies OverviewParams),
    compare(uri, server, history, ref),
  ]);
  if (!isCoverage(coverage) || !(overview === null || isOverview(overview))) {
    throw new Error('The server sent no overview.');
  }
  const file = workspace.asRelativePath(document, (workspace.workspaceFolders ?? []).length > 1);
  return { file, coverage, overview, comparison };
}

/** Opens a document that is not, without showing it. */
export async function opened(uri: Uri): Promise<TextDocument> {
  const open = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return open ?? workspace.openTextDocument(uri);
}

async function compare(
  uri: string,
  server: LanguageServer,
  history: GitHistory,
  ref: string,
): Promise<Comparison | null> {
  const text = await history.textAt(ref);
  if (text === undefined) return null;
  if (text === null) return { name: ref, exists: false, changes: [] };
  const params: LevelChangesParams = { uri, text };
  const answer = await server.request<unknown>(levelChangesRequest, params);
  if (!isLevelChanges(answer)) return null;
  return { name: ref, exists: true, changes: answer.changes };
}
