import * as vscode from 'vscode';
import { until } from './suite/until.ts';

const text = `# Open source strategy of Nordhafen Ferries

This is the open source strategy of Nordhafen Ferries.

## Legal

TODO
`;

/**
 * What VS Code for the Web calls in its extension host, a worker: the smoke test that the `browser`
 * entry point and the language server in a worker of its own bring diagnostics.
 *
 * @throws where they do not come.
 */
export async function run(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
  const diagnostic = await until(
    'a diagnostic in the web extension host',
    () => vscode.languages.getDiagnostics(document.uri)[0],
  );
  console.log(`ok web extension host: ${diagnostic.source}: ${diagnostic.message}`);
}
