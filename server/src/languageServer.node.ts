/**
 * The language server on Node: `--stdio` for any editor, `--node-ipc` for the extension. Loading
 * this file starts it.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { builtInPack } from './host/builtInPack.ts';
import { listFileUris, readFileUri } from './host/node.ts';
import { setHostOfUri } from './host/nodeSetHost.ts';
import { today } from './host/today.ts';
import { failure } from './lsp/guard.ts';
import { startLanguageServer } from './lsp/server.ts';

const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];

/** The pages of the rules lie beside the bundle where the package has them. */
function rulePages(): string | undefined {
  const folder = join(dirname(__filename), '..', 'docs', 'rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}

/** One mistake must not end the service for all open documents; it goes to the log instead. */
function surviveMistakes(): void {
  const report = (error: unknown) => process.stderr.write(`${failure('The server', error)}\n`);
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** A server whose editor has gone must not stay behind. */
function endWithEditor(): void {
  process.on('disconnect', () => process.exit(1));
  process.stdout.on('error', () => process.exit(1));
  process.stderr.on('error', () => undefined);
}

if (transports.some((name) => process.argv.some((argument) => argument.startsWith(name)))) {
  surviveMistakes();
  endWithEditor();
  startLanguageServer(createConnection(), {
    pack: builtInPack,
    version,
    today,
    readFile: readFileUri,
    setHostOf: setHostOfUri,
    listFiles: listFileUris,
    rulePages: rulePages(),
  });
} else {
  process.stderr.write(`Say how the editor talks to the server: ${transports.join(', ')}.\n`);
  process.exitCode = 2;
}
