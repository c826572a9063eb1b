import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ChecklistState,
  DocumentStatus,
  SectionInsertion,
  TickResult,
} from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';
import { withoutTabStops } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';

describe('the requests of our own', () => {
  let client: StdioClient;
  beforeEach(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities, { initializationOptions: { notifyStatus: true } });
  });
  afterEach(() => client.stop());

  function status(document: string): Promise<DocumentStatus> {
    return client.request('ospoStrategy/documentStatus', { uri: document });
  }

  function notifiedStatus(document: string): DocumentStatus | undefined {
    return client.statuses.findLast((params) => params.uri === document);
  }

  function checklist(text: string | null): Promise<ChecklistState> {
    return client.request('ospoStrategy/checklist', { text });
  }

  async function tick(text: string | null, item: string, ticked: boolean): Promise<string> {
    const { edits } = await client.request<TickResult>('ospoStrategy/tick', { text, item, ticked });
    return TextDocument.applyEdits(
      TextDocument.create('', 'markdown', 0, text ?? ''),
      edits.map(({ start, end, newText }) => ({ range: { start, end }, newText })),
    );
  }

  it('tell what was found, with the lines that show it', async () => {
    await client.open(uri, halfFinished, 4);
    const found = await status(uri);
    expect(found).toMatchObject({ uri, version: 4, analysed: true, problems: [] });
    expect(found.criteria).toHaveLength(24);
    const technology = found.criteria.find(({ id }) => id === 'question.technology');
    expect(technology?.kind).toBe('question');
    expect(technology?.level).not.toBe('absent');
    const lines = technology?.evidence.map(({ startLine, endLine }) => [startLine, endLine]);
    expect(lines).toContainEqual([4, 6]);
    const champions = found.criteria.find(({ id }) => id === 'question.champions');
    expect(champions).toMatchObject({ level: 'absent', evidence: [] });
    expect(champions?.missing.length).toBeGreaterThan(0);
  });

  it('tell why a document is not analysed', async () => {
    await client.open('untitled:cake', recipe);
    await client.open('file:///notes.txt', recipe, 1, 'plaintext');
    const cake = await status('untitled:cake');
    expect(cake).toMatchObject({ analysed: false, criteria: [], version: 1 });
    expect(cake.reason).toMatch(/\.$/);
    expect(await status('file:///notes.txt')).toMatchObject({
      analysed: false,
      reason: 'It is not Markdown.',
    });
    expect(await status('file:///closed.md')).toMatchObject({
      analysed: false,
      version: null,
      reason: 'It is not open.',
    });
  });

  it('tell that a setting decides', async () => {
    client.settings = { analyse: 'none' };
    await client.open(uri, halfFinished);
    const reason = 'The setting ospoStrategy.analyse is "none".';
    expect(await status(uri)).toMatchObject({ analysed: false, criteria: [], reason });
    client.settings = { analyse: 'all' };
    await client.open('untitled:cake', recipe);
    const cake = await status('untitled:cake');
    expect(cake.analysed).toBe(true);
    expect(cake.reason).toMatch(/^The setting ospoStrategy\.analyse is "all"\. ./);
  });

  it('send the status after each edit to a client that wants it', async () => {
    await client.open(uri, halfFinished, 1);
    await expect.poll(() => notifiedStatus(uri)?.version, { timeout: 5000 }).toBe(1);
    await client.change(uri, 2, [{ text: `${halfFinished}\nMore.\n` }]);
    await expect.poll(() => notifiedStatus(uri)?.version, { timeout: 5000 }).toBe(2);
    expect(notifiedStatus(uri)).toEqual(await status(uri));
  });

  it('send it after a change of settings too', async () => {
    await client.open(uri, halfFinished);
    await expect.poll(() => notifiedStatus(uri)?.analysed, { timeout: 5000 }).toBe(true);
    client.settings = { analyse: 'none' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(() => notifiedStatus(uri)?.analysed, { timeout: 5000 }).toBe(false);
  });

  it('analyse a document that detection left out, until it is closed', async () => {
    await client.open('untitled:cake', recipe);
    expect(await client.diagnostics('untitled:cake')).toEqual([]);
    await client.request('ospoStrategy/analyseAnyway', { uri: 'untitled:cake' });
    await expect.poll(() => client.refreshes).toBe(1);
    expect((await client.diagnostics('untitled:cake')).length).toBeGreaterThan(0);
    const cake = await status('untitled:cake');
    expect(cake.analysed).toBe(true);
    expect(cake.reason).toMatch(/^You asked for its analysis\. ./);
    await client.close('untitled:cake');
    await client.open('untitled:cake', recipe);
    expect(await client.diagnostics('untitled:cake')).toEqual([]);
  });

  it('give the section of a criterion and its place', async () => {
    await client.open(uri, halfFinished);
    const section = await client.request<SectionInsertion>('ospoStrategy/section', {
      uri,
      criterion: 'petal.ecosystem',
    });
    const lines = halfFinished.split('\n').length;
    expect(section.position.line).toBeLessThanOrEqual(lines);
    expect(section.plainText).toContain('## ');
    expect(section.snippet).toMatch(/\$\{1:/);
    expect(withoutTabStops(section.snippet)).toBe(section.plainText);
    const closed = { uri: 'file:///closed.md', criterion: 'petal.ecosystem' };
    expect(await client.request('ospoStrategy/section', closed)).toBeNull();
  });

  it('tick an item of the checklist, and untick it again', async () => {
    const { models } = await checklist(null);
    expect(models.map(({ id }) => id).sort()).toEqual(['organisation', 'ospo']);
    const item = models[0]?.stages[0]?.items[0];
    if (item === undefined) throw new Error('There is no item.');

    const created = await tick(null, item.id, true);
    const line = created.split('\n').findIndex((one) => one.includes('[x]'));
    const ticked = (await checklist(created)).models[0]?.stages[0]?.items[0];
    expect(ticked).toMatchObject({ id: item.id, ticked: true, line });

    const windows = created.replaceAll('\n', '\r\n');
    const unticked = await tick(windows, item.id, false);
    expect(unticked).toBe(windows.replace('[x]', '[ ]'));
    expect((await checklist(unticked)).problems).toEqual([]);
  });
});
