import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };
import { until } from './until.ts';

/** The extension under test, as its manifest names it. */
export const extensionId = `${manifest.publisher}.${manifest.name}`;

/** The file `name` of the workspace that the tests were started in: a copy of `test/vscode/workspace`. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a folder to be open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument(workspaceFile(name)),
  );
}

/** The extension's diagnostics of a document, by the rule that made them. */
export function diagnosticsOf(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => rule === undefined || ruleOf(diagnostic) === rule);
}

/** The rule id that a diagnostic carries as its code. */
export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { code } = diagnostic;
  const id = typeof code === 'object' ? code.value : code;
  return id === undefined ? undefined : String(id);
}

/** Waits until a document has a diagnostic of a rule. */
export function untilDiagnostic(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`a diagnostic ${rule} of ${uri.path}`, () => diagnosticsOf(uri, rule)[0]);
}
