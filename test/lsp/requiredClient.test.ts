import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  Command,
} from 'vscode-languageserver-protocol/node';
import { requiredCapabilities } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';
import { applyTo } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';

describe('a client that offers only what the protocol requires', () => {
  let client: StdioClient;
  afterEach(async () => {
    await client.stop();
    expect(client.unexpected).toEqual([]);
  });

  async function start(capabilities: ClientCapabilities, offers: readonly string[] = []) {
    client = new StdioClient(offers);
    return client.initialize(capabilities);
  }

  it('is offered nothing that it cannot use', async () => {
    const { capabilities } = await start(requiredCapabilities);
    expect(capabilities).toEqual({
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: true,
    });
  });

  it('has diagnostics pushed, with nothing in them that it does not understand', async () => {
    await start(requiredCapabilities);
    await client.open(uri, halfFinished, 3);
    const { diagnostics, version } = await client.pushed(uri, () => true);
    expect(version).toBe(3);
    expect(diagnostics.map(({ code }) => code)).toContain('missing-question');
    for (const diagnostic of diagnostics) {
      expect(Object.keys(diagnostic).sort()).toEqual([
        'code',
        'message',
        'range',
        'severity',
        'source',
      ]);
    }
  });

  it('gets no diagnostics of a version that is no longer there', async () => {
    await start(requiredCapabilities);
    await client.open(uri, '# Open source strategy\n', 1);
    for (let version = 2; version <= 30; version += 1) {
      await client.change(uri, version, [{ text: `${halfFinished}\nEdit ${version}.\n` }]);
    }
    await client.pushed(uri, ({ version }) => version === 30);
    const versions = client.published.map(({ version }) => version ?? 0);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    // A burst of edits is not answered edit by edit.
    expect(versions.length).toBeLessThan(15);
  });

  it('has the diagnostics of a closed document cleared', async () => {
    await start(requiredCapabilities);
    await client.open(uri, halfFinished);
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length > 0);
    await client.close(uri);
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('gets no code action that it could not carry out', async () => {
    await start(requiredCapabilities);
    await client.open(uri, halfFinished);
    expect(await client.codeActions(uri, everywhere)).toEqual([]);
  });

  describe('but understands code actions', () => {
    beforeEach(() =>
      start({
        textDocument: {
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      }),
    );

    it('gets plain edits, and the finding goes', async () => {
      await client.open(uri, halfFinished, 1);
      const actions = (await client.codeActions(uri, everywhere)) as CodeAction[];
      const insert = actions.find(({ title }) => /^Insert section .*ecosystem/i.test(title));
      expect(Object.keys(insert?.edit ?? {})).toEqual(['changes']);
      const after = applyTo(uri, halfFinished, insert?.edit);
      expect(after).not.toContain('${');
      await client.change(uri, 2, [{ text: after }]);
      const { diagnostics } = await client.pushed(uri, ({ version }) => version === 2);
      const petals = diagnostics.find(({ code }) => code === 'missing-petal');
      expect(petals?.message).not.toMatch(/ecosystem/i);
    });
  });

  describe('but applies edits for a server', () => {
    beforeEach(() => start({ workspace: { applyEdit: true } }, ['workspace/applyEdit']));

    it('gets commands that have the server apply a fix', async () => {
      await client.open(uri, halfFinished, 1);
      const actions = await client.codeActions(uri, everywhere);
      const insert = actions.find(({ title }) => /^Insert section .*ecosystem/i.test(title));
      if (!Command.is(insert)) throw new Error('It is not a command.');
      const { command, arguments: given } = insert;
      await client.request('workspace/executeCommand', { command, arguments: given });
      const [asked] = client.editsToApply;
      expect(asked?.label).toBe(insert.title);
      expect(applyTo(uri, halfFinished, asked?.edit).length).toBeGreaterThan(halfFinished.length);
    });

    it('applies a fix to the text as it is then', async () => {
      await client.open(uri, halfFinished, 1);
      const actions = await client.codeActions(uri, everywhere);
      const insert = actions.find(({ title }) => /^Insert section .*ecosystem/i.test(title));
      if (!Command.is(insert)) throw new Error('It is not a command.');
      const edited = halfFinished.replace('# Open', 'Draft.\n\n# Open');
      await client.change(uri, 2, [{ text: edited }]);
      const { command, arguments: given } = insert;
      await client.request('workspace/executeCommand', { command, arguments: given });
      const after = applyTo(uri, edited, client.editsToApply[0]?.edit);
      expect(after.startsWith('Draft.\n\n# Open source strategy')).toBe(true);
    });

    it('is asked for nothing where the fix is no longer due', async () => {
      await client.open(uri, halfFinished, 1);
      const [first] = await client.codeActions(uri, everywhere);
      if (!Command.is(first)) throw new Error('It is not a command.');
      await client.change(uri, 2, [{ text: 'Nothing of that any more.\n' }]);
      const { command, arguments: given } = first;
      await client.request('workspace/executeCommand', { command, arguments: given });
      expect(client.editsToApply).toEqual([]);
    });
  });
});
