import assert from 'node:assert/strict';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../client/src/sideBar/treeNode.ts';
import { openFile, workspaceFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

async function clean(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  try {
    await vscode.workspace.fs.delete(workspaceFile('maturity-checklist.md'));
  } catch {
    // Most tests begin without it.
  }
}

function nodesOf(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
}

/** The rows of a document: VS Code keeps others open for a while after their tabs are closed. */
async function rowsOf(name: string): Promise<readonly TreeNode[]> {
  const api = await extensionApi();
  const uri = workspaceFile(name).toString();
  return nodesOf(api.sideBar().coverage).filter(({ document }) => document === uri);
}

async function strategyNode(what: string, wanted: (node: TreeNode) => boolean): Promise<TreeNode> {
  return until(what, async () => (await rowsOf('strategy.md')).find(wanted));
}

/** Opens the strategy and the side bar, and waits for its row. */
async function openStrategy(): Promise<vscode.TextEditor> {
  const editor = await openFile('strategy.md');
  await vscode.commands.executeCommand('ospoStrategy.coverage.focus');
  await strategyNode('the document', ({ id }) => id === editor.document.uri.toString());
  return editor;
}

suite('side bar', () => {
  setup(clean);
  teardown(clean);

  test('shows what a strategy answers, and by which lines', async () => {
    await openStrategy();
    const evidence = await strategyNode('evidence', ({ context }) => context === 'evidence');
    assert.match(evidence.label, /^Lines? \d/);
    assert.ok(evidence.place);
    const criteria = (await rowsOf('strategy.md')).filter(({ of }) => of !== undefined);
    assert.equal(criteria.length, 24);
  });

  test('shows only what is missing, and everything again', async () => {
    await openStrategy();
    const answered = async (): Promise<number> =>
      (await rowsOf('strategy.md')).filter(({ context }) => context === 'criterion answered')
        .length;
    await until('an answered criterion', async () => (await answered()) > 0);
    await vscode.commands.executeCommand('ospoStrategy.showOnlyMissing');
    assert.equal(await answered(), 0);
    await vscode.commands.executeCommand('ospoStrategy.showAllCriteria');
    assert.ok((await answered()) > 0);
  });

  test('follows what is typed, and keeps its rows', async () => {
    const editor = await openStrategy();
    const missing = await strategyNode('a gap', ({ context }) => context === 'criterion absent');
    await vscode.commands.executeCommand('ospoStrategy.insertSection', missing);
    await until('the section', () => /\[[^\]]+\]/.test(editor.document.getText()));
    const again = await strategyNode(
      'its heading',
      ({ id, place }) => id === missing.id && place !== undefined,
    );
    assert.equal(again.label, missing.label);
  });

  test('copies what it says of a criterion', async () => {
    await openStrategy();
    const thin = await strategyNode('a verdict', ({ context }) => /^criterion /.test(context));
    await vscode.commands.executeCommand('ospoStrategy.copyVerdict', thin);
    assert.equal(await vscode.env.clipboard.readText(), thin.tooltip);
  });

  test('holds several strategies side by side', async () => {
    const api = await extensionApi();
    await openStrategy();
    const content = '# Open source strategy of a bakery\n\n## Legal\n\nNothing yet.\n';
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(other);
    await until('the other one', () =>
      api.sideBar().coverage.some(({ id }) => id === other.uri.toString()),
    );
    await strategyNode('the first one', ({ context }) => context === 'document');
  });

  test('ticks the maturity checklist in the file that the panel has too', async () => {
    const editor = await openStrategy();
    await vscode.commands.executeCommand('ospoStrategy.maturity.focus');
    const api = await extensionApi();
    const item = await until('an item', () =>
      nodesOf(api.sideBar().maturity).find(({ checked }) => checked === false),
    );
    await api.tickInSideBar(item, true);
    const file = await vscode.workspace.fs.readFile(workspaceFile('maturity-checklist.md'));
    assert.match(new TextDecoder().decode(file), /^- \[x\] /m);
    await until('the checked box', () =>
      nodesOf(api.sideBar().maturity).some(({ checked, id }) => id === item.id && checked),
    );
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('ospoStrategy.showMaturityChecklist');
    await until('the tick in the panel', () =>
      JSON.stringify(api.checklistPanels()[0]?.content ?? {}).includes('"ticked":true'),
    );
  });
});
