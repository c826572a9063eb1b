import { commands, type Disposable, type ExtensionContext, Uri, window } from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { analyseAnyway, explainAnalysis } from './commands/explainAnalysis.ts';
import { insertSection } from './commands/insertSection.ts';
import { answerFileReads, configurationSelector } from './configurationFiles.ts';
import { DocumentStatuses } from './documentStatuses.ts';
import {
  type CreateClient,
  LanguageServer,
  ServerNotRunning,
  type ServerState,
} from './languageServer.ts';
import { documentSelector } from './markdown.ts';
import type { ChecklistView } from './panel/checklistPanel.ts';
import { ChecklistPanels } from './panel/checklistPanels.ts';
import type { OverviewView } from './panel/overviewPanel.ts';
import { OverviewPanels } from './panel/overviewPanels.ts';
import { StatusItem } from './statusItem.ts';
import type { StatusText } from './statusText.ts';

/** What `activate` returns: windows into what cannot be seen otherwise, for tests. */
export interface ExtensionApi {
  serverState(): ServerState;
  /** What the server last said about an open document. */
  statusOf(uri: Uri): DocumentStatus | undefined;
  /** What the language status item says. */
  shownStatus(): StatusText;
  /** The open checklist panels. */
  checklistPanels(): readonly ChecklistView[];
  /** The open overviews. */
  overviewPanels(): readonly OverviewView[];
}

/**
 * Starts everything, the same way in Node.js and in a web worker.
 * @param createClient makes a client of the language server
 */
export async function activateExtension(
  context: ExtensionContext,
  createClient: CreateClient,
): Promise<ExtensionApi> {
  const log = window.createOutputChannel('OSPO Strategy', { log: true });
  const rulePages = `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`;
  const server = new LanguageServer(
    createClient,
    {
      documentSelector: [...documentSelector, ...configurationSelector],
      initializationOptions: { notifyStatus: true, readsFiles: true, rulePages },
      synchronize: { configurationSection: 'ospoStrategy' },
    },
    log,
  );
  answerFileReads(server);
  const statuses = new DocumentStatuses(server);
  const statusItem = new StatusItem(server, statuses);
  const panels = new ChecklistPanels(context.extensionUri, server, log);
  const { extensionUri } = context;
  const overviews = new OverviewPanels({ extensionUri, server, statuses, log });
  context.subscriptions.push(
    log,
    server,
    statuses,
    statusItem,
    panels,
    overviews,
    ...registerCommands({
      'ospoStrategy.insertSection': (criterion) => insertSection(server, statuses, criterion),
      'ospoStrategy.showMaturityChecklist': () => panels.show(),
      'ospoStrategy.showOverview': (document) => overviews.show(document),
      'ospoStrategy.insertFlower': (document) => overviews.putFlower(document),
      'ospoStrategy.explainAnalysis': () => explainAnalysis(statuses),
      'ospoStrategy.analyseAnyway': () => analyseAnyway(statuses),
      'ospoStrategy.restartServer': () => server.restart(),
      'ospoStrategy.showLog': () => log.show(),
    }),
  );
  // Not waited for: the window is there at once, and the status item says that the server starts.
  void server.start();
  return {
    serverState: () => server.state,
    statusOf: (uri) => statuses.known({ uri }),
    shownStatus: () => statusItem.shown,
    checklistPanels: () => panels.views,
    overviewPanels: () => overviews.views,
  };
}

type Command = (argument?: unknown) => unknown;

function registerCommands(byId: { readonly [id: string]: Command }): Disposable[] {
  return Object.entries(byId).map(([id, command]) =>
    commands.registerCommand(id, async (argument?: unknown) => {
      try {
        await command(argument);
      } catch (error) {
        if (!(error instanceof ServerNotRunning)) throw error;
        await offerRestart(error.message);
      }
    }),
  );
}

/** A command of the author's could not be carried out: that is worth a message. */
async function offerRestart(message: string): Promise<void> {
  const restart = 'Restart';
  const showLog = 'Show Log';
  const chosen = await window.showErrorMessage(message, restart, showLog);
  if (chosen === restart) await commands.executeCommand('ospoStrategy.restartServer');
  if (chosen === showLog) await commands.executeCommand('ospoStrategy.showLog');
}
