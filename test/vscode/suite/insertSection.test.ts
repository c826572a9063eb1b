import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { CriterionStatus } from '../../../server/src/lsp/protocol.ts';
import { openFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

/** Waits until the server has said what is missing in the document of an editor. */
async function untilMissing({ document }: vscode.TextEditor): Promise<CriterionStatus> {
  const api = await extensionApi();
  return until('what is missing', () =>
    api.statusOf(document.uri)?.criteria.find(({ level }) => level === 'absent'),
  );
}

function headings(document: vscode.TextDocument): string[] {
  return document.getText().match(/^## .*$/gm) ?? [];
}

suite('Insert Section', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('inserts one section, once, and leaves the rest as it is', async () => {
    const editor = await openFile('strategy.md');
    const { id } = await untilMissing(editor);
    const before = editor.document.getText();
    await vscode.commands.executeCommand('ospoStrategy.insertSection', id);
    const after = editor.document.getText();
    assert.equal(headings(editor.document).length, (before.match(/^## /gm) ?? []).length + 1);
    const lines = after.split('\n');
    for (const line of before.split('\n')) assert.ok(lines.includes(line), line);
    assert.doesNotMatch(after, /\$\{\d/, 'tab stops are filled in');
    assert.equal(editor.selection.isEmpty, false, 'the first thing to fill in is selected');
  });

  test('offers what is missing first', async () => {
    const editor = await openFile('strategy.md');
    await untilMissing(editor);
    const count = headings(editor.document).length;
    const done = vscode.commands.executeCommand('ospoStrategy.insertSection');
    await until('the section of the first entry', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return headings(editor.document).length > count;
    });
    await done;
    assert.equal(headings(editor.document).length, count + 1);
  });
});
