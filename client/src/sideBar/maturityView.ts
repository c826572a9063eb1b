import {
  type Disposable,
  type LogOutputChannel,
  l10n,
  type TreeCheckboxChangeEvent,
  TreeItemCheckboxState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { locateChecklistOf } from '../panel/checklistLocation.ts';
import { ChecklistSession, type Explain } from '../panel/checklistSession.ts';
import { explainTo } from '../panel/panelFailures.ts';
import type { CoverageSource } from './coverageSource.ts';
import { maturityNodes } from './maturityNodes.ts';
import { NodeTree } from './nodeTree.ts';
import type { TreeNode } from './treeNode.ts';

const viewId = 'ospoStrategy.maturity';

/** The maturity checklist of the strategy that is being looked at, with check boxes. */
export class MaturityView implements Disposable {
  readonly #server: LanguageServer;
  readonly #source: CoverageSource;
  readonly #explain: Explain;
  readonly #tree = new NodeTree();
  readonly #view: TreeView<TreeNode>;
  readonly #subscriptions: readonly Disposable[];
  #session: ChecklistSession | undefined;
  #problem: string | undefined;

  constructor(server: LanguageServer, source: CoverageSource, log: LogOutputChannel) {
    this.#server = server;
    this.#source = source;
    this.#explain = explainTo(log);
    this.#view = window.createTreeView(viewId, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#tree,
      this.#view.onDidChangeCheckboxState((change) => void this.#take(change)),
      this.#view.onDidChangeVisibility(() => this.#follow()),
      source.onDidChange(() => this.#follow()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('ospoStrategy')) this.#follow();
      }),
    ];
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility(): TreeView<TreeNode>['onDidChangeVisibility'] {
    return this.#view.onDidChangeVisibility;
  }

  /** What the tree shows now. */
  get roots(): readonly TreeNode[] {
    return this.#tree.roots;
  }

  /** Writes a tick to the checklist file; where that fails, the box goes back. */
  async tick({ of: item }: TreeNode, isTicked: boolean): Promise<void> {
    if (item !== undefined) await this.#session?.tick(item, isTicked);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#session?.dispose();
  }

  async #take({ items }: TreeCheckboxChangeEvent<TreeNode>): Promise<void> {
    for (const [node, state] of items) {
      await this.tick(node, state === TreeItemCheckboxState.Checked);
    }
  }

  /** Reads the checklist file of the current document, which may be another one than before. */
  #follow(): void {
    const { current } = this.#source;
    const location =
      current === undefined || !this.#view.visible
        ? undefined
        : locateChecklistOf(Uri.parse(current.uri));
    const uri = location !== undefined && 'uri' in location ? location.uri : undefined;
    this.#problem = location !== undefined && 'problem' in location ? location.problem : undefined;
    if (uri?.toString() !== this.#session?.uri.toString()) {
      this.#session?.dispose();
      this.#session = uri === undefined ? undefined : this.#open(uri);
    }
    this.#show();
  }

  #open(uri: Uri): ChecklistSession {
    const session = new ChecklistSession(uri, this.#server, this.#explain);
    session.onDidChange(() => this.#show());
    void session.refresh();
    return session;
  }

  #show(): void {
    const { current } = this.#source;
    const content = this.#session?.content;
    const hasContent = current !== undefined && content !== undefined;
    this.#tree.show(
      hasContent ? maturityNodes(content.checklist, current.uri, current.maturity) : [],
    );
    this.#view.description = hasContent ? content.file : '';
    this.#view.message = this.#session?.failure ?? this.#problem ?? this.#hint();
  }

  #hint(): string {
    const content = this.#session?.content;
    if (content === undefined || content.fileExists) return '';
    return l10n.t('The first tick creates {0}.', content.file);
  }
}
