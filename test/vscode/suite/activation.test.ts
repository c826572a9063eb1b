import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };
import { extensionId, openFile } from './extension.ts';
import { until } from './until.ts';

suite('activation', () => {
  test('an opened Markdown file activates the extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is installed`);
    await openFile('notes.md');
    await until('the active extension', () => extension.isActive);
  });

  test('every command of the manifest can be run', async () => {
    await openFile('notes.md');
    const contributed = manifest.contributes.commands.map((command) => command.command);
    assert.notEqual(contributed.length, 0);
    await until('the contributed commands', async () => {
      const known = new Set(await vscode.commands.getCommands(true));
      return contributed.every((command) => known.has(command));
    });
  });
});
