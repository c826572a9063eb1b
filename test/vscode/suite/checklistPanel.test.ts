import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ChecklistView } from '../../../client/src/panel/checklistPanel.ts';
import { openFile, workspaceFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

const fileName = 'maturity-checklist.md';

/** The only open panel, once its page has drawn what it was told last. */
async function untilDrawn(): Promise<ChecklistView> {
  const api = await extensionApi();
  return until('a drawn checklist', () => {
    const [panel] = api.checklistPanels();
    return panel?.content && panel.drawn?.revision === panel.revision && panel;
  });
}

async function openPanel(): Promise<ChecklistView> {
  await openFile('strategy.md');
  await vscode.commands.executeCommand('ospoStrategy.showMaturityChecklist');
  return untilDrawn();
}

function itemsOf(panel: ChecklistView) {
  const models = panel.content?.checklist.models ?? [];
  return models.flatMap(({ stages }) => stages.flatMap(({ items }) => items));
}

function tickedIn(panel: ChecklistView): string[] {
  return itemsOf(panel).flatMap(({ id, ticked }) => (ticked ? [id] : []));
}

function nthItem(panel: ChecklistView, index: number): string {
  const item = itemsOf(panel)[index];
  assert.ok(item);
  return item.id;
}

async function tick(panel: ChecklistView, item: string, ticked = true): Promise<void> {
  await panel.receive({ type: 'tick', item, ticked });
}

async function onDisk(): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(workspaceFile(fileName));
  return new TextDecoder().decode(bytes);
}

/** Opens the file, and waits until VS Code no longer holds what an earlier test had in it. */
async function openChecklistFile(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(fileName));
  // Not over the panel: a page that is hidden draws nothing.
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  await until('the text on disk', async () => document.getText() === (await onDisk()));
  return document;
}

async function writeOutside(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(fileName), new TextEncoder().encode(text));
}

async function replaceIn(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.positionAt(document.getText().indexOf(from));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, start.translate(0, from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Waits until the page has drawn the ticks of these items and no others. */
function untilTicked(panel: ChecklistView, items: readonly string[]): Promise<boolean> {
  return until(`the ticks ${items.join(', ')}`, () => {
    const isDrawn = panel.drawn?.revision === panel.revision && panel.drawn.ticked === items.length;
    return isDrawn && tickedIn(panel).join() === items.join();
  });
}

async function removeFile(): Promise<void> {
  const uri = workspaceFile(fileName).toString();
  const edited = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
  if (edited?.isDirty) {
    await vscode.window.showTextDocument(edited, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  try {
    await vscode.workspace.fs.delete(workspaceFile(fileName));
  } catch {
    // Most tests begin without one.
  }
}

/** In a browser VS Code saves by itself, unless it is told not to. */
async function setAutoSave(value: 'off' | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('files');
  await settings.update('autoSave', value, vscode.ConfigurationTarget.Workspace);
}

suite('maturity checklist', () => {
  suiteSetup(() => setAutoSave('off'));
  suiteTeardown(() => setAutoSave(undefined));
  setup(removeFile);
  teardown(removeFile);

  test('shows both models with nothing ticked where there is no file', async () => {
    const panel = await openPanel();
    assert.equal(panel.title, `Maturity Checklist (${fileName})`);
    assert.equal(panel.content?.fileExists, false);
    assert.deepEqual(
      panel.content?.checklist.models.map(({ stages }) => stages.length),
      [4, 5],
    );
    assert.deepEqual(tickedIn(panel), []);
    assert.equal(panel.drawn?.ticked, 0);
  });

  test('a second time, shows the same panel', async () => {
    await openPanel();
    await openPanel();
    assert.equal((await extensionApi()).checklistPanels().length, 1);
  });

  test('a tick reaches the file, which it creates', async () => {
    const panel = await openPanel();
    const item = nthItem(panel, 0);
    await tick(panel, item);
    assert.match(await onDisk(), new RegExp(`^- \\[x\\] .*<!-- ospo-strategy: ${item} -->$`, 'm'));
    await untilTicked(panel, [item]);
    assert.equal(panel.content?.fileExists, true);
  });

  test('ticks given quickly all reach the file, and unticking takes one back', async () => {
    const panel = await openPanel();
    const items = itemsOf(panel)
      .slice(0, 4)
      .map(({ id }) => id);
    await Promise.all(items.map((item) => tick(panel, item)));
    assert.equal((await onDisk()).match(/\[x\]/g)?.length, 4);
    await tick(panel, nthItem(panel, 1), false);
    assert.equal((await onDisk()).match(/\[x\]/g)?.length, 3);
    await untilTicked(
      panel,
      [items[0], items[2], items[3]].filter((item) => item !== undefined),
    );
  });

  test('a hand edit reaches the panel before it is saved', async () => {
    const panel = await openPanel();
    const item = nthItem(panel, 2);
    await tick(panel, item);
    const document = await openChecklistFile();
    await replaceIn(document, '[x]', '[ ]');
    await untilTicked(panel, []);
    await until('word of the unsaved change', () => panel.content?.isDirty === true);
    assert.match(await onDisk(), /\[x\]/, 'nothing is saved that its author has not saved');
  });

  test('a tick into a file with unsaved changes leaves the saving to its author', async () => {
    const panel = await openPanel();
    await tick(panel, nthItem(panel, 0));
    const document = await openChecklistFile();
    await replaceIn(document, '# Maturity', '# Our maturity');
    await tick(panel, nthItem(panel, 1));
    assert.equal(document.isDirty, true);
    assert.equal(document.getText().match(/\[x\]/g)?.length, 2);
    assert.doesNotMatch(await onDisk(), /Our maturity/);
  });

  test('a change from outside reaches the panel', async () => {
    const panel = await openPanel();
    const item = nthItem(panel, 3);
    await writeOutside(`- [x] In other words <!-- ospo-strategy: ${item} -->\n`);
    await untilTicked(panel, [item]);
  });

  test('a file that vanishes leaves nothing ticked', async () => {
    const panel = await openPanel();
    await tick(panel, nthItem(panel, 0));
    await untilTicked(panel, [nthItem(panel, 0)]);
    await vscode.workspace.fs.delete(workspaceFile(fileName));
    await untilTicked(panel, []);
    assert.equal(panel.content?.fileExists, false);
  });

  test('a file broken by hand is shown with its problems, and keeps all that stands in it', async () => {
    const panel = await openPanel();
    const item = nthItem(panel, 0);
    const broken = `\`\`\`\n- [ ] x <!-- ospo-strategy: ${item} -->\n\`\`\`\n- [x] y <!-- ospo-strategy: no.such -->\r\nWords`;
    await writeOutside(broken);
    await until('the problem', () => panel.content?.checklist.problems[0]?.line === 3);
    await tick(panel, item);
    const lines = (await onDisk()).split(/\r?\n/);
    for (const line of broken.split(/\r?\n/)) assert.ok(lines.includes(line), line);
    await until('the tick', () => tickedIn(panel).includes(item));
  });

  test('a checklist file outside of the workspace folder is refused', async () => {
    const settings = vscode.workspace.getConfiguration('ospoStrategy');
    await settings.update('checklist.file', '../outside.md', vscode.ConfigurationTarget.Workspace);
    try {
      await openFile('strategy.md');
      await vscode.commands.executeCommand('ospoStrategy.showMaturityChecklist');
      assert.deepEqual((await extensionApi()).checklistPanels(), []);
    } finally {
      await settings.update('checklist.file', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
