import assert from 'node:assert/strict';
import { suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile } from './extension.ts';
import { extensionApi } from './extensionApi.ts';
import { until } from './until.ts';

const strategy = `# Open source strategy of Example Cooperative

## Technology

We build our billing on PostgreSQL and Kubernetes.

## The flower

- **Legal:** counsel decides within five days
- **Business:** each unit names a contact

`;

/** Shows a strategy that is not saved, once the server has read it. */
async function openStrategy(content = strategy): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  const api = await extensionApi();
  await until('the analysis', () => api.statusOf(document.uri)?.analysed);
  return editor;
}

/** The place of a text in a document. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text));
}

async function actionsAt(
  { document }: vscode.TextEditor,
  text: string,
): Promise<vscode.CodeAction[]> {
  const place = placeOf(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
    undefined,
    50,
  );
}

async function setting(name: string, value: unknown): Promise<void> {
  const target = vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('ospoStrategy').update(name, value, target);
}

suite('Writing', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
  suiteTeardown(() => setting('inlayHints.enabled', undefined));

  test('a heading completes to a missing section, selected where writing starts', async () => {
    const editor = await openStrategy(`${strategy}## `);
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      '#',
      50,
    );
    const section = list.items.find(({ detail }) =>
      /\((petal|guiding question|element)\)$/.test(detail ?? ''),
    );
    assert.ok(section, 'a section is offered');
    assert.ok(section.documentation instanceof vscode.MarkdownString, 'with its guidance');
    assert.ok(section.insertText instanceof vscode.SnippetString, 'with tab stops');
    const range = section.range instanceof vscode.Range ? section.range : section.range?.replacing;
    assert.ok(range?.contains(end), 'in the place of what was typed');
  });

  test('a hover over a heading says what it answers and what would complete it', async () => {
    const { document } = await openStrategy();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'Technology'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /✓ Technologies named/);
    assert.match(text, /✗ Tied to goals/);
  });

  test('code lenses count above the title and above sections', async () => {
    const { document } = await openStrategy();
    const titles = await until('the code lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      const found = lenses.map(({ command }) => command?.title ?? '');
      return found.some((title) => title.startsWith('Questions:')) && found;
    });
    assert.ok(
      titles.some((title) => /Technology: thin/.test(title)),
      titles.join('\n'),
    );
  });

  test('inlay hints name the question of a section once they are switched on', async () => {
    const { document } = await openStrategy();
    const hints = async () => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return found.map(({ label }) => label).filter((label) => /Technology$/.test(String(label)));
    };
    assert.deepEqual(await hints(), []);
    await setting('inlayHints.enabled', true);
    const [label] = await until('a hint', async () => {
      const found = await hints();
      return found.length > 0 && found;
    });
    assert.equal(label, 'guiding question: Technology');
  });

  test('a thin answer is completed in one step and undone in one', async () => {
    const editor = await openStrategy();
    const actions = await until('the action', async () => {
      const found = await actionsAt(editor, '## Technology');
      return found.some(({ title }) => title.startsWith('Add what')) && found;
    });
    const action = actions.find(({ title }) => title.startsWith('Add what'));
    assert.ok(action?.edit, 'it comes with its edit');
    const before = editor.document.getText();
    await vscode.workspace.applyEdit(action.edit);
    assert.match(editor.document.getText(), /- \*\*Tied to goals:\*\* \[/);
    assert.doesNotMatch(editor.document.getText(), /\$\{\d/, 'tab stops are filled in');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a list of petals becomes sections', async () => {
    const editor = await openStrategy();
    const action = (await actionsAt(editor, '- **Legal')).find(({ title }) =>
      title.startsWith('Turn this list'),
    );
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(editor.document.getText(), /### Legal\n\ncounsel decides/);
  });

  test('nothing of this is offered in Markdown of another kind', async () => {
    const { document } = await openFile('notes.md');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      50,
    );
    assert.deepEqual(lenses, []);
  });
});
