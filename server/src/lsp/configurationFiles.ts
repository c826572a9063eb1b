import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import type {
  ConfigurationFile,
  LoadedConfiguration,
} from '../core/configuration/loadConfiguration.ts';
import { afterEdits } from './afterEdits.ts';
import type { ConfigurationInForce } from './configurations.ts';
import { diagnosticSource } from './diagnostics.ts';
import { documentRange, rangesTouch } from './documentRange.ts';
import type { DiagnosticsRefresh, Session } from './session.ts';

/** The files that a client is asked to watch. */
const WATCHED = ['**/.ospo-strategy.{yaml,yml,json}', '**/*.ospo-strategy.{yaml,yml,json}'];

/**
 * Follows configuration files: in the editor as they are typed, on disk where the client watches them.
 * What is wrong with them is published at their lines, whether they are open or not.
 * @param refresh has the client show what the documents' diagnostics become
 * @returns call after `initialized`: has the client watch, where it can be asked
 */
export function followConfigurations(
  session: Session,
  refresh: DiagnosticsRefresh,
): () => Promise<void> {
  const { configurations, connection, guard, support, texts, watchedFiles } = session;
  const published = new Set<string>();
  configurations.onLoaded((loaded) => {
    guard.run('Publishing what is wrong with a configuration', () =>
      publish(session, loaded, published),
    );
  });
  const changed = (uris: readonly string[], deleted: readonly string[] = []): void => {
    for (const uri of uris) configurations.cameBack(uri);
    configurations.changed(deleted);
    guard.run('Taking a new configuration', async () => {
      // Read here, so that what is wrong is told even where no strategy is open.
      for (const uri of uris) await configurations.of(uri);
      refresh();
    });
  };
  texts.onDidOpen(({ document }) => {
    if (isConfigurationPath(document.uri)) changed([document.uri]);
  });
  texts.onDidClose(({ document }) => {
    if (isConfigurationPath(document.uri)) changed([document.uri]);
  });
  afterEdits(texts, (uri) => {
    if (isConfigurationPath(uri)) changed([uri]);
  });
  watchedFiles.onChange((changes) => {
    const uris = changes.map(({ uri }) => uri).filter(isConfigurationPath);
    if (uris.length === 0) return;
    for (const uri of uris) clear(session, uri, published);
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted);
    changed(
      uris,
      gone.map(({ uri }) => uri),
    );
  });
  return async () => {
    if (!support.fileWatching) return;
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    configurations.isWatched = true;
  };
}

/** A file that is gone has nothing wrong with it any more; one that is there is read right after. */
function clear({ connection, guard }: Session, uri: string, published: Set<string>): void {
  if (!published.delete(uri)) return;
  guard.run('Clearing what was wrong with a configuration', () =>
    connection.sendDiagnostics({ uri, diagnostics: [] }),
  );
}

async function publish(
  { connection }: Session,
  { files }: LoadedConfiguration,
  published: Set<string>,
): Promise<void> {
  for (const file of files) {
    if (file.problems.length === 0 && !published.has(file.path)) continue;
    published.add(file.path);
    const diagnostics = configurationDiagnostics(file);
    await connection.sendDiagnostics({ uri: file.path, diagnostics });
  }
}

function configurationDiagnostics({ text, problems }: ConfigurationFile): Diagnostic[] {
  const document = TextDocument.create('', 'yaml', 0, text);
  return problems.map(({ severity, range, message }) => ({
    range: documentRange(document, range),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: 'configuration',
    source: diagnosticSource,
    message,
  }));
}

/**
 * Quick fixes in a configuration file: what was probably meant.
 * @param uri of the file
 * @param range where the author is
 */
export async function configurationActions(
  { configurations, texts }: Session,
  uri: string,
  range: Range,
): Promise<CodeAction[]> {
  const document = texts.get(uri);
  const { broken, loaded } = await configurations.of(uri);
  const file = (broken ?? loaded)?.files.find(({ path }) => path === uri);
  if (document === undefined || file?.text !== document.getText()) return [];
  return file.problems.flatMap((problem) => {
    const at = documentRange(document, problem.range);
    if (!rangesTouch(at, range)) return [];
    return (problem.replacements ?? []).map((newText) => ({
      title: `Replace by "${newText}"`,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [uri]: [{ range: at, newText }] } },
    }));
  });
}

/**
 * What a document's status says of its configuration, where it is broken.
 * @param inForce what holds for the document
 */
export function brokenConfiguration({ broken, loaded }: ConfigurationInForce): string | undefined {
  const file = broken?.files.find(({ problems }) => problems.some(isError));
  const problem = file?.problems.find(isError);
  if (file === undefined || problem === undefined) return undefined;
  const line = TextDocument.create('', '', 0, file.text).positionAt(problem.range.start).line + 1;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const stays = loaded === undefined ? 'it has no effect' : 'the last good one stays in force';
  return `${name} has an error in line ${line}, so ${stays}: ${problem.message}`;
}

function isError({ severity }: ConfigurationFile['problems'][number]): boolean {
  return severity === 'error';
}
