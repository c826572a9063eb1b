import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
} from 'vscode-languageserver-protocol/node';
import type {
  ChecklistState,
  DocumentStatus,
  EffectiveConfiguration,
  SectionInsertion,
} from '../../server/src/lsp/protocol.ts';
import { splitPetal } from '../splitPetal.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';
import { applyTo } from './workspaceEdit.ts';

describe('a configuration file', () => {
  let client: StdioClient;
  let folder = '';
  let strategy = '';
  let configuration = '';

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ospo strategy-'));
    mkdirSync(join(folder, 'docs'));
    strategy = pathToFileURL(join(folder, 'docs', 'strategy.md')).href;
    configuration = pathToFileURL(join(folder, '.ospo-strategy.yaml')).href;
    client = new StdioClient(fullOffers);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(watches = true): Promise<void> {
    const { workspace } = fullCapabilities;
    const didChangeWatchedFiles = { dynamicRegistration: watches };
    await client.initialize(
      { ...fullCapabilities, workspace: { ...workspace, didChangeWatchedFiles } },
      { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'work' }] },
    );
  }

  async function write(text: string, isTold = true): Promise<void> {
    writeFileSync(join(folder, '.ospo-strategy.yaml'), text);
    const changes = [{ uri: configuration, type: 2 }];
    if (isTold) await client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  function status(): Promise<DocumentStatus> {
    return client.request('ospoStrategy/documentStatus', { uri: strategy });
  }

  async function petals(): Promise<string[]> {
    const { criteria } = await status();
    return criteria.filter(({ kind }) => kind === 'petal').map(({ title }) => title);
  }

  function told(): Diagnostic[] {
    return client.published.findLast(({ uri }) => uri === configuration)?.diagnostics ?? [];
  }

  it('splits and renames: coverage, sections and the checklist follow', async () => {
    await write(`${splitPetal}maturity:\n  ospo: false\n`, false);
    await start();
    await client.open(strategy, halfFinished);
    expect(await petals()).toEqual(
      expect.arrayContaining(['Licensing', 'Export control', 'Lines of business']),
    );
    expect(await petals()).not.toContain('Legal');
    const section = await client.request<SectionInsertion>('ospoStrategy/section', {
      uri: strategy,
      criterion: 'petal.export-control',
    });
    expect(section.plainText).toContain('## Export control');
    const params = { text: null, uri: strategy };
    const checklist = await client.request<ChecklistState>('ospoStrategy/checklist', params);
    expect(checklist.models.map(({ id }) => id)).toEqual(['organisation']);
    const all = await client.request<ChecklistState>('ospoStrategy/checklist', { text: null });
    expect(all.models.map(({ id }) => id)).toEqual(['organisation', 'ospo']);
  });

  it('is followed when it changes on disk, comes and goes', async () => {
    await start();
    await expect.poll(() => client.registered).toContain('workspace/didChangeWatchedFiles');
    await client.open(strategy, halfFinished);
    expect(await petals()).toContain('Legal');
    const before = await client.pull(strategy);
    await write(splitPetal);
    await expect.poll(() => client.refreshes).toBeGreaterThan(0);
    expect(await petals()).toContain('Export control');
    expect((await client.pull(strategy, before.resultId)).kind).toBe('full');
    rmSync(join(folder, '.ospo-strategy.yaml'));
    const changes = [{ uri: configuration, type: 3 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await expect.poll(petals).toContain('Legal');
  });

  it('that is broken is told at the line; the last good one stays in force, and the status says so', async () => {
    await write(splitPetal, false);
    await start();
    await client.open(strategy, halfFinished);
    expect(await petals()).toContain('Export control');
    await write(`${splitPetal}languages: en\n`);
    await expect.poll(() => told().map(({ range }) => range.start.line)).toEqual([11]);
    expect(told()[0]?.message).toContain('"languages" takes a list');
    expect(await petals()).toContain('Export control');
    expect((await status()).problems.join()).toContain(
      '.ospo-strategy.yaml has an error in line 12, so the last good one stays in force',
    );
    await write(splitPetal);
    await expect.poll(told).toEqual([]);
    expect((await status()).problems).toEqual([]);
  });

  it('is followed as it is typed, before it is saved', async () => {
    await write(splitPetal, false);
    await start();
    await client.open(strategy, halfFinished);
    await client.open(configuration, splitPetal, 1, 'yaml');
    await client.change(configuration, 2, [
      { text: splitPetal.replace('title: Licensing', 'title: Rights') },
    ]);
    await expect.poll(petals, { timeout: 5000 }).toContain('Rights');
    await client.close(configuration);
    await expect.poll(petals, { timeout: 5000 }).toContain('Licensing');
  });

  it('that is deleted is gone, even while an editor keeps its text', async () => {
    await write(splitPetal, false);
    await start();
    await client.open(strategy, halfFinished);
    await client.open(configuration, splitPetal, 1, 'yaml');
    expect(await petals()).toContain('Licensing');
    rmSync(join(folder, '.ospo-strategy.yaml'));
    const changes = [{ uri: configuration, type: 3 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await expect.poll(petals).toContain('Legal');
    await client.change(configuration, 2, [{ text: splitPetal }]);
    await expect.poll(petals, { timeout: 5000 }).toContain('Licensing');
  });

  it('is read again after a while where the client watches no files', async () => {
    await start(false);
    await client.open(strategy, halfFinished);
    expect(await petals()).toContain('Legal');
    await write(splitPetal, false);
    await expect.poll(petals, { timeout: 8000, interval: 300 }).toContain('Export control');
    expect(client.unexpected).toEqual([]);
  });

  it('says which files are strategies, how severe findings are, and which are not shown', async () => {
    await write(
      'documents:\n  include: [docs/cake.md]\nseverities:\n  missing-petal: error\n  missing-question: off\n',
      false,
    );
    await start();
    const cake = strategy.replace('strategy.md', 'cake.md');
    await client.open(cake, recipe);
    const rules = (await client.diagnostics(cake)).map(
      ({ code, severity }) => `${code} ${severity}`,
    );
    expect(rules).toContain('missing-petal 1');
    expect(rules.some((rule) => rule.startsWith('missing-question'))).toBe(false);
    const { reason } = await client.request<DocumentStatus>('ospoStrategy/documentStatus', {
      uri: cake,
    });
    expect(reason).toBe('.ospo-strategy.yaml includes it (documents.include: docs/cake.md).');
  });

  it('is completed and explained, and a slip has a quick fix', async () => {
    const text = 'severitys:\n  thin-answer: off\n\n';
    await write(text, false);
    await start();
    await client.open(configuration, text, 1, 'yaml');
    const textDocument = { uri: configuration };
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 0 },
    });
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['petals', 'severities']),
    );
    const [fix] = (await client.codeActions(configuration, everywhere)) as CodeAction[];
    expect(fix?.title).toBe('Replace by "severities"');
    const fixed = applyTo(configuration, text, fix?.edit);
    expect(fixed).toBe(text.replace('severitys', 'severities'));
    await client.change(configuration, 2, [{ text: fixed }]);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 1, character: 4 },
    });
    expect(JSON.stringify(hover.contents)).toContain('An answer is thin');
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: strategy },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  it('can be asked for what it comes to', async () => {
    await write(splitPetal, false);
    await start();
    await client.open(strategy, halfFinished);
    const found = await client.request<EffectiveConfiguration>(
      'ospoStrategy/effectiveConfiguration',
      {
        uri: strategy,
      },
    );
    expect(found.sources).toEqual([configuration]);
    expect(found.text).toContain(
      '- id: petal.export-control # .ospo-strategy.yaml, split off from petal.legal',
    );
  });

  it('of a virtual workspace is read through the client', async () => {
    const asked: string[] = [];
    client.connection.onRequest('ospoStrategy/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri === 'vfs://host/repo/.ospo-strategy.yml' ? { text: splitPetal } : null;
    });
    await client.initialize(fullCapabilities, {
      initializationOptions: { readsFiles: true },
      workspaceFolders: [{ uri: 'vfs://host/repo', name: 'repo' }],
    });
    strategy = 'vfs://host/repo/docs/strategy.md';
    await client.open(strategy, halfFinished);
    expect(await petals()).toContain('Export control');
    expect(asked[0]).toBe('vfs://host/repo/docs/.ospo-strategy.yaml');
    expect(asked.every((uri) => uri.startsWith('vfs://host/repo/'))).toBe(true);
  });
});
