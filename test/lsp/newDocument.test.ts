import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  DocumentStatus,
  NewDocumentChoices,
  NewDocumentResult,
  TickResult,
} from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';
import { withoutTabStops } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';

describe('the requests for a new document', () => {
  let client: StdioClient;
  beforeEach(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities, { locale: 'zh-cn' });
  });
  afterEach(() => client.stop());

  it('tell what there is to choose from, in the interface language', async () => {
    const choices = await client.request<NewDocumentChoices>('ospoStrategy/newDocumentChoices', {});
    expect(choices.languages).toContainEqual({ tag: 'de', name: 'Deutsch' });
    expect(choices.sections).toHaveLength(24);
    const legal = choices.sections.find(({ id }) => id === 'petal.legal');
    expect(legal).toMatchObject({ kind: 'petal', isInFirst: true, title: '法务' });
  });

  it('give the document twice: as a snippet and as plain text', async () => {
    const wish = { language: 'de', scope: 'full', without: ['element.qa'] };
    const made = await client.request<NewDocumentResult>('ospoStrategy/newDocument', wish);
    expect(made.plainText).toMatch(/^# Open-Source-Strategie von \[Organisation\]\n/);
    expect(made.plainText.match(/^## /gm)).toHaveLength(23);
    expect(withoutTabStops(made.snippet)).toBe(made.plainText);
  });

  it.each([
    { language: 'de', scope: 'huge', without: [] },
    { language: 'de', scope: 'full', without: 'petal.legal' },
    { language: 1, scope: 'full', without: [] },
  ])('refuse %j', async (wish) => {
    await expect(client.request('ospoStrategy/newDocument', wish)).rejects.toThrow();
  });

  it('waive a criterion with a reason, once', async () => {
    await client.open(uri, halfFinished, 1);
    const criterion = 'petal.business';
    const waive = (): Promise<TickResult> =>
      client.request('ospoStrategy/waive', { uri, criterion, reason: 'We "have" no --> units.' });
    const { edits } = await waive();
    const text = TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, halfFinished),
      edits.map(({ start, end, newText }) => ({ range: { start, end }, newText })),
    );
    await client.change(uri, 2, [{ text }]);
    const status = await client.request<DocumentStatus>('ospoStrategy/documentStatus', { uri });
    expect(status.criteria.find(({ id }) => id === criterion)?.level).toBe('not-applicable');
    expect(await waive()).toEqual({ edits: [] });
  });
});
