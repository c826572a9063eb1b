import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CodeAction, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';
import { applyTo, criteriaOf } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';

describe('a client that can do everything', () => {
  let client: StdioClient;
  beforeEach(() => {
    client = new StdioClient(fullOffers);
  });
  afterEach(() => client.stop());

  it('is offered what it can use', async () => {
    const { capabilities, serverInfo } = await client.initialize(fullCapabilities);
    expect(capabilities.diagnosticProvider).toEqual({
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    expect(capabilities.positionEncoding).toBe('utf-16');
    expect(capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.ospoStrategy'],
      resolveProvider: false,
    });
    expect(capabilities.completionProvider?.resolveProvider).toBe(true);
    expect(capabilities.completionProvider?.triggerCharacters).toContain('#');
    expect(capabilities.codeLensProvider).toEqual({ resolveProvider: true });
    expect(capabilities.inlayHintProvider).toBe(true);
    expect(capabilities.hoverProvider).toBe(true);
    expect(capabilities.executeCommandProvider).toBeUndefined();
    expect(serverInfo?.name).toBe('OSPO Strategy');
    expect(serverInfo?.version).toMatch(/^\d+\.\d+\.\d+/);
    await expect.poll(() => client.registered).toEqual(['workspace/didChangeConfiguration']);
  });

  it('pulls the diagnostics of a half-finished strategy', async () => {
    await client.initialize(fullCapabilities, {
      initializationOptions: { rulePages: 'https://example.org/rules' },
    });
    await client.open(uri, halfFinished);
    const diagnostics = await client.diagnostics(uri);

    expect(criteriaOf(diagnostics, 'missing-question')).toContain('question.champions');
    expect(criteriaOf(diagnostics, 'missing-petal')).toContain('petal.ecosystem');
    expect(criteriaOf(diagnostics, 'missing-petal')).not.toContain('petal.legal');
    expect(criteriaOf(diagnostics, 'unwritten-section')).toEqual(['element.qa']);
    const missing = diagnostics.find(({ code }) => code === 'missing-question');
    expect(missing?.source).toBe('OSPO Strategy');
    expect(missing?.range.start.line).toBe(0);
    expect(missing?.codeDescription?.href).toBe('https://example.org/rules/missing-question.md');
    expect(client.published).toEqual([]);
  });

  it('is told that nothing changed, until something does', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const first = await client.pull(uri);
    expect(first.kind).toBe('full');
    expect(await client.pull(uri, first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.change(uri, 2, [{ text: `${halfFinished}\nMore.\n` }]);
    expect((await client.pull(uri, first.resultId)).kind).toBe('full');
  });

  it('is not told "unchanged" of a document that was opened anew', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished, 1);
    const { resultId } = await client.pull(uri);
    await client.close(uri);
    await client.open(uri, '# Open source strategy\n', 1);
    expect((await client.pull(uri, resultId)).kind).toBe('full');
  });

  it('inserts a missing section with tab stops, and the finding goes', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished, 7);
    const [diagnostic] = (await client.diagnostics(uri)).filter(
      ({ code }) => code === 'missing-petal',
    );
    const actions = await client.codeActions(uri, everywhere);
    const insert = actions.find(
      (action): action is CodeAction =>
        CodeAction.is(action) && /^Insert section .*ecosystem/i.test(action.title),
    );
    expect(insert?.kind).toBe('quickfix');
    expect(insert?.diagnostics).toEqual([diagnostic]);
    const [change] = insert?.edit?.documentChanges ?? [];
    if (!TextDocumentEdit.is(change)) throw new Error('It is not a change of a document.');
    expect(change.textDocument).toEqual({ uri, version: 7 });
    expect(change.edits.every((edit) => SnippetTextEdit.is(edit))).toBe(true);

    await client.change(uri, 8, [{ text: applyTo(uri, halfFinished, insert?.edit) }]);
    const after = await client.diagnostics(uri);
    expect(criteriaOf(after, 'missing-petal')).not.toContain('petal.ecosystem');
    expect(criteriaOf(after, 'missing-petal')).toContain('petal.business');
  });

  it('offers to insert all that is missing once, after each section, before the waivers', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const titles = (await client.codeActions(uri, everywhere)).map(({ title }) => title);
    const all = titles.findIndex((title) => title.startsWith('Insert all'));
    const firstWaiver = titles.findIndex((title) => title.startsWith('Not applicable'));
    expect(titles.filter((title) => title.startsWith('Insert all'))).toHaveLength(1);
    expect(titles.slice(0, all).every((title) => title.startsWith('Insert section'))).toBe(true);
    expect(firstWaiver).toBeGreaterThan(all);
    const last = titles.findLastIndex((title) => title.startsWith('Not applicable'));
    expect(titles.slice(last + 1).every((title) => title.startsWith('Ignore '))).toBe(true);
  });

  it('inserts all that is missing, and nothing is missing any more', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const actions = await client.codeActions(uri, everywhere);
    const all = actions.find(({ title }) => title.startsWith('Insert all')) as CodeAction;
    await client.change(uri, 2, [{ text: applyTo(uri, halfFinished, all.edit) }]);
    const rules = (await client.diagnostics(uri)).map(({ code }) => code);
    expect(rules.filter((rule) => String(rule).startsWith('missing-'))).toEqual([]);
    expect(rules).toContain('unwritten-section');
  });

  it('waives a criterion with a reason, and it is not asked for again', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const actions = await client.codeActions(uri, everywhere);
    const waive = actions.find(({ title }) => /^Not applicable.*ecosystem/i.test(title));
    const waived = applyTo(uri, halfFinished, (waive as CodeAction).edit);
    await client.change(uri, 2, [{ text: waived.replace('reason=""', 'reason="another page"') }]);
    const after = await client.diagnostics(uri);
    expect(criteriaOf(after, 'missing-petal')).not.toContain('petal.ecosystem');
  });

  it('gets fixes only where a diagnostic stands, or for one that it names', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const diagnostics = await client.diagnostics(uri);
    const elsewhere = { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } };
    expect(await client.codeActions(uri, elsewhere)).toEqual([]);
    const named = diagnostics.filter(({ code }) => code === 'missing-question');
    const actions = await client.codeActions(uri, elsewhere, { diagnostics: named });
    expect(actions.length).toBeGreaterThan(0);
  });

  it('is told which fix is the obvious one, where there is one', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const many = (await client.codeActions(uri, everywhere)) as CodeAction[];
    expect(many.filter(({ isPreferred }) => isPreferred)).toEqual([]);

    // Everything but one criterion is waived.
    const named = many.filter(({ title }) => title.startsWith('Not applicable'));
    const waivers = named
      .filter(({ title }) => !/ecosystem/i.test(title))
      .map((action) => applyTo(uri, '', action.edit).replace('reason=""', 'reason="elsewhere"'));
    await client.change(uri, 2, [{ text: `${halfFinished}${waivers.join('')}` }]);
    const one = (await client.codeActions(uri, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    })) as CodeAction[];
    expect(one.map(({ isPreferred }) => isPreferred)).toEqual([
      true,
      ...one.slice(1).map(() => undefined),
    ]);
  });

  it('gets only the kinds of code action that it asks for', async () => {
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished);
    const only = (...kinds: string[]) => client.codeActions(uri, everywhere, { only: kinds });
    expect(await only('refactor')).toEqual([]);
    expect(await only('source.fixAll')).toEqual([]);
    expect((await only('refactor', 'quickfix')).length).toBeGreaterThan(0);
  });

  it('keeps the line ends of a document', async () => {
    await client.initialize(fullCapabilities);
    const text = halfFinished.replaceAll('\n', '\r\n');
    await client.open(uri, text);
    for (const action of await client.codeActions(uri, everywhere)) {
      const after = applyTo(uri, text, (action as CodeAction).edit);
      expect(after.replaceAll('\r\n', ''), action.title).not.toMatch(/[\r\n]/);
    }
  });

  it('is not bothered by Markdown of another kind, nor by other languages', async () => {
    await client.initialize(fullCapabilities);
    await client.open('file:///project/cake.md', recipe);
    await client.open('file:///project/strategy.txt', halfFinished, 1, 'plaintext');
    expect(await client.diagnostics('file:///project/cake.md')).toEqual([]);
    expect(await client.diagnostics('file:///project/strategy.txt')).toEqual([]);
    expect(await client.codeActions('file:///project/cake.md', everywhere)).toEqual([]);
  });

  it('can have an untitled document read', async () => {
    await client.initialize(fullCapabilities);
    await client.open('untitled:Untitled-1', halfFinished);
    const diagnostics = await client.diagnostics('untitled:Untitled-1');
    expect(criteriaOf(diagnostics, 'missing-question')).toContain('question.champions');
  });
});
