/** The language server in a Web Worker, for VS Code in the browser. Loading this file starts it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { type ShippedPack, unfoldedPack } from './core/pack/shippedPack.ts';
import { today } from './host/today.ts';
import { startLanguageServer } from './lsp/server.ts';

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

// A worker has no files: its first message is the pack, which the client reads from the one copy
// that the package holds. Every later message is the protocol's.
(globalThis as unknown as WorkerScope).onmessage = ({ data }) => {
  const reader = new BrowserMessageReader(globalThis);
  const writer = new BrowserMessageWriter(globalThis);
  startLanguageServer(createConnection(reader, writer), {
    pack: unfoldedPack(data as ShippedPack),
    version,
    today,
  });
};
