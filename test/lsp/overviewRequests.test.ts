import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  Coverage,
  ExportResult,
  FlowerImageResult,
  LevelChangesResult,
  Overview,
  TickResult,
} from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

const uri = 'file:///project/strategy.md';

describe('the requests of the overview', () => {
  let client: StdioClient;
  beforeEach(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities);
    await client.open(uri, halfFinished, 1);
    await client.open('file:///cake.md', recipe, 1);
  });
  afterEach(() => client.stop());

  it('tell the coverage with titles, facets and lines', async () => {
    const coverage = await client.request<Coverage>('ospoStrategy/coverage', { uri });
    expect(coverage).toMatchObject({ uri, version: 1, analysed: true });
    expect(coverage.criteria).toHaveLength(24);
    const legal = coverage.criteria.find(({ id }) => id === 'petal.legal');
    expect(legal?.title).toBe('Legal');
    expect(legal?.facets.map(({ id }) => id)).toEqual([
      'stakeholders',
      'activities',
      'channels',
      'material',
    ]);
    expect(legal?.evidence[0]?.words.length).toBeGreaterThan(0);
  });

  it('tell what names the document and its lines', async () => {
    const coverage = await client.request<Coverage>('ospoStrategy/coverage', { uri });
    expect(coverage).toMatchObject({ isStrategy: true, language: 'en' });
    expect(coverage.title).toMatchObject({
      text: 'Open source strategy of Example Cooperative',
      start: { line: 0, character: 0 },
    });
    const technology = coverage.criteria.find(({ id }) => id === 'question.technology');
    expect(technology?.headingLine).toBe(2);
    const [first] = technology?.evidence ?? [];
    const line = halfFinished.split('\n')[first?.startLine ?? -1];
    expect(line).toContain(first?.excerpt?.slice(0, 20));
    for (const { title } of Object.values(coverage.maturity)) expect(title).not.toBe('');
  });

  it('suggest the items of the maturity checklists that the text supports, with the line', async () => {
    const statement = 'Each developer may spend four hours a week on upstream work.';
    await client.open(
      'file:///project/time-strategy.md',
      `# Open source strategy\n\n${statement}\n`,
      1,
    );
    const coverage = await client.request<Coverage>('ospoStrategy/coverage', {
      uri: 'file:///project/time-strategy.md',
    });
    const items = Object.values(coverage.maturity).flatMap((model) => model.items);
    expect(items).toContainEqual({
      id: 'organisation.contribution.working-time',
      evidence: [expect.objectContaining({ startLine: 2, endLine: 2, excerpt: statement })],
    });
  });

  it('draw the flower, and say what comes next', async () => {
    const overview = await client.request<Overview>('ospoStrategy/overview', { uri });
    expect(overview.flower?.titles).toContain('OSPO Flower of Open source strategy of Example');
    expect(overview.flower?.titles).toContain('data-petal="petal.legal"');
    expect(overview.flower?.titles).not.toContain('<style>');
    expect(overview.flower?.numbers).toContain('>6</tspan>');
    expect(overview.next.length).toBeGreaterThan(0);
  });

  it.each([
    ['html', /^<!DOCTYPE html>/],
    ['svg', /^<svg /],
    ['markdown', /^# Strategy coverage: /],
    ['json', /^\{\n {2}"schemaVersion": 1,/],
  ])('hand on the report as %s', async (format, start) => {
    const { text } = await client.request<ExportResult>('ospoStrategy/export', { uri, format });
    expect(text).toMatch(start);
  });

  it('tell what got better and worse since an earlier text', async () => {
    const text = halfFinished.replace(/## Legal.*?(?=## Questions)/s, '');
    const since = (earlier: string): Promise<LevelChangesResult> =>
      client.request('ospoStrategy/levelChanges', { uri, text: earlier });
    const { changes } = await since(text);
    const legal = changes.find(({ id }) => id === 'petal.legal');
    expect(legal).toMatchObject({ title: 'Legal', before: 'absent', direction: 'better' });
    expect(legal?.gained).toContain('Stakeholders');
    const same = await since(halfFinished);
    expect(same.changes.every(({ direction }) => direction === 'same')).toBe(true);
  });

  it('show the flower in the document, once', async () => {
    const ask = (): Promise<FlowerImageResult> =>
      client.request('ospoStrategy/flowerImage', { uri, picture: 'a (b).svg' });
    const { svg, edits } = await ask();
    expect(svg).toContain('<style>');
    const before = TextDocument.create(uri, 'markdown', 1, halfFinished);
    const after = TextDocument.applyEdits(
      before,
      edits.map(({ start, end, newText }) => ({ range: { start, end }, newText })),
    );
    expect(after.split('\n').slice(0, 5)).toEqual([
      '# Open source strategy of Example Cooperative',
      '',
      '<!-- ospo-strategy-flower -->',
      expect.stringMatching(/^!\[OSPO Flower\. .*Legal.*\]\(a%20%28b%29\.svg\)$/),
      '<!-- /ospo-strategy-flower -->',
    ]);
    await client.change(uri, 2, [{ text: after }]);
    expect((await ask()).edits).toEqual([]);
  });

  it('note something under an item of the checklist', async () => {
    const { edits } = await client.request<TickResult>('ospoStrategy/note', {
      text: null,
      item: 'ospo.awareness.named-contact',
      line: null,
      date: '2026-12-01',
      note: 'Asked Ada',
    });
    expect(edits).toHaveLength(1);
    expect(edits[0]?.newText).toContain('named-contact -->\n  - 2026-12-01: Asked Ada\n');
  });

  it('answer nothing for what is not analysed or not open', async () => {
    for (const document of ['file:///cake.md', 'file:///closed.md']) {
      const ask = (method: string, params: object): Promise<unknown> =>
        client.request(`ospoStrategy/${method}`, { uri: document, ...params });
      expect(await ask('overview', {})).toBeNull();
      expect(await ask('export', { format: 'html' })).toBeNull();
      expect(await ask('levelChanges', { text: '' })).toBeNull();
      expect(await ask('flowerImage', { picture: 'a.svg' })).toBeNull();
    }
  });

  it.each([
    ['export', { uri, format: 'exe' }],
    ['levelChanges', { uri }],
    ['flowerImage', { uri, picture: 3 }],
    ['note', { text: null, item: 'no.such.item', line: null, date: null, note: '' }],
    ['note', { text: null, item: 'ospo.awareness.named-contact', line: -1, date: null, note: '' }],
    ['note', { text: '', item: 'ospo.awareness.named-contact', line: 1, date: 'x', note: '' }],
  ])('refuse parameters that do not fit: %s', async (method, params) => {
    await expect(client.request(`ospoStrategy/${method}`, params)).rejects.toThrow(/parameter/i);
  });
});
