import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };
import { openFile, untilDiagnostic } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

suite('a new strategy document', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('has places to fill in, which are reported until they are', async () => {
    await extensionApi();
    const wish = { language: 'de', scope: 'first', without: ['petal.legal'] };
    await vscode.commands.executeCommand('ospoStrategy.newStrategy', wish);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    assert.equal(editor.document.languageId, 'markdown');
    assert.match(editor.document.getText(), /^# Open-Source-Strategie von \[Organisation\]/);
    assert.doesNotMatch(editor.document.getText(), /Rechtliche/);
    // The first place is selected: typing goes there.
    assert.equal(editor.document.getText(editor.selection), '[Organisation]');
    await untilDiagnostic(editor.document.uri, 'unwritten-section');
  });

  test('is offered under File > New File', () => {
    const entries = manifest.contributes.menus['file/newFile'].map(({ command }) => command);
    assert.deepEqual(entries, ['ospoStrategy.newStrategy']);
  });
});

suite('commands of the workspace', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('show the configuration of a document, or say that the server cannot', async () => {
    const api = await extensionApi();
    await until('the server', () => api.serverState() === 'running');
    await openFile('strategy.md');
    await vscode.commands.executeCommand('ospoStrategy.showEffectiveConfiguration');
    const shown = vscode.window.activeTextEditor?.document;
    assert.match(shown?.uri.scheme ?? '', /^(ospo-strategy-configuration|file|vscode-remote)$/);
  });

  test('analyse the workspace, or say that the server cannot', async () => {
    const api = await extensionApi();
    await until('the server', () => api.serverState() === 'running');
    let isDone = false;
    const done = Promise.resolve(
      vscode.commands.executeCommand('ospoStrategy.analyseWorkspace'),
    ).finally(() => {
      isDone = true;
    });
    await until('its end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    await done;
  });
});
