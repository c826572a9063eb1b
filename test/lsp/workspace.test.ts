import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type SymbolInformation,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import {
  type AnalyseWorkspaceParams,
  analyseWorkspaceRequest,
  type WorkspaceAnalysis,
} from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

describe('a workspace', () => {
  let client: StdioClient;
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ospo workspace-'));
    mkdirSync(join(folder, 'docs'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'docs', 'strategy.md'), halfFinished);
    writeFileSync(join(folder, 'cake.md'), recipe);
    writeFileSync(join(folder, 'node_modules', 'strategy.md'), halfFinished);
    client = new StdioClient(fullOffers);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (...names: string[]) => pathToFileURL(join(folder, ...names)).href;

  function start(locale = 'en') {
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'work' }];
    return client.initialize(fullCapabilities, { workspaceFolders, locale });
  }

  function analyse(params: AnalyseWorkspaceParams = {}): Promise<WorkspaceAnalysis> {
    return client.request(analyseWorkspaceRequest, params);
  }

  function symbols(query: string): Promise<SymbolInformation[]> {
    return client.request('workspace/symbol', { query });
  }

  it('is analysed on demand: each Markdown file with what it is, strategies with their levels', async () => {
    await start();
    const { documents } = await analyse();
    const byUri = new Map(documents.map((document) => [document.uri, document]));
    expect([...byUri.keys()].toSorted()).toEqual(
      [uriOf('cake.md'), uriOf('docs', 'strategy.md')].toSorted(),
    );
    expect(byUri.get(uriOf('cake.md'))).toMatchObject({ isStrategy: false });
    expect(byUri.get(uriOf('cake.md'))?.levels).toBeUndefined();
    const strategy = byUri.get(uriOf('docs', 'strategy.md'));
    expect(strategy).toMatchObject({ isStrategy: true, levels: { 'petal.ecosystem': 'absent' } });
  });

  it('is analysed in part where the client names folders or files', async () => {
    await start();
    const inFolder = await analyse({ folders: [uriOf('docs')] });
    expect(inFolder.documents.map(({ uri }) => uri)).toEqual([uriOf('docs', 'strategy.md')]);
    const files = await analyse({ files: [uriOf('cake.md'), uriOf('gone.md'), uriOf('a.txt')] });
    expect(files.documents.map(({ uri }) => uri)).toEqual([uriOf('cake.md')]);
  });

  it('is read as it stands in the editor where a file is open', async () => {
    await start();
    await client.open(uriOf('cake.md'), halfFinished.replace('# ', '# Our '));
    const { documents } = await analyse();
    const open = documents.find(({ uri }) => uri === uriOf('cake.md'));
    expect(open?.isStrategy).toBe(true);
  });

  it('tells how far the analysis has come, to a client that asks', async () => {
    await start('de');
    const told: Progress[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'token', (value) => {
      told.push(value);
    });
    await analyse({ workDoneToken: 'token' });
    expect(told[0]).toMatchObject({
      kind: 'begin',
      cancellable: true,
      title: 'Die Markdown-Dateien des Arbeitsbereichs werden analysiert',
    });
    expect(told.some(({ kind }) => kind === 'report')).toBe(true);
    expect(told.at(-1)).toEqual({ kind: 'end' });
  });

  it('can be left half analysed, and the server answers others meanwhile', async () => {
    for (let index = 0; index < 300; index++) {
      writeFileSync(join(folder, 'docs', `strategy-${index}.md`), halfFinished);
    }
    await start();
    const source = new CancellationTokenSource();
    const told: Progress[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 7, (value) => {
      told.push(value);
    });
    const analysis = client.connection.sendRequest(
      analyseWorkspaceRequest,
      { workDoneToken: 7 },
      source.token,
    );
    let isOver = false;
    const over = analysis.then(
      () => 'done',
      (error: { code: number }) => error.code,
    );
    void over.then(() => {
      isOver = true;
    });
    await client.open('file:///other/strategy.md', halfFinished);
    expect(await client.diagnostics('file:///other/strategy.md')).not.toEqual([]);
    expect(isOver).toBe(false);
    source.cancel();
    expect(await over).toBe(-32800);
    expect(told.at(-1)).toEqual({ kind: 'end' });
  });

  it('finds petals and questions of open strategies, by title, heading or id', async () => {
    await start();
    await client.open(uriOf('docs', 'strategy.md'), halfFinished);
    const [legal] = await symbols('petal.legal');
    expect(legal?.name).toMatch(/^Legal \(petal, (thin|answered)\)$/);
    expect(legal?.containerName).toMatch(/^Open source strategy of Example Cooperative › Legal$/);
    expect(legal?.location).toMatchObject({
      uri: uriOf('docs', 'strategy.md'),
      range: { start: { line: halfFinished.split('\n').indexOf('## Legal') } },
    });
    expect((await symbols('Which open source')).map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/^Technology/),
    );
    expect(await symbols('petal.ecosystem')).toEqual([]);
  });

  it('finds those of files that are not open once the workspace was analysed', async () => {
    await start();
    expect(await symbols('legal')).toEqual([]);
    await analyse();
    const found = await symbols('legal');
    expect(found.map(({ location }) => location.uri)).toContain(uriOf('docs', 'strategy.md'));
    rmSync(join(folder, 'docs', 'strategy.md'));
    await analyse();
    expect(await symbols('legal')).toEqual([]);
  });
});
