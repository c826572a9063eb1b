import { spawn } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { builtServer } from './builtServer.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

describe('the life of a server', () => {
  it('ends with 0 after "shutdown" and "exit"', async () => {
    const client = new StdioClient();
    await client.initialize({});
    expect(await client.stop()).toBe(0);
  });

  it('ends with 1 after "exit" without "shutdown"', async () => {
    const client = new StdioClient();
    await client.initialize({});
    await client.notify('exit');
    expect(await client.exitCode()).toBe(1);
  });

  it('refuses requests before "initialize" and after "shutdown"', async () => {
    const client = new StdioClient();
    const early = client.request('textDocument/diagnostic', { textDocument: { uri: 'a' } });
    await expect(early).rejects.toMatchObject({ code: -32002 });
    await client.initialize({});
    await expect(client.request('initialize', { capabilities: {} })).rejects.toMatchObject({
      code: -32600,
    });
    await client.request('shutdown');
    const late = client.codeActions('a', {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
    await expect(late).rejects.toMatchObject({ code: -32600 });
    await client.notify('exit');
    expect(await client.exitCode()).toBe(0);
  });

  it('ends when the editor closes its side, without a word', async () => {
    const client = new StdioClient();
    // No process to watch: closed input is the only sign.
    await client.initialize({}, { processId: null });
    client.server.stdin?.end();
    expect(await client.exitCode()).toBe(1);
  });

  it('ends when the process that it was told to watch is gone', async () => {
    const editor = spawn(process.execPath, ['-e', '']);
    await vi.waitFor(() => expect(editor.exitCode).toBe(0), { timeout: 10_000 });
    const client = new StdioClient();
    await client.initialize({}, { processId: editor.pid ?? null });
    expect(await client.exitCode()).toBe(1);
  });

  it('speaks over node-ipc too, and ends with the channel', async () => {
    const client = new StdioClient(fullOffers, 'node-ipc');
    const { serverInfo } = await client.initialize(fullCapabilities, { processId: null });
    expect(serverInfo?.name).toBe('OSPO Strategy');
    await client.open('untitled:one', halfFinished);
    expect((await client.diagnostics('untitled:one')).length).toBeGreaterThan(0);
    client.server.disconnect();
    expect(await client.exitCode()).toBe(1);
  });

  it('says how to start it where nobody says how to talk', async () => {
    const server = spawn(process.execPath, [builtServer()]);
    let said = '';
    server.stderr.on('data', (data: Buffer) => {
      said += data.toString('utf8');
    });
    await vi.waitFor(() => expect(server.exitCode).toBe(2), { timeout: 10_000 });
    expect(said).toContain('--stdio');
  });

  it('has written nothing but messages to its output', async () => {
    const client = new StdioClient(fullOffers);
    const errors: unknown[] = [];
    client.connection.onError((error) => errors.push(error));
    await client.initialize(fullCapabilities);
    await client.open('untitled:one', halfFinished);
    await client.diagnostics('untitled:one');
    expect(errors).toEqual([]);
    expect(await client.stop()).toBe(0);
  });
});
