import { env, l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type TickResult,
  type WaiveParams,
  waiveRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isTreeNode } from '../sideBar/treeNode.ts';

/**
 * Asks why a criterion does not apply, and says so in its document.
 * @param node of the coverage tree
 */
export async function waiveCriterion(server: LanguageServer, node: unknown): Promise<void> {
  if (!isTreeNode(node) || node.of === undefined) return;
  const reason = await window.showInputBox({
    title: l10n.t('Not Applicable: {0}', node.label),
    prompt: l10n.t('Why does it not apply? The reason is kept in the document, as a comment.'),
    placeHolder: l10n.t("The group's legal strategy holds for us"),
    validateInput: (value) =>
      value.trim() === '' ? l10n.t('Give a reason: without one it is not waived.') : undefined,
  });
  if (reason === undefined) return;
  const params: WaiveParams = { uri: node.document, criterion: node.of, reason };
  const { edits } = await server.request<TickResult>(waiveRequest, params);
  const uri = Uri.parse(node.document);
  const edit = new WorkspaceEdit();
  for (const { end, newText, start } of edits) {
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('The document could not be changed: it may be read-only.'));
  }
}

/**
 * Copies what the tree says of a criterion.
 * @param node of the coverage tree
 */
export async function copyVerdict(node: unknown): Promise<void> {
  if (isTreeNode(node)) await env.clipboard.writeText(node.tooltip ?? node.spoken);
}
