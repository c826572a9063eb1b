import { commands, type Disposable, l10n, type TreeView, Uri, window, workspace } from 'vscode';
import { answeredOf, coverageNodes } from './coverageNodes.ts';
import type { CoverageSource } from './coverageSource.ts';
import { NodeTree } from './nodeTree.ts';
import type { TreeNode } from './treeNode.ts';

const viewId = 'ospoStrategy.coverage';

/** The tree of what each open strategy answers, and by which lines. */
export class CoverageView implements Disposable {
  readonly #source: CoverageSource;
  readonly #tree = new NodeTree();
  readonly #view: TreeView<TreeNode>;
  readonly #subscriptions: readonly Disposable[];
  #onlyMissing = false;
  #revealed: string | undefined;

  constructor(source: CoverageSource) {
    this.#source = source;
    this.#view = window.createTreeView(viewId, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#tree,
      source.onDidChange(() => this.#show()),
      this.#view.onDidChangeVisibility(() => this.#show()),
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

  /** Leaves out what is answered or waived, or shows it again. */
  showOnlyMissing(onlyMissing: boolean): void {
    this.#onlyMissing = onlyMissing;
    void commands.executeCommand('setContext', 'ospoStrategy.showsOnlyMissing', onlyMissing);
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const { all, current } = this.#source;
    const severalFolders = (workspace.workspaceFolders ?? []).length > 1;
    const documents = all.map((coverage) => ({
      coverage,
      file: workspace.asRelativePath(Uri.parse(coverage.uri), severalFolders),
    }));
    const nodes = coverageNodes(documents, this.#onlyMissing);
    this.#tree.show(nodes);
    this.#view.description = current === undefined ? '' : answeredOf(current.criteria);
    const nothingLeft = nodes.length > 0 && nodes.every(({ children }) => children.length === 0);
    this.#view.message = nothingLeft ? l10n.t('Nothing is missing or thin.') : '';
    void this.#follow(current?.uri);
  }

  /** Brings the document of the active editor into sight, once for each time that it changes. */
  async #follow(uri: string | undefined): Promise<void> {
    if (!this.#view.visible || uri === undefined || uri === this.#revealed) return;
    this.#revealed = uri;
    const node = this.#tree.roots.find(({ id }) => id === uri);
    const isInIt = this.#view.selection.some(({ document }) => document === uri);
    if (node === undefined || isInIt) return;
    try {
      await this.#view.reveal(node, { select: true, focus: false, expand: true });
    } catch {
      // The tree has changed meanwhile; the next change reveals what is there then.
      this.#revealed = undefined;
    }
  }
}
