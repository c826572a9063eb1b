import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentMaturity, DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { everywhere, StdioClient } from './stdioClient.ts';

const index = '# Open source strategy of Harbour Tramways\n\nThe rules: [policy](policy.md).\n';
const policy = `# Policy

## Compliance

We accept MIT and Apache-2.0; GPL components need a review by the legal team within five working days.
Every build produces an SBOM in SPDX format, and the release manager blocks a release while a licence is
unknown. The security officer patches critical vulnerabilities within 72 hours.
`;

describe('a strategy of several files', () => {
  let client: StdioClient;
  let folder = '';
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const changed = (path: string, type: 1 | 2 | 3) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type }] });
  const status = (path: string): Promise<DocumentStatus> =>
    client.request('ospoStrategy/documentStatus', { uri: uri(path) });
  const compliance = async (): Promise<DocumentStatus['criteria'][number] | undefined> =>
    (await status('index.md')).criteria.find(({ id }) => id === 'element.compliance');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ospo-strategy-set-'));
    writeFileSync(join(folder, 'index.md'), index);
    writeFileSync(join(folder, 'policy.md'), policy);
    client = new StdioClient(fullOffers);
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'set' }];
    const capabilities = {
      ...fullCapabilities,
      workspace: {
        ...fullCapabilities.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
        fileOperations: { didRename: true },
      },
    };
    const result = await client.initialize(capabilities, { workspaceFolders });
    expect(result.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    await client.open(uri('index.md'), index);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is shown by its index, with evidence in the other file', async () => {
    const found = await status('index.md');
    expect(found.parts).toEqual([{ path: 'policy.md', uri: uri('policy.md') }]);
    const { level, evidence } = (await compliance()) ?? {};
    expect(level).toBe('answered');
    expect(evidence).toContainEqual({
      startLine: 4,
      endLine: 6,
      path: 'policy.md',
      uri: uri('policy.md'),
    });
  });

  it('is told in a part by the name of its index, and nothing is missing there', async () => {
    await client.open(uri('policy.md'), policy);
    const found = await status('policy.md');
    expect(found.partOf).toEqual({ path: 'index.md', uri: uri('index.md') });
    expect(found.reason).toMatch(/part of index\.md/);
    const rules = (await client.diagnostics(uri('policy.md'))).map(({ code }) => String(code));
    expect(rules.filter((rule) => rule.startsWith('missing-'))).toEqual([]);
  });

  it('takes what the editor shows before what is on disk, and says so to the index', async () => {
    expect((await compliance())?.level).toBe('answered');
    await client.open(uri('policy.md'), policy);
    const before = client.refreshes;
    await client.change(uri('policy.md'), 2, [{ text: '# Policy\n\nNothing yet.\n' }]);
    await vi.waitFor(() => expect(client.refreshes).toBeGreaterThan(before));
    expect((await compliance())?.level).toBe('absent');
  });

  it('stays true when a file moves: the link is told, mended, and all is as before', async () => {
    expect((await compliance())?.level).toBe('answered');
    mkdirSync(join(folder, 'rules'));
    renameSync(join(folder, 'policy.md'), join(folder, 'rules/policy.md'));
    await changed('policy.md', 3);
    await vi.waitFor(async () => expect((await compliance())?.level).toBe('absent'));
    const diagnostics = await client.diagnostics(uri('index.md'));
    const lost = diagnostics.find(({ code }) => code === 'missing-part');
    expect(lost?.range.start).toEqual({ line: 2, character: 11 });
    const actions = await client.codeActions(uri('index.md'), lost?.range ?? everywhere, {
      diagnostics: lost === undefined ? [] : [lost],
    });
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Link to "rules/policy.md"', 'Remove the link, keep its text']),
    );
    const text = index.replace('(policy.md)', '(rules/policy.md)');
    await client.change(uri('index.md'), 2, [{ text }]);
    expect((await compliance())?.level).toBe('answered');
    const mended = await client.diagnostics(uri('index.md'));
    expect(mended.filter(({ code }) => code === 'missing-part')).toEqual([]);
  });

  it('is judged anew when its folder is renamed in the editor', async () => {
    expect((await compliance())?.level).toBe('answered');
    const before = client.refreshes;
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uri('old'), newUri: uri('new') }],
    });
    await vi.waitFor(() => expect(client.refreshes).toBeGreaterThan(before));
  });

  it('becomes one with the edit that makes its index a strategy', async () => {
    const notes = '# Notes\n\nThe rules: [policy](policy.md).\n';
    await client.change(uri('index.md'), 2, [{ text: notes }]);
    expect((await status('index.md')).analysed).toBe(false);
    await client.change(uri('index.md'), 3, [{ text: index }]);
    expect((await status('index.md')).parts).toHaveLength(1);
  });
});

describe('what a document shows of the maturity models', () => {
  const uri = 'file:///project/strategy.md';
  const text = '# Open source strategy\n\nEvery build keeps an SBOM up to date for its product.\n';
  let client: StdioClient;
  beforeEach(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities);
  });
  afterEach(() => client.stop());
  const maturity = (): Promise<DocumentMaturity | null> =>
    client.request('ospoStrategy/maturity', { uri });

  it('is told by item, with the lines that support it', async () => {
    await client.open(uri, text);
    const { models, capabilities } = (await maturity()) ?? {};
    expect(models?.map(({ id }) => id)).toEqual(['organisation', 'ospo']);
    const items = capabilities?.flatMap((capability) => capability.items) ?? [];
    const inventory = items.find(({ id }) => id === 'organisation.usage.inventory');
    expect(inventory?.evidence).toEqual([{ startLine: 2, endLine: 2 }]);
  });

  it('is not looked for where it is switched off, nor in what is not open', async () => {
    expect(await maturity()).toBeNull();
    client.settings = { maturity: { enabled: false } };
    await client.open(uri, text);
    expect(await maturity()).toEqual({ models: [], capabilities: [] });
  });
});

describe('a strategy of several files in a virtual workspace', () => {
  const root = 'vscode-vfs://github/harbour/tramways';
  const files: { readonly [path: string]: string } = { 'index.md': index, 'policy.md': policy };

  it('is read and listed through the client', async () => {
    const client = new StdioClient(fullOffers);
    client.connection.onRequest('ospoStrategy/readFile', ({ uri }: { uri: string }) => {
      const text = files[uri.slice(root.length + 1)];
      return text === undefined ? null : { text };
    });
    client.connection.onRequest('ospoStrategy/listFiles', () => ({
      uris: Object.keys(files).map((path) => `${root}/${path}`),
    }));
    await client.initialize(fullCapabilities, {
      initializationOptions: { readsFiles: true },
      workspaceFolders: [{ uri: root, name: 'tramways' }],
    });
    await client.open(`${root}/index.md`, index);
    await client.open(`${root}/policy.md`, policy);
    const status = (path: string): Promise<DocumentStatus> =>
      client.request('ospoStrategy/documentStatus', { uri: `${root}/${path}` });
    expect((await status('index.md')).parts).toEqual([
      { path: 'policy.md', uri: `${root}/policy.md` },
    ]);
    expect((await status('policy.md')).partOf?.path).toBe('index.md');
    await client.close(`${root}/policy.md`);
    expect((await status('index.md')).parts).toHaveLength(1);
    await client.stop();
  });
});
