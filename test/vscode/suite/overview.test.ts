import assert from 'node:assert/strict';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { OverviewView } from '../../../client/src/panel/overviewPanel.ts';
import { openFile, workspaceFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

/** The only open overview, once its page has drawn what it was told last. */
async function untilDrawn(): Promise<OverviewView> {
  const api = await extensionApi();
  return until('a drawn overview', () => {
    const [panel] = api.overviewPanels();
    return panel?.content && panel.drawn?.revision === panel.revision && panel;
  });
}

async function openOverview(name: string): Promise<OverviewView> {
  await openFile(name);
  await vscode.commands.executeCommand('ospoStrategy.showOverview');
  return untilDrawn();
}

async function clean(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const name of ['maturity-checklist.md', 'strategy-flower.svg', 'minutes.md']) {
    try {
      await vscode.workspace.fs.delete(workspaceFile(name));
    } catch {
      // Most tests begin without it.
    }
  }
}

/** A file system of two Markdown files that can be read, and changed as far as is said. */
class FrozenFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #files = new Map([
    ['/strategy.md', '# Open source strategy\n\nWe rely on PostgreSQL.\n'],
    ['/maturity-checklist.md', '# Maturity checklist\n'],
  ]);

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.#files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length, permissions };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.#files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('overview', () => {
  setup(clean);
  teardown(clean);

  test('shows every criterion of a strategy, and its flower', async () => {
    const { content } = await openOverview('strategy.md');
    assert.equal(content?.coverage.criteria.length, 24);
    assert.match(content?.overview?.flower?.titles ?? '', /data-petal="petal\.legal"/);
    assert.equal(content?.coverage.title?.text, 'Open source strategy of Nordhafen Ferries');
  });

  test('takes a document from a command, as a code lens names it', async () => {
    await vscode.commands.executeCommand(
      'ospoStrategy.showOverview',
      workspaceFile('strategy.md').toString(),
    );
    const panel = await untilDrawn();
    assert.equal(panel.uri.toString(), workspaceFile('strategy.md').toString());
  });

  test('says why a document is not analysed, and analyses it anyway', async () => {
    // A file of its own: VS Code keeps it open for a while, and with it the wish to have it analysed.
    const minutes = new TextEncoder().encode('# Minutes\n\nWe met on Monday and ate cake.\n');
    await vscode.workspace.fs.writeFile(workspaceFile('minutes.md'), minutes);
    const panel = await openOverview('minutes.md');
    assert.equal(panel.content?.overview, null);
    assert.match(panel.content?.coverage.reason ?? '', /\.$/);
    await panel.receive({ type: 'analyseAnyway' });
    await until('the analysis', () => panel.content?.coverage.criteria.length === 24);
  });

  test('a tick in it and one in the checklist alone are the same tick', async () => {
    const panel = await openOverview('strategy.md');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('ospoStrategy.showMaturityChecklist');
    const item = 'ospo.awareness.named-contact';
    await panel.receive({ type: 'tick', item, ticked: true });
    const api = await extensionApi();
    const isTicked = (models: readonly { stages: readonly object[] }[] = []): boolean =>
      JSON.stringify(models).includes('"ticked":true');
    await until('the tick in both', () => {
      const [alone] = api.checklistPanels();
      return (
        isTicked(panel.checklist?.checklist.models) && isTicked(alone?.content?.checklist.models)
      );
    });
  });

  test('without maturity it keeps no checklist', async () => {
    const panel = await openOverview('strategy.md');
    const settings = vscode.workspace.getConfiguration('ospoStrategy');
    const target = vscode.ConfigurationTarget.Workspace;
    await until('the checklist', () => panel.checklist !== undefined);
    await settings.update('maturity.enabled', false, target);
    try {
      await until('no checklist', () => panel.checklist === undefined);
    } finally {
      await settings.update('maturity.enabled', undefined, target);
    }
    await until('the checklist again', () => panel.checklist !== undefined);
  });

  test('does nothing for a message that is none', async () => {
    const panel = await openOverview('strategy.md');
    for (const message of [null, { type: 'export', format: 'exe' }, { type: 'reveal' }]) {
      await panel.receive(message);
    }
    await panel.receive({ type: 'reveal', startLine: 0, endLine: 0, path: '../outside.md' });
    assert.equal(panel.failure, undefined);
  });

  test('says so where there is no document to show', async () => {
    await vscode.commands.executeCommand('ospoStrategy.showOverview', 'file:///no/such.md');
    const api = await extensionApi();
    await until('the failure', () => api.overviewPanels()[0]?.failure !== undefined);
  });

  for (const [scheme, isReadonly, word] of [
    ['frozen-files', false, /^The tick was not written to .*The file is read-only\./],
    ['frozen-system', true, /^The tick was not written to .*a read-only workspace\.$/],
  ] as const) {
    test(`has a clear word for a tick into what can only be read: ${scheme}`, async () => {
      const files = new FrozenFiles();
      const registration = vscode.workspace.registerFileSystemProvider(scheme, files, {
        isReadonly,
        isCaseSensitive: true,
      });
      try {
        const document = vscode.Uri.parse(`${scheme}:/strategy.md`);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document));
        await vscode.commands.executeCommand('ospoStrategy.showOverview');
        const panel = await untilDrawn();
        await until('the checklist', () => panel.checklist !== undefined);
        await panel.receive({ type: 'tick', item: 'ospo.awareness.named-contact', ticked: true });
        assert.match(panel.failure ?? '', word);
        assert.doesNotMatch(JSON.stringify(panel.checklist), /"ticked":true/);
      } finally {
        await clean();
        registration.dispose();
      }
    });
  }
});
