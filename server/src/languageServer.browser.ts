/** The language server in a Web Worker, for VS Code in the browser. Loading this file starts it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { builtInPack } from './host/builtInPack.ts';
import { startLanguageServer } from './lsp/server.ts';

const reader = new BrowserMessageReader(globalThis);
const writer = new BrowserMessageWriter(globalThis);
startLanguageServer(createConnection(reader, writer), { pack: builtInPack, version });
