import {
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import type { Place, TreeNode } from './treeNode.ts';

/** Gives VS Code the rows of a tree, which are made elsewhere. */
export class NodeTree implements TreeDataProvider<TreeNode> {
  readonly #changed = new EventEmitter<undefined>();
  #parents = new Map<string, TreeNode>();
  #roots: readonly TreeNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  get roots(): readonly TreeNode[] {
    return this.#roots;
  }

  show(roots: readonly TreeNode[]): void {
    this.#roots = roots;
    this.#parents = new Map();
    for (const root of roots) this.#adopt(root);
    this.#changed.fire(undefined);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node?.children ?? this.#roots)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.contextValue = node.context;
    item.accessibilityInformation = { label: node.spoken };
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = node.tooltip;
    if (node.icon !== undefined) {
      const { colour, id } = node.icon;
      item.iconPath = new ThemeIcon(id, colour === undefined ? undefined : new ThemeColor(colour));
    }
    if (node.checked !== undefined) item.checkboxState = checkBox(node.checked, node.spoken);
    const place = node.place === undefined ? undefined : openPlace(node.place);
    if (place !== undefined) item.command = place;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #adopt(parent: TreeNode): void {
    for (const child of parent.children) {
      this.#parents.set(child.id, parent);
      this.#adopt(child);
    }
  }
}

function collapsibleState({ children, isExpanded }: TreeNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function checkBox(isChecked: boolean, label: string): NonNullable<TreeItem['checkboxState']> {
  const state = isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  return { state, accessibilityInformation: { label } };
}

/** The command that shows some lines; undefined where their file cannot be one of the workspace. */
function openPlace({ document, path, startLine, endLine }: Place): TreeItem['command'] {
  const uri = path === undefined ? Uri.parse(document) : fileOfSet(Uri.parse(document), path);
  if (uri === undefined) return undefined;
  // The end of a line is the start of the next one for an editor that clips it.
  const selection = new Range(startLine, 0, endLine, Number.MAX_SAFE_INTEGER);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, { selection }] };
}

function fileOfSet(document: Uri, path: string): Uri | undefined {
  const folder = workspace.getWorkspaceFolder(document)?.uri;
  if (folder === undefined || path.split('/').includes('..')) return undefined;
  return Uri.joinPath(folder, path);
}
