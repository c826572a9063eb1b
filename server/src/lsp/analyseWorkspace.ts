import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { analyseDocument } from '../core/analysis/analyseDocument.ts';
import { configuredDetection } from '../core/configuration/configuredDetection.ts';
import { readDocument } from '../core/document/readDocument.ts';
import { coverageSymbols } from '../core/report/coverageSymbols.ts';
import { valueAt } from './clientSupport.ts';
import { analysisPath, isMarkdownPath } from './markdownDocuments.ts';
import { analyseWorkspaceRequest, type WorkspaceAnalysis } from './protocol.ts';
import type { Session } from './session.ts';
import { workDoneProgress } from './workDoneProgress.ts';
import type { KnownStrategies } from './workspaceSymbols.ts';

type AnalysedFile = WorkspaceAnalysis['documents'][number];

/**
 * Answers the wish to analyse a whole workspace: one file after the other, so that other requests are
 * answered in between, and nothing but the levels and places of each is kept.
 * @param session of the client
 * @param known takes where each strategy speaks of what
 */
export function answerAnalyseWorkspace(session: Session, known: KnownStrategies): void {
  const { connection, guard, say } = session;
  guard.request<WorkspaceAnalysis>(
    analyseWorkspaceRequest,
    () => ({ documents: [] }),
    async (params, token) => {
      const progress = workDoneProgress(connection, valueAt(params, ['workDoneToken']));
      progress.begin(say('analysing-workspace'));
      try {
        const uris = await filesMeant(session, params);
        const documents: AnalysedFile[] = [];
        for (const [done, uri] of uris.entries()) {
          await nextTurn();
          stopIfCancelled(token);
          progress.report(say('files-done', { done, all: uris.length }), done / uris.length);
          documents.push(...(await analyseFile(session, known, uri)));
        }
        known.keepOnly(uris);
        return { documents };
      } finally {
        progress.end();
      }
    },
  );
}

function stopIfCancelled(token: CancellationToken): void {
  if (!token.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Lets what has arrived meanwhile be handled, a cancellation too. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function filesMeant(
  { files, folders }: Session,
  params: unknown,
): Promise<readonly string[]> {
  const named = uris(params, 'files');
  if (named !== undefined) return named.filter(isMarkdownPath);
  const { listFiles } = files;
  if (listFiles === undefined) {
    const message = 'This server sees no folders: the client has to name the files.';
    throw new ResponseError(ErrorCodes.MethodNotFound, message);
  }
  const within = uris(params, 'folders') ?? folders;
  const lists = await Promise.all(within.map((folder) => listFiles(folder)));
  return [...new Set(lists.flat())];
}

function uris(params: unknown, name: string): readonly string[] | undefined {
  const value = valueAt(params, [name]);
  return Array.isArray(value)
    ? value.filter((uri): uri is string => typeof uri === 'string')
    : undefined;
}

async function analyseFile(
  { analyses, configurations, files, folders, settings, texts }: Session,
  known: KnownStrategies,
  uri: string,
): Promise<readonly AnalysedFile[]> {
  if (texts.get(uri) !== undefined) {
    const open = await analyses.of(uri);
    return open === undefined ? [] : [analysedFile(uri, open.report)];
  }
  const file = await files.readFile(uri);
  if (file === undefined || 'message' in file) return [];
  const { loaded, pack } = await configurations.of(uri);
  const { analyse } = await settings.for(uri);
  // A file that was never opened is never closed.
  settings.forget(uri);
  const document = readDocument(file.text);
  const configured = loaded && configuredDetection(loaded, uri);
  const report = analyseDocument(document, {
    path: analysisPath(uri, folders),
    pack,
    analyse,
    absent: 'summary',
    today: files.today(),
    ...(configured === undefined ? {} : { configured }),
  });
  known.take(uri, {
    pack,
    ...(document.title === undefined ? {} : { title: document.title.text }),
    symbols: coverageSymbols(document, report),
  });
  return [analysedFile(uri, report)];
}

function analysedFile(
  uri: string,
  { analysed, criteria, detection }: Parameters<typeof coverageSymbols>[1],
): AnalysedFile {
  const { isStrategy, reason } = detection;
  if (!analysed) return { uri, isStrategy, reason };
  const levels = Object.fromEntries(criteria.map(({ id, level }) => [id, level]));
  return { uri, isStrategy, reason, levels };
}
