import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

/** Waits until the language status item says something, and gives all that it says. */
async function untilStatus(pattern: RegExp) {
  const api = await extensionApi();
  return until(`the status ${pattern}`, () => {
    const shown = api.shownStatus();
    return pattern.test(shown.text) && shown;
  });
}

const coverage = /^\d of 7 questions · \d of 6 petals · \d+ of 11 elements/;

suite('language status', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('says how much of a strategy is answered', async () => {
    await openFile('strategy.md');
    const { text, action } = await untilStatus(coverage);
    assert.doesNotMatch(text, /^0 of 7/, 'the question that the strategy answers is counted');
    assert.equal(action, 'insertSection');
  });

  test('says why other notes are not analysed', async () => {
    await openFile('notes.md');
    const { detail, action } = await untilStatus(/^Not analysed$/);
    assert.match(detail, /\w.*\.$/, 'a sentence');
    assert.equal(action, 'explainAnalysis');
  });

  test('follows the editor that is looked at', async () => {
    await openFile('notes.md');
    await untilStatus(/^Not analysed$/);
    await openFile('strategy.md');
    await untilStatus(coverage);
    await openFile('notes.md');
    await untilStatus(/^Not analysed$/);
  });

  test('says more after Analyse This File Anyway, until the file is closed', async () => {
    const { document } = await openFile('notes.md');
    await untilStatus(/^Not analysed$/);
    await vscode.commands.executeCommand('ospoStrategy.analyseAnyway');
    await untilStatus(/^0 of 7 questions/);
    await until('diagnostics of the notes', () => diagnosticsOf(document.uri).length > 0);
  });

  test('comes back after a restart of the server', async () => {
    await openFile('strategy.md');
    const { text } = await untilStatus(coverage);
    await vscode.commands.executeCommand('ospoStrategy.restartServer');
    assert.equal((await extensionApi()).serverState(), 'running');
    assert.equal((await untilStatus(coverage)).text, text);
  });
});
