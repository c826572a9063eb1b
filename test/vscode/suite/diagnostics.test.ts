import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, untilDiagnostic, workspaceFile } from './extension.ts';
import { until } from './until.ts';

/** The rules whose findings stand at the title and tell what a strategy lacks. */
const missingRules = ['missing-question', 'missing-petal', 'missing-element'];

/** The quick fixes at a diagnostic, as the light bulb lists them. */
function quickFixesAt(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    // Their edits come when they are chosen: so many are asked for here.
    100,
  );
}

/** How many criteria a summary counts: the first number of "3 of 7" in its message. */
function countOf(diagnostic: vscode.Diagnostic | undefined): number {
  return Number(/(\d+) of \d+/.exec(diagnostic?.message ?? '')?.[1] ?? 0);
}

function headings(document: vscode.TextDocument): string[] {
  return document.getText().match(/^## .*$/gm) ?? [];
}

async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

suite('diagnostics', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const rule of missingRules) {
    test(`the half-finished strategy has a ${rule}`, async () => {
      const { document } = await openFile('strategy.md');
      const diagnostic = await untilDiagnostic(document.uri, rule);
      assert.equal(diagnostic.range.start.line, 0, 'it stands at the title');
      assert.ok(countOf(diagnostic) > 0, `it counts what is missing: ${diagnostic.message}`);
    });
  }

  test('what is only asked is not answered, and is related to the finding', async () => {
    const { document } = await openFile('strategy.md');
    const { relatedInformation } = await untilDiagnostic(document.uri, 'missing-question');
    const [asked] = relatedInformation ?? [];
    assert.ok(asked, 'the place where the question is asked');
    assert.match(document.lineAt(asked.location.range.start.line).text, /\?$/);
  });

  test('a section that only holds a placeholder is unwritten', async () => {
    const { document } = await openFile('strategy.md');
    const diagnostic = await untilDiagnostic(document.uri, 'unwritten-section');
    const line = document.lineAt(diagnostic.range.start.line).text;
    assert.match(line, /Business|TODO/);
  });

  test('every diagnostic links to the page of its rule', async () => {
    const { document } = await openFile('strategy.md');
    await untilDiagnostic(document.uri, 'missing-question');
    for (const { code } of diagnosticsOf(document.uri)) {
      assert.ok(typeof code === 'object', 'the code has a target');
      assert.match(code.target.toString(), new RegExp(`${code.value}`));
    }
  });

  test('notes that are no strategy have none', async () => {
    const { document: notes } = await openFile('notes.md');
    const strategy = await vscode.workspace.openTextDocument(workspaceFile('strategy.md'));
    await vscode.window.showTextDocument(strategy, vscode.ViewColumn.Beside);
    // Both are on show: when the strategy's have come, those of the notes would have come too.
    await untilDiagnostic(strategy.uri, 'missing-question');
    assert.deepEqual(diagnosticsOf(notes.uri), []);
  });

  test('a quick fix inserts the missing section, and the finding goes', async () => {
    const { document } = await openFile('strategy.md');
    const before = await untilDiagnostic(document.uri, 'missing-question');
    const sections = headings(document).length;
    const fixes = await until('the quick fixes', async () => {
      const found = await quickFixesAt(document.uri, before.range);
      return found.length > 0 && found;
    });
    const [insert] = fixes.filter((fix) => /insert.*section/i.test(fix.title));
    assert.ok(insert, `one of them inserts: ${fixes.map((fix) => fix.title).join(', ')}`);
    await apply(insert);
    await until('the new section', () => headings(document).length === sections + 1);
    assert.doesNotMatch(document.getText(), /\$\{\d/, 'its tab stops are filled in');
    await until('one finding less', () => {
      const [after] = diagnosticsOf(document.uri, 'missing-question');
      return countOf(after) === countOf(before) - 1;
    });
  });
});
