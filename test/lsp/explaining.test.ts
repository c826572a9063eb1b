import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  Hover,
  InlayHint,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';

const uri = 'file:///project/strategy.md';
const markdownHovers: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: { ...fullCapabilities.textDocument, hover: { contentFormat: ['markdown'] } },
};

describe('what the editor shows of the coverage', () => {
  let client: StdioClient;
  beforeEach(() => {
    client = new StdioClient(fullOffers);
  });
  afterEach(() => client.stop());

  /** What is shown where a text stands in the document. */
  async function hoverAt(text: string, where: string): Promise<MarkupContent | undefined> {
    await client.open(uri, text);
    const before = text.slice(0, text.indexOf(where)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    return hover?.contents as MarkupContent | undefined;
  }

  async function lenses(): Promise<CodeLens[]> {
    const found = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    return Promise.all(found.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
  }

  function hints(): Promise<InlayHint[]> {
    return client.request('textDocument/inlayHint', { textDocument: { uri }, range: everywhere });
  }

  describe('a hover', () => {
    it('says what a section answers, facet by facet, with lines to go to', async () => {
      await client.initialize(markdownHovers);
      const hover = await hoverAt(halfFinished, 'Legal\n');
      expect(hover?.kind).toBe('markdown');
      expect(hover?.value).toContain('**Legal** (petal)');
      expect(hover?.value).toMatch(
        /✓ Stakeholders · \[lines? [\d-]+\]\(file:\/\/\/project\/strategy\.md#L\d+\)/,
      );
      expect(hover?.value).toMatch(/✗ .+ · What would complete it: .+/);
      expect(hover?.value).toMatch(/Source: .+ Read more: \[.+\]\(https:/);
    });

    it('is plain text for an editor that shows no Markdown', async () => {
      await client.initialize(fullCapabilities);
      const hover = await hoverAt(halfFinished, 'Legal\n');
      expect(hover?.kind).toBe('plaintext');
      expect(hover?.value).toContain('✓ Stakeholders · line');
      expect(hover?.value).not.toMatch(/\*\*|\]\(|\\/);
    });

    it('speaks the language of the editor', async () => {
      await client.initialize(markdownHovers, { locale: 'de' });
      const hover = await hoverAt(halfFinished, 'Legal\n');
      expect(hover?.value).toMatch(/\(Blütenblatt\)/);
      expect(hover?.value).toMatch(/\[Zeilen? [\d–]+\]/);
    });

    it.each([
      ['answers', /by its author/],
      ['petal.legal', /\*\*Legal\*\*/],
      ['ignore-file', /not reported in this file/],
      ['thin-answer', /thin/i],
    ])('explains the word "%s" of a directive', async (word, expected) => {
      await client.initialize(markdownHovers);
      const comment =
        '<!-- ospo-strategy: answers petal.legal; ignore-file thin-answer -->\n\n## Legal\n';
      const hover = await hoverAt(halfFinished.replace('## Legal\n', comment), word);
      expect(hover?.value).toMatch(expected);
    });

    it('does not let a document write markup or commands into it', async () => {
      await client.initialize(markdownHovers);
      const waiver =
        '<!-- ospo-strategy: not-applicable petal.ospo reason="[click](command:evil) <b>now</b>" -->\n';
      const hover = await hoverAt(`${halfFinished}\n${waiver}`, 'petal.ospo');
      expect(hover?.value).toContain('\\[click\\]\\(command:evil\\) \\<b\\>now');
    });

    it('is silent in prose and in files that are no strategies', async () => {
      await client.initialize(markdownHovers);
      expect(await hoverAt(halfFinished, 'We build')).toBeUndefined();
      await client.close(uri);
      expect(await hoverAt(recipe, 'Plum cake')).toBeUndefined();
    });
  });

  describe('a code lens', () => {
    it('counts above the title, opens the overview, and says what each section answers', async () => {
      await client.initialize(fullCapabilities, {
        initializationOptions: { overviewCommand: 'ospoStrategy.showOverview' },
      });
      await client.open(uri, halfFinished);
      const [title, ...sections] = await lenses();
      expect(title?.range.start.line).toBe(0);
      expect(title?.command).toEqual({
        title: expect.stringMatching(/^Questions: \d of 7 · petals: \d of 6 · thin: \d$/),
        command: 'ospoStrategy.showOverview',
        arguments: [uri],
      });
      expect(sections.map(({ command }) => command?.title)).toContainEqual(
        expect.stringMatching(/^Legal: (thin|answered)/),
      );
    });

    it('is text alone where the editor has no overview', async () => {
      await client.initialize(fullCapabilities);
      await client.open(uri, halfFinished);
      const [title] = await lenses();
      expect(title?.command?.command).toBe('');
      expect(title?.command?.title).toMatch(/^Questions/);
    });

    it('goes when it is switched off, and the editor is asked to look again', async () => {
      await client.initialize(fullCapabilities);
      await client.open(uri, halfFinished);
      expect(await lenses()).not.toEqual([]);
      client.settings = { codeLens: { enabled: false } };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      expect(await lenses()).toEqual([]);
      await expect.poll(() => client.shownAnew).toContain('workspace/codeLens/refresh');
    });

    it('does not stand in files that are no strategies', async () => {
      await client.initialize(fullCapabilities);
      await client.open(uri, recipe);
      expect(await lenses()).toEqual([]);
    });
  });

  describe('an inlay hint', () => {
    it('is off until it is switched on', async () => {
      await client.initialize(fullCapabilities);
      await client.open(uri, halfFinished);
      expect(await hints()).toEqual([]);
      client.settings = { inlayHints: { enabled: true } };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      expect(await hints()).not.toEqual([]);
      await expect.poll(() => client.shownAnew).toContain('workspace/inlayHint/refresh');
    });

    it('names the petal or question behind a heading', async () => {
      client.settings = { inlayHints: { enabled: true } };
      await client.initialize(fullCapabilities);
      await client.open(uri, halfFinished);
      const labels = (await hints()).map(({ label, position }) => [position, label]);
      const line = halfFinished.split('\n').indexOf('## Legal');
      expect(labels).toContainEqual([{ line, character: '## Legal'.length }, 'petal: Legal']);
    });
  });

  it('asks nothing of an editor that offers nothing', async () => {
    await client.stop();
    client = new StdioClient();
    const { capabilities } = await client.initialize({});
    expect(capabilities.codeLensProvider).toBeUndefined();
    expect(capabilities.inlayHintProvider).toBeUndefined();
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.open(uri, halfFinished);
    await client.request('ospoStrategy/documentStatus', { uri });
    expect(client.unexpected).toEqual([]);
  });
});
