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
import { answerApplyFix, applyFixCommandId } from './applyFix.ts';
import { answerChecklist } from './checklist.ts';
import { type ClientSupport, readClientSupport, valueAt } from './clientSupport.ts';
import { answerCodeActions } from './codeActions.ts';
import { answerCoverage } from './coverage.ts';
import { createDiagnosticRenderer, diagnosticSource } from './diagnostics.ts';
import { DocumentAnalyses } from './documentAnalyses.ts';
import { answerAnalyseAnyway, answerDocumentStatus, notifyStatus } from './documentStatus.ts';
import { answerExport } from './exportReport.ts';
import { createGuard } from './guard.ts';
import { answerLevelChanges } from './levelChanges.ts';
import { createTextDocuments, workspaceFolderUris } from './markdownDocuments.ts';
import { answerNewDocument } from './newDocument.ts';
import { answerOverview } from './overview.ts';
import { answerDiagnosticPulls } from './pullDiagnostics.ts';
import { pushDiagnostics } from './pushDiagnostics.ts';
import { answerSection } from './section.ts';
import type { Session } from './session.ts';
import { SettingsSource } from './settingsSource.ts';
import { answerWaive } from './waive.ts';

/** What the server is started with, beside the connection. */
export interface LanguageServerOptions {
  readonly pack: Pack;
  readonly version: string;
  /** The day, such as `2026-11-24`. */
  readonly today: () => string;
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
  connection.onInitialize((params) => {
    if (session !== undefined) {
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized.');
    }
    session = createSession(connection, params, options);
    serve(session, options, valueAt(params, ['initializationOptions', 'notifyStatus']) === true);
    return initializeResult(session.support, options.version);
  });
  connection.onInitialized(() => {
    const { guard, settings } = session ?? {};
    guard?.run('Registering for changes of settings', () => settings?.register());
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
  return {
    connection,
    guard: createGuard(connection),
    support,
    pack,
    language: interfaceLanguage(valueAt(params, ['locale'])),
    texts,
    settings,
    analyses: new DocumentAnalyses(
      texts,
      settings,
      pack,
      workspaceFolderUris(params),
      options.today,
    ),
    renderer: createDiagnosticRenderer(
      support,
      typeof rulePages === 'string' && URL.canParse(rulePages) ? rulePages : options.rulePages,
    ),
  };
}

/** Registers every feature that this client can use. */
function serve(session: Session, { today }: LanguageServerOptions, wantsStatus: boolean): void {
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
    });
  });
  texts.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    settings.forget(document.uri);
  });
  texts.listen(connection);
}

/** Without code action literals a fix is a command, which needs a client that applies edits. */
function usesCommands(support: ClientSupport): boolean {
  return !support.codeActionLiterals && support.applyEdit;
}

function initializeResult(support: ClientSupport, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: support.codeActionLiterals ? { codeActionKinds: ['quickfix'] } : true,
  };
  if (support.positionEncodings) capabilities.positionEncoding = PositionEncodingKind.UTF16;
  if (support.pullDiagnostics) {
    capabilities.diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
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
