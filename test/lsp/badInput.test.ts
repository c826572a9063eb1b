import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';

/** Everything that can stand where an object is expected. */
const oddities: readonly unknown[] = [
  {},
  [],
  [null],
  { textDocument: null },
  { textDocument: { uri: 42 } },
  { uri: ['a'] },
  { uri: 'no such document', textDocument: { uri: 'no such document' } },
  { textDocument: { uri: 'file:///%E0%A4%A' }, range: { start: { line: -1 } } },
  { text: 7, item: {}, ticked: 'yes', criterion: null, command: 'rm' },
  { __proto__: { uri: 'x' }, constructor: null },
];

const requests = [
  'textDocument/diagnostic',
  'textDocument/codeAction',
  'ospoStrategy/documentStatus',
  'ospoStrategy/analyseAnyway',
  'ospoStrategy/section',
  'ospoStrategy/checklist',
  'ospoStrategy/tick',
];

describe('bad input', () => {
  let client: StdioClient;
  beforeAll(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities);
  });
  afterAll(() => client.stop());

  /** The server is well if it still finds what is missing in an ordinary document. */
  async function expectToBeWell(): Promise<void> {
    const uri = 'untitled:ordinary';
    await client.open(uri, halfFinished);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('missing-question');
    await client.close(uri);
  }

  function status(uri: string): Promise<DocumentStatus> {
    return client.request('ospoStrategy/documentStatus', { uri });
  }

  it('reads an empty document as nothing', async () => {
    await client.open('untitled:empty', '');
    expect(await client.diagnostics('untitled:empty')).toEqual([]);
    expect((await status('untitled:empty')).analysed).toBe(false);
    expect(await client.codeActions('untitled:empty', everywhere)).toEqual([]);
    await expectToBeWell();
  });

  it('survives a line of 5 MB and says that it is too much', async () => {
    const uri = 'untitled:long';
    await client.open(uri, `# Open source strategy\n\n${'open source '.repeat(450_000)}\n`);
    await client.diagnostics(uri);
    expect((await status(uri)).problems).not.toEqual([]);
    await client.close(uri);
    await expectToBeWell();
  });

  it('survives text that was never text', async () => {
    const uri = 'untitled:binary';
    const bytes = Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 256);
    await client.open(uri, `\u0000PNG\uD800${String.fromCharCode(...bytes)}`);
    await client.diagnostics(uri);
    expect((await status(uri)).problems).not.toEqual([]);
    await expectToBeWell();
  });

  it('says that front matter is not closed, or cannot be read', async () => {
    const unclosed = `---\ntitle: Open source strategy\n\n${halfFinished}`;
    await client.open('untitled:unclosed', unclosed);
    expect((await status('untitled:unclosed')).problems).not.toEqual([]);
    const unreadable = `---\ntitle: Open source strategy\nthis is no entry\n---\n\n${halfFinished}`;
    await client.open('untitled:unreadable', unreadable);
    expect((await status('untitled:unreadable')).problems).not.toEqual([]);
    const rules = (await client.diagnostics('untitled:unreadable')).map(({ code }) => code);
    expect(rules).toContain('damaged-document');
    await expectToBeWell();
  });

  it.each(requests)('answers %s whatever its parameters are', async (method) => {
    for (const params of oddities) {
      const answer = await client.request(method, params).then(
        (result) => ({ result }),
        (error: { code: number; message: string }) => error,
      );
      if ('code' in answer) {
        // InvalidParams, with a sentence that names the parameter.
        expect(answer.code).toBe(-32602);
        expect(answer.message).toMatch(/^The parameter "[\w.]+" has to be /);
      }
    }
    await expectToBeWell();
  });

  it('names the parameter that does not fit', async () => {
    await expect(client.request('textDocument/diagnostic', {})).rejects.toMatchObject({
      code: -32602,
      message: 'The parameter "textDocument.uri" has to be a string.',
    });
    const section = { uri: 'untitled:x', criterion: 'question.unheard-of' };
    await expect(client.request('ospoStrategy/section', section)).rejects.toMatchObject({
      code: -32602,
    });
    const tick = { text: null, item: 'ospo.unheard-of', ticked: true };
    await expect(client.request('ospoStrategy/tick', tick)).rejects.toMatchObject({ code: -32602 });
  });

  it('says which request it does not know', async () => {
    await expect(client.request('ospoStrategy/unheardOf', {})).rejects.toMatchObject({
      code: -32601,
      message: 'There is no request "ospoStrategy/unheardOf".',
    });
  });

  it('survives notifications that make no sense', async () => {
    const methods = ['didOpen', 'didChange', 'didClose'].map((name) => `textDocument/${name}`);
    for (const method of [...methods, 'workspace/didChangeConfiguration', 'unheard/of']) {
      for (const params of oddities) await client.notify(method, params);
    }
    const uri = 'untitled:odd';
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: { not: 'a text' } },
    });
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.change(uri, 2, [
      {
        range: { start: { line: 9e9, character: -5 }, end: { line: -1, character: 9e9 } },
        text: halfFinished,
      },
    ]);
    expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
    await expectToBeWell();
  });

  it('survives a message that is not JSON', async () => {
    client.server.stdin?.write('Content-Length: 9\r\n\r\n{"broken"');
    await expectToBeWell();
  });

  it('never writes what a document says into its log', async () => {
    await client.open('untitled:secret', '# Open source strategy of the Secret Plum Company\n');
    await client.diagnostics('untitled:secret');
    await status('untitled:secret');
    expect(client.logged.join('\n')).not.toContain('Secret Plum');
  });
});
