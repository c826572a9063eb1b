import { commands, type Disposable, type ExtensionContext, l10n, Uri, window } from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { analyseWorkspace } from './commands/analyseWorkspace.ts';
import { copyVerdict, waiveCriterion } from './commands/criterionActions.ts';
import { analyseAnyway, explainAnalysis } from './commands/explainAnalysis.ts';
import { insertSection } from './commands/insertSection.ts';
import { newStrategy } from './commands/newStrategy.ts';
import { EffectiveConfigurations } from './commands/showEffectiveConfiguration.ts';

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
import { SideBar } from './sideBar/sideBar.ts';
import type { TreeNode } from './sideBar/treeNode.ts';
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
  /** What the trees of the side bar show. */
  sideBar(): { readonly coverage: readonly TreeNode[]; readonly maturity: readonly TreeNode[] };
  /** Does what a click on a check box of the maturity tree does. */
  tickInSideBar(node: TreeNode, isTicked: boolean): Promise<void>;
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
      initializationOptions: {
        notifyStatus: true,
        readsFiles: true,
        overviewCommand: 'ospoStrategy.showOverview',
        rulePages,
      },
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
  const sideBar = new SideBar(server, statuses, log);
  const configurations = new EffectiveConfigurations(server, statuses);
  context.subscriptions.push(
    log,
    server,
    statuses,
    statusItem,
    panels,
    overviews,
    sideBar,
    configurations,
    ...registerCommands({
      'ospoStrategy.insertSection': (criterion) => insertSection(server, statuses, criterion),
      'ospoStrategy.showMaturityChecklist': () => panels.show(),
      'ospoStrategy.showOverview': (document) => overviews.show(document),
      'ospoStrategy.insertFlower': (document) => overviews.putFlower(document),
      'ospoStrategy.newStrategy': (wish) => newStrategy(server, wish),
      'ospoStrategy.analyseWorkspace': () => analyseWorkspace(server),
      'ospoStrategy.showEffectiveConfiguration': () => configurations.show(),
      'ospoStrategy.waiveCriterion': (node) => waiveCriterion(server, node),
      'ospoStrategy.copyVerdict': (node) => copyVerdict(node),
      'ospoStrategy.showOnlyMissing': () => sideBar.coverage.showOnlyMissing(true),
      'ospoStrategy.showAllCriteria': () => sideBar.coverage.showOnlyMissing(false),
      'ospoStrategy.refreshCoverage': () => sideBar.refresh(),
      'ospoStrategy.openWalkthrough': () => openWalkthrough(context.extension.id),
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
    sideBar: () => ({ coverage: sideBar.coverage.roots, maturity: sideBar.maturity.roots }),
    tickInSideBar: (node, isTicked) => sideBar.maturity.tick(node, isTicked),
  };
}

/** Shows the first steps, on the page that VS Code has for them. */
async function openWalkthrough(extension: string): Promise<void> {
  const walkthrough = `${extension}#firstSteps`;
  await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
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
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const chosen = await window.showErrorMessage(message, restart, showLog);
  if (chosen === restart) await commands.executeCommand('ospoStrategy.restartServer');
  if (chosen === showLog) await commands.executeCommand('ospoStrategy.showLog');
}
