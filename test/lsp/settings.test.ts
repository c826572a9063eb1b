import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

const uri = 'file:///project/strategy.md';

function missingQuestions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === 'missing-question');
}

describe('settings', () => {
  let client: StdioClient;
  afterEach(() => client.stop());

  async function startFull(settings: unknown, initial?: unknown): Promise<void> {
    client = new StdioClient(fullOffers);
    client.settings = settings;
    await client.initialize(fullCapabilities, { initializationOptions: { settings: initial } });
  }

  it('are asked for by document, under their section', async () => {
    await startFull(null);
    await client.open(uri, halfFinished);
    await client.diagnostics(uri);
    await client.diagnostics(uri);
    expect(client.configurationRequests).toEqual([
      { items: [{ scopeUri: uri, section: 'ospoStrategy' }] },
    ]);
  });

  it('tell what is absent in one diagnostic a kind, or each on its own', async () => {
    await startFull({ diagnostics: { absent: 'summary' } });
    await client.open(uri, halfFinished);
    const summary = missingQuestions(await client.diagnostics(uri));
    expect(summary).toHaveLength(1);

    client.settings = { diagnostics: { absent: 'each' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(() => client.refreshes).toBe(1);
    const each = missingQuestions(await client.diagnostics(uri));
    expect(each.length).toBeGreaterThan(1);
    expect(each.flatMap(({ data }) => data.criteria)).toEqual(summary[0]?.data.criteria);
  });

  it('decide which documents are analysed', async () => {
    await startFull({ analyse: 'none' });
    await client.open(uri, halfFinished);
    await client.open('untitled:cake', recipe);
    expect(await client.diagnostics(uri)).toEqual([]);
    client.settings = { analyse: 'all' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(() => client.refreshes).toBe(1);
    expect((await client.diagnostics('untitled:cake')).length).toBeGreaterThan(0);
  });

  it('that are not valid are named in the log, and the default holds', async () => {
    await startFull({ analyse: 'sometimes', diagnostics: { absent: 3 } });
    await client.open(uri, halfFinished);
    expect(missingQuestions(await client.diagnostics(uri))).toHaveLength(1);
    const log = client.logged.join('\n');
    expect(log).toContain('"ospoStrategy.analyse" has to be one of: strategies, all, none.');
    expect(log).toContain('"ospoStrategy.diagnostics.absent" has to be one of: summary, each.');
  });

  const oddities = [null, 'text', 7, [], { diagnostics: 'each' }, { analyse: ['all'] }];
  it.each(oddities.map((odd) => ({ odd })))(
    'of another shape leave the defaults: $odd',
    async ({ odd }) => {
      await startFull(odd);
      await client.open(uri, halfFinished);
      expect(missingQuestions(await client.diagnostics(uri))).toHaveLength(1);
    },
  );

  it('come with "initialize" from a client that cannot be asked', async () => {
    client = new StdioClient();
    const settings = { diagnostics: { absent: 'each' } };
    await client.initialize({}, { initializationOptions: { settings } });
    await client.open(uri, halfFinished);
    const { diagnostics } = await client.pushed(uri, () => true);
    expect(missingQuestions(diagnostics).length).toBeGreaterThan(1);
    expect(client.unexpected).toEqual([]);
  });

  it('may change in such a client, and its diagnostics are pushed anew', async () => {
    client = new StdioClient();
    await client.initialize({});
    await client.open(uri, halfFinished);
    await client.pushed(uri, ({ diagnostics }) => missingQuestions(diagnostics).length === 1);
    const settings = { ospoStrategy: { diagnostics: { absent: 'each' } } };
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.pushed(uri, ({ diagnostics }) => missingQuestions(diagnostics).length > 1);
    expect(client.unexpected).toEqual([]);
  });
});
