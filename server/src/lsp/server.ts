import {
  type Connection,
  ErrorCodes,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { LanguageTag, Pack } from '../core/pack/pack.ts';
import { sayIn } from '../core/report/messages/message.ts';
import type { SetHost } from '../core/set/strategySet.ts';
import type { FileLister, FileReader } from '../core/workspace.ts';
import { answerAnalyseWorkspace } from './analyseWorkspace.ts';
import { answerApplyFix, applyFixCommandId } from './applyFix.ts';
import { answerChecklist } from './checklist.ts';
import { type ClientSupport, readClientSupport, valueAt } from './clientSupport.ts';
import { answerCodeActions, codeActionKinds } from './codeActions.ts';
import { answerCodeLenses } from './codeLens.ts';
import { answerCompletion, completionTriggers } from './completion.ts';
import { answerEffectiveConfiguration } from './configurationAuthoring.ts';
import { followConfigurations } from './configurationFiles.ts';
import { Configurations } from './configurations.ts';
import { answerCoverage } from './coverage.ts';
import { createDiagnosticRenderer, diagnosticSource } from './diagnostics.ts';
import { DocumentAnalyses } from './documentAnalyses.ts';
import { answerAnalyseAnyway, answerDocumentStatus, notifyStatus } from './documentStatus.ts';
import { answerExport } from './exportReport.ts';
import { createFileReader } from './fileReader.ts';
import { followedOperations, followSets } from './followSets.ts';
import { createGuard } from './guard.ts';
import { answerHover } from './hover.ts';
import { answerInlayHints } from './inlayHints.ts';
import { answerLevelChanges } from './levelChanges.ts';
import { createTextDocuments, workspaceFolderUris } from './markdownDocuments.ts';

import { answerMaturity } from './maturity.ts';

import { answerNewDocument } from './newDocument.ts';
import { answerOverview } from './overview.ts';
import { answerDiagnosticPulls } from './pullDiagnostics.ts';
import { pushDiagnostics } from './pushDiagnostics.ts';
import { answerSection } from './section.ts';
import type { Session } from './session.ts';
import { createSetHosts } from './setFiles.ts';
import { SettingsSource } from './settingsSource.ts';

import { StrategySets } from './strategySets.ts';
import { answerWaive } from './waive.ts';
import { createWatchedFiles } from './watchedFiles.ts';
import { answerWorkspaceSymbols, KnownStrategies } from './workspaceSymbols.ts';

/** What the server is started with, beside the connection. */
export interface LanguageServerOptions {
  readonly pack: Pack;
  readonly version: string;
  /** The day, such as `2026-11-24`. */
  readonly today: () => string;
  /** Reads files of this machine by their URIs, where the server runs on one. */
  readonly readFile?: FileReader;
  /** The files below a folder of this machine, given its URI; undefined for other folders. */
  readonly setHostOf?: (folder: string) => SetHost | undefined;
  /** Lists the Markdown files of a folder of this machine by their URIs. */
  readonly listFiles?: FileLister;
  /** The URI of the folder with one page a rule, where the server has one at hand. */
  readonly rulePages?: string | undefined;
}

/**
 * Serves one client until it says `exit`. Nothing is read or analysed before the first document.
 * @param connection not yet listening
 * @param options what this server works with
 */
export function startLanguageServer(connection: Connection, options: LanguageServerOptions): void {
  let session: Session | undefined;
  let watchFiles: (() => Promise<void>) | undefined;
  connection.onInitialize((params) => {
    if (session !== undefined) {
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized.');
    }
    session = createSession(connection, params, options);
    watchFiles = serve(
      session,
      options,
      valueAt(params, ['initializationOptions', 'notifyStatus']) === true,
    );
    return initializeResult(session.support, options.version);
  });
  connection.onInitialized(() => {
    const { guard, settings } = session ?? {};
    guard?.run('Registering for changes of settings', () => settings?.register());
    guard?.run('Registering for changes of files', () => watchFiles?.());
  });
  connection.onShutdown(() => session?.guard.refuseRequests());
  // Any request that nobody handles comes here.
  connection.onRequest((method) =>
    session === undefined
      ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request is "initialize".')
      : new ResponseError(ErrorCodes.MethodNotFound, `There is no request "${method}".`),
  );
  connection.listen();
}

function createSession(
  connection: Connection,
  params: unknown,
  options: LanguageServerOptions,
): Session {
  const { pack } = options;
  const given = (name: string) => valueAt(params, ['initializationOptions', name]);
  const support = readClientSupport(valueAt(params, ['capabilities']));
  const texts = createTextDocuments();
  const settings = new SettingsSource(connection, support, given('settings'));
  const rulePages = given('rulePages');
  const language = interfaceLanguage(valueAt(params, ['locale']));
  const overviewCommand = given('overviewCommand');
  const folders = workspaceFolderUris(params);
  const clientReads = given('readsFiles') === true;
  const readFile = createFileReader(connection, clientReads, options.readFile);
  const configurations = new Configurations(texts, readFile, folders, pack);
  const hosts = createSetHosts(connection, clientReads, readFile, options.setHostOf);
  const sets = new StrategySets(texts, folders, hosts);
  return {
    connection,
    guard: createGuard(connection),
    support,
    pack,
    language,
    say: sayIn(language),
    ...(typeof overviewCommand === 'string' ? { overviewCommand } : {}),
    texts,
    settings,
    folders,
    files: {
      readFile,
      today: options.today,
      ...(options.listFiles === undefined ? {} : { listFiles: options.listFiles }),
    },
    configurations,
    sets,
    watchedFiles: createWatchedFiles(connection),
    analyses: new DocumentAnalyses(
      texts,
      settings,
      configurations,
      sets,
      folders,
      options.today,
      language,
    ),
    renderer: createDiagnosticRenderer(
      support,
      typeof rulePages === 'string' && URL.canParse(rulePages) ? rulePages : options.rulePages,
    ),
  };
}

/**
 * Registers every feature that this client can use.
 * @returns what is to be registered with the client, after `initialized`
 */
function serve(
  session: Session,
  { today }: LanguageServerOptions,
  wantsStatus: boolean,
): () => Promise<void> {
  const { analyses, connection, guard, settings, support, texts } = session;
  const refresh = support.pullDiagnostics
    ? answerDiagnosticPulls(session)
    : pushDiagnostics(session);
  answerCodeActions(session);
  if (usesCommands(support)) answerApplyFix(session);
  answerDocumentStatus(session);
  answerAnalyseAnyway(session, refresh);
  answerSection(session);
  answerChecklist(session);
  answerMaturity(session);
  const known = new KnownStrategies();
  answerAnalyseWorkspace(session, known);
  answerWorkspaceSymbols(session, known);
  answerCompletion(session);
  answerHover(session);
  const renewLenses = answerCodeLenses(session);
  const renewHints = answerInlayHints(session);
  answerEffectiveConfiguration(session);
  answerCoverage(session);
  answerOverview(session);
  answerNewDocument(session);
  answerWaive(session);
  answerExport(session, today);
  answerLevelChanges(session, today);
  const renewStatus = wantsStatus ? notifyStatus(session) : undefined;
  connection.onDidChangeConfiguration((params) => {
    guard.run('Taking new settings', () => {
      settings.change(params);
      refresh();
      renewStatus?.();
      renewLenses();
      renewHints();
    });
  });
  texts.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    settings.forget(document.uri);
    session.sets.forget(document.uri);
  });
  const renew = (): void => {
    refresh();
    renewStatus?.();
    renewLenses();
    renewHints();
  };
  const watchConfigurations = followConfigurations(session, renew);
  const watchSets = followSets(session, renew);
  texts.listen(connection);
  return async () => {
    await watchConfigurations();
    await watchSets();
  };
}

/** Without code action literals a fix is a command, which needs a client that applies edits. */
function usesCommands(support: ClientSupport): boolean {
  return !support.codeActionLiterals && support.applyEdit;
}

function initializeResult(support: ClientSupport, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: support.codeActionLiterals
      ? { codeActionKinds: [...codeActionKinds], resolveProvider: support.lazyCodeActions }
      : true,
  };
  if (support.completion) {
    capabilities.completionProvider = {
      triggerCharacters: [...completionTriggers],
      resolveProvider: true,
    };
  }
  if (support.codeLens) capabilities.codeLensProvider = { resolveProvider: true };
  if (support.workspaceSymbols) capabilities.workspaceSymbolProvider = true;
  if (support.inlayHints) capabilities.inlayHintProvider = true;
  if (support.hover) capabilities.hoverProvider = true;
  if (support.fileOperations) {
    capabilities.workspace = {
      fileOperations: {
        didCreate: followedOperations,
        didRename: followedOperations,
        didDelete: followedOperations,
      },
    };
  }
  if (support.positionEncodings) capabilities.positionEncoding = PositionEncodingKind.UTF16;
  if (support.pullDiagnostics) {
    capabilities.diagnosticProvider = { interFileDependencies: true, workspaceDiagnostics: false };
  }
  if (usesCommands(support)) {
    capabilities.executeCommandProvider = { commands: [applyFixCommandId] };
  }
  return { capabilities, serverInfo: { name: diagnosticSource, version } };
}

/** The client's locale where it is a language tag, else English. */
function interfaceLanguage(locale: unknown): LanguageTag {
  const isTag = typeof locale === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale);
  return isTag ? locale : 'en';
}
