import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { typedInto } from '../../filledStrategy.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

/** How many commands an author may need, beside typing and the Tab key. */
const mostCommands = 40;

suite('an author', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('comes from nothing to a strategy that answers every criterion at least in part', async function () {
    // Some 150 places are typed into, key by key.
    this.timeout(180_000);
    const api = await extensionApi();
    await until('the server', () => api.serverState() === 'running');
    const used: string[] = [];
    const run = async (command: string, ...words: unknown[]): Promise<void> => {
      used.push(command);
      await vscode.commands.executeCommand(command, ...words);
    };

    await run('ospoStrategy.newStrategy', { language: 'en', scope: 'full', without: [] });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    for (const text of typedInto(document.getText())) {
      await vscode.commands.executeCommand('type', { text });
      // What the Tab key does.
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }

    assert.doesNotMatch(document.getText(), /\[[^\]]+\]/, 'nothing is left to fill in');
    const criteria = await until('the last analysis', () => {
      const status = api.statusOf(document.uri);
      return status?.version === document.version && status.criteria;
    });
    const absent = criteria.filter(({ level }) => level === 'absent').map(({ id }) => id);
    assert.deepEqual(absent, []);
    assert.equal(criteria.length, 24);
    assert.ok(used.length <= mostCommands, `${used.length} commands: ${used.join(', ')}`);
  });
});
