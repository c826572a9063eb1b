import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { splitPetal } from '../../splitPetal.ts';
import { diagnosticsOf, openFile, workspaceFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

/** Waits until the language status item counts so many petals, and gives all that it says. */
async function untilPetals(count: number) {
  const api = await extensionApi();
  return until(`a status with ${count} petals`, () => {
    const shown = api.shownStatus();
    return shown.text.includes(`of ${count} petals`) && shown;
  });
}

suite('configuration', () => {
  const file = (): vscode.Uri => workspaceFile('.ospo-strategy.yaml');

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file()).then(undefined, () => {});
  });

  test('is followed when its file comes, is changed in the editor, breaks, and goes', async () => {
    await openFile('strategy.md');
    await untilPetals(6);
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(splitPetal));
    await untilPetals(7);

    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const document = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(document, beside);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file(), end, 'languages: en\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [problem] = await until('a diagnostic of the configuration', () => {
      const found = diagnosticsOf(file());
      return found.length > 0 && found;
    });
    assert.equal(problem?.range.start.line, document.lineCount - 2);
    assert.match(problem?.message ?? '', /"languages" takes a list/);
    await openFile('strategy.md');
    const api = await extensionApi();
    await until('a status that says so', () =>
      api.shownStatus().detail.includes('the last good one stays in force'),
    );
    await untilPetals(7);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file());
    await openFile('strategy.md');
    await untilPetals(6);
    await until('no diagnostic of the configuration', () => diagnosticsOf(file()).length === 0);
  });

  test('is completed', async () => {
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode('\n'));
    await openFile('strategy.md');
    await untilPetals(6);
    const document = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(document);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 0),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const key of ['petals', 'severities', 'documents']) assert.ok(labels.includes(key), key);
  });
});
