import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';
import { withoutTabStops } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';
const title = '# Open source strategy of Example Cooperative';

/** Without snippets and Markdown, as small editors are. */
const plainCapabilities: ClientCapabilities = { textDocument: { completion: {}, hover: {} } };

const richCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
  },
};

describe('completion', () => {
  let client: StdioClient;
  beforeEach(() => {
    client = new StdioClient(fullOffers);
  });
  afterEach(() => client.stop());

  /** Opens a text with `|>` where the cursor is, and asks what can be written there. */
  async function completeAt(
    marked: string,
    capabilities = richCapabilities,
  ): Promise<{ items: CompletionItem[]; document: TextDocument }> {
    const offset = marked.indexOf('|>');
    const document = TextDocument.create(uri, 'markdown', 1, marked.replace('|>', ''));
    await client.initialize(capabilities);
    await client.open(uri, document.getText());
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: document.positionAt(offset),
    });
    return { items, document };
  }

  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

  function accept(document: TextDocument, item: CompletionItem | undefined): string {
    if (item?.textEdit === undefined) throw new Error('It is not offered.');
    const { range, newText } = item.textEdit as TextEdit;
    return TextDocument.applyEdits(document, [{ range, newText: withoutTabStops(newText) }]);
  }

  it('offers the missing sections at a heading, the kind of its neighbours first', async () => {
    const { items } = await completeAt(
      `${title}\n\n## Legal matters\n\nThe legal department reviews licences within five days.\n\n## |>\n`,
    );
    expect(items[0]?.detail).toBe('Business (petal)');
    expect((items[0]?.textEdit as TextEdit | undefined)?.range).toEqual({
      start: { line: 6, character: 0 },
      end: { line: 6, character: 3 },
    });
    const kinds = items.map(({ detail }) => /\((.*)\)/.exec(detail ?? '')?.[1]);
    expect(kinds.slice(0, 5)).toEqual(Array(5).fill('petal'));
    expect(kinds).toContain('guiding question');
    expect(labels(items)).not.toContain('Legal matters');
  });

  it('writes the section at the level and with the line ends of the document', async () => {
    const { items, document } = await completeAt(`${title}\r\n\r\n### Tech|>\r\n`);
    const item = items.find(({ data }) => data.criterion === 'question.technology');
    expect(item?.filterText).toMatch(/^### Tech/);
    expect(item?.insertTextFormat).toBe(2);
    const text = accept(document, item);
    expect(text).toMatch(/^### Technologies that matter now and next\r\n\r\n- \*\*/m);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).not.toContain('### Tech\r\n');
  });

  it('writes the heading alone where something stands below it', async () => {
    const { items, document } = await completeAt(`${title}\n\n## Ec|>\n\nMore soon.\n`);
    const item = items.find(({ data }) => data.criterion === 'petal.ecosystem');
    expect(accept(document, item)).toBe(`${title}\n\n## Open source ecosystem\n\nMore soon.\n`);
  });

  it('writes plain text for an editor without snippets', async () => {
    const { items } = await completeAt(`${title}\n\n## |>\n`, plainCapabilities);
    expect(items[0]?.insertTextFormat).toBe(1);
    expect(items[0]?.textEdit?.newText).not.toMatch(/\$\{/);
    const resolved = await client.request<CompletionItem>('completionItem/resolve', items[0]);
    expect(typeof resolved.documentation).toBe('string');
    expect(resolved.documentation).not.toMatch(/\*\*What|```|\\/);
  });

  it('shows the guidance and what is inserted when an item is looked at', async () => {
    const { items } = await completeAt(`${title}\n\n## |>\n`);
    expect(items.every(({ documentation }) => documentation === undefined)).toBe(true);
    const resolved = await client.request<CompletionItem>('completionItem/resolve', items[0]);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown' });
    const { value } = resolved.documentation as { value: string };
    expect(value).toContain(`## ${items[0]?.label}`);
  });

  it.each([
    ['<!-- ospo|> -->', ['ospo-strategy:']],
    ['<!-- ospo-strategy: |> -->', ['answers', 'not-applicable', 'ignore-next', 'ignore-file']],
  ])('offers the directives: %s', async (line, expected) => {
    const { items } = await completeAt(`${title}\n\n${line}\n`);
    expect(labels(items)).toEqual(expected);
  });

  it('closes a comment that is still open', async () => {
    const { items, document } = await completeAt(`${title}\n\n<!-- ospo|>\n`);
    expect(accept(document, items[0])).toBe(`${title}\n\n<!-- ospo-strategy:  -->\n`);
  });

  it('offers ids with their titles behind a directive, those in question first', async () => {
    const { items } = await completeAt(
      halfFinished.replace(
        '## Legal',
        '<!-- ospo-strategy: not-applicable petal.|> -->\n\n## Legal',
      ),
    );
    const levels = labels(items);
    expect(levels).toContain('petal.ecosystem');
    expect(levels.indexOf('petal.ecosystem')).toBeLessThan(levels.indexOf('question.technology'));
    expect(items.find(({ label }) => label === 'petal.ecosystem')?.detail).toMatch(
      /^\w.* \(petal\)$/,
    );
  });

  it('offers a reason and a day behind the id of a waiver, and nothing inside the reason', async () => {
    const { items } = await completeAt(
      `${title}\n\n<!-- ospo-strategy: not-applicable petal.legal |> -->\n`,
    );
    expect(labels(items).slice(0, 2)).toEqual(['reason=', 'until=']);
    await client.stop();
    client = new StdioClient(fullOffers);
    const inside = await completeAt(
      `${title}\n\n<!-- ospo-strategy: not-applicable petal.legal reason="we |> -->\n`,
    );
    expect(inside.items).toEqual([]);
  });

  it('offers rules behind a directive that ignores', async () => {
    const { items } = await completeAt(`${title}\n\n<!-- ospo-strategy: ignore-next |> -->\n`);
    expect(labels(items)).toContain('thin-answer');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', items[0]);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown' });
  });

  it.each([
    ['---\nospo|>\n---\n\n# Plums\n', ['ospo-strategy']],
    ['---\r\nospo-strategy: |>\r\n---\r\n\r\n# Plums\r\n', ['true', 'false']],
    ['---\nospo-strategy:\n  |>\n---\n', ['analyse', 'answers', 'not-applicable', 'ignore']],
    ['---\nospo-strategy:\n  analyse: |>\n---\n', ['true', 'false']],
  ])('offers keys and values in the front matter of any file: %j', async (text, expected) => {
    const { items } = await completeAt(text);
    expect(labels(items)).toEqual(expected);
  });

  it('offers the petals that a list of petals lacks, written like its neighbours', async () => {
    const { items, document } = await completeAt(
      `${title}\n\n## The flower\n\n- **Legal:** counsel\n- **Management:** the board\n- |>\n`,
    );
    expect(items.map(({ data }) => data.criterion)).toEqual(
      expect.arrayContaining(['petal.business', 'petal.ospo']),
    );
    expect(items.map(({ data }) => data.criterion)).not.toContain('petal.legal');
    expect(items.every(({ data }) => data.criterion.startsWith('petal.'))).toBe(true);
    const business = items.find(({ data }) => data.criterion === 'petal.business');
    expect(accept(document, business)).toContain('\n- **Business:** \n');
  });

  it('offers the petals that a table lacks, with a cell for each column', async () => {
    const { items, document } = await completeAt(
      `${title}\n\n| Petal | Who | How |\n| --- | --- | --- |\n| Legal | counsel | chat |\n| Management | board | report |\n| |>\n`,
    );
    const business = items.find(({ data }) => data.criterion === 'petal.business');
    expect(accept(document, business)).toMatch(/\n\| Business \|\s+\|\s+\|\n$/);
  });

  it.each([
    ['in prose', `${title}\n\nWe build on Kubernetes and |>\n`],
    ['in the title', '# |>\n\n## Open source strategy\n'],
    ['in code', `${title}\n\n\`\`\`sh\n# |>\n\`\`\`\n`],
    ['in a list of anything', `${title}\n\n- eggs\n- sugar\n- |>\n`],
    ['in a comment for others', `${title}\n\n<!-- TODO |> -->\n`],
    ['in a file that is no strategy', `${recipe}\n## |>\n`],
    ['in the front matter’s other keys', '---\ntitle: |>\n---\n'],
  ])('is silent %s', async (_where, text) => {
    expect((await completeAt(text)).items).toEqual([]);
  });
});
