import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, untilDiagnostic, workspaceFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

const index = `# Open source strategy of Harbour Tramways

The rules are in the [policy](policy.md).
`;
const policy = `# Policy

## Compliance

We accept MIT and Apache-2.0; GPL components need a review by the legal team within five working days.
Every build produces an SBOM in SPDX format, and the release manager blocks a release while a licence is
unknown. The security officer patches critical vulnerabilities within 72 hours.
`;

/** Waits until the index says at which level compliance is, by which file. */
async function untilCompliance(level: string, path: string | undefined): Promise<void> {
  const api = await extensionApi();
  await until(`compliance ${level} by ${path}`, () => {
    const status = api.statusOf(workspaceFile('set/index.md'));
    const found = status?.criteria.find(({ id }) => id === 'element.compliance');
    return found?.level === level && found.evidence[0]?.path === path;
  });
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
}

suite('a strategy of several files', () => {
  suiteSetup(async () => {
    await write('set/index.md', index);
    await write('set/policy.md', policy);
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(() => vscode.workspace.fs.delete(workspaceFile('set'), { recursive: true }));

  test('stays true when a file of it moves', async () => {
    const { document } = await openFile('set/index.md');
    await untilCompliance('answered', 'set/policy.md');
    assert.equal(diagnosticsOf(document.uri, 'missing-part').length, 0);

    const move = new vscode.WorkspaceEdit();
    move.renameFile(workspaceFile('set/policy.md'), workspaceFile('set/rules/policy.md'));
    assert.ok(await vscode.workspace.applyEdit(move));
    const lost = await untilDiagnostic(document.uri, 'missing-part');
    await untilCompliance('absent', undefined);

    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      lost.range,
      vscode.CodeActionKind.QuickFix.value,
      // Edits come when an action is looked at.
      20,
    );
    const relink = fixes.find(({ title }) => title === 'Link to "rules/policy.md"');
    assert.ok(relink?.edit && (await vscode.workspace.applyEdit(relink.edit)));
    await untilCompliance('answered', 'set/rules/policy.md');
    await until('no link without a file', () => {
      return diagnosticsOf(document.uri, 'missing-part').length === 0;
    });
  });
});
