import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { builtInPack } from '../../server/src/host/builtInPack.ts';
import { fullCapabilities } from './clients.ts';
import { halfFinished } from './halfFinished.ts';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
}

/** The server's bundle for a Web Worker, in a world that has what a worker has and no more. */
async function startInWorker(): Promise<{
  send: (message: object) => void;
  answers: Answer[];
}> {
  const bundle = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));
  if (!existsSync(bundle)) {
    throw new Error('dist/server.cjs is not there. Build it first: npm run build');
  }
  const answers: Answer[] = [];
  const worker: { onmessage?: (event: { data: object }) => void } & Record<string, unknown> = {
    postMessage: (message: Answer) => answers.push(message),
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    console,
    atob,
    TextDecoder,
    TextEncoder,
    URL,
  };
  worker.self = worker;
  runInContext(readFileSync(bundle, 'utf8'), createContext(worker));
  // A worker's messages come after its script has run to the end, promises included.
  await expect.poll(() => worker.onmessage).toBeDefined();
  const send = (data: object) => worker.onmessage?.({ data });
  send(builtInPack);
  return { send, answers };
}

it('the server for a Web Worker needs neither Node nor a page', async () => {
  const { send, answers } = await startInWorker();
  const answerTo = (id: number) =>
    expect.poll(() => answers.find((answer) => answer.id === id)?.result, { timeout: 10_000 });

  const capabilities = { textDocument: fullCapabilities.textDocument };
  send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities, processId: null } });
  await answerTo(1).toMatchObject({ serverInfo: { name: 'OSPO Strategy' } });

  const uri = 'vscode-vfs://github/example/project/strategy.md';
  const textDocument = { uri, languageId: 'markdown', version: 1, text: halfFinished };
  send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
  const params = { textDocument: { uri } };
  send({ jsonrpc: '2.0', id: 2, method: 'textDocument/diagnostic', params });
  await answerTo(2).toMatchObject({ kind: 'full' });
  const report = answers.find(({ id }) => id === 2)?.result as FullDocumentDiagnosticReport;
  expect(report.items.map(({ code }) => code)).toContain('missing-question');
});
