import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };
import { extensionId } from './extension.ts';
import { until } from './until.ts';

interface Snippet {
  readonly prefix: string | string[];
  readonly body: string[];
}

async function snippetsOf(path: string): Promise<[name: string, Snippet][]> {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension);
  const file = join(extension.extensionPath, path);
  return Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, Snippet>);
}

suite('snippets', () => {
  test('each snippet file in the folder is contributed', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const files = await readdir(join(extension.extensionPath, 'snippets'));
    const contributed = manifest.contributes.snippets.map(({ path }) => path.split('/').at(-1));
    assert.deepEqual(contributed.sort(), files.sort());
  });

  for (const { language, path } of manifest.contributes.snippets) {
    test(`a snippet of ${path} expands`, async () => {
      const [first] = await snippetsOf(path);
      assert.ok(first, 'there is a snippet');
      const [name, { body }] = first;
      const document = await vscode.workspace.openTextDocument({ language, content: '' });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('editor.action.insertSnippet', {
        langId: language,
        name,
      });
      await until('the expanded text', () => document.getText().trim() !== '');
      const heading = body
        .find((line) => line.startsWith('#'))
        ?.replace(/\$\{?\d.*/, '')
        .trim();
      assert.ok(heading, 'the snippet starts a section');
      assert.ok(document.getText().includes(heading));
      assert.doesNotMatch(document.getText(), /\$\{\d/, 'its tab stops are filled in');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }
});
