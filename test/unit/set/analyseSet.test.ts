import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type { DocumentReport } from '../../../server/src/core/report/coverageReport.ts';
import { analyseSet } from '../../../server/src/core/set/analyseSet.ts';
import { owningIndex } from '../../../server/src/core/set/owningIndex.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { type Files, gather, hostOf } from './inMemory.ts';

const folder = fileURLToPath(new URL('../../../samples/set/', import.meta.url));
const sample: Files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}${path}`, 'utf8')]),
);
const INDEX = 'open-source-strategy.md';

const optionsOf = (path: string) =>
  ({ path, pack: builtInPack, analyse: 'strategies', absent: 'each' }) as const;

async function reportOf(files: Files, index: string): Promise<DocumentReport> {
  const set = await gather(files, index);
  return analyseSet(readDocument(files[index] ?? ''), set, optionsOf(index));
}

function levelOf(report: DocumentReport, id: string): string | undefined {
  return report.criteria.find((criterion) => criterion.id === id)?.level;
}

describe('a strategy set', () => {
  it('of five files is shown by its index alone, with evidence where it stands', async () => {
    const report = await reportOf(sample, INDEX);
    expect(report.parts).toHaveLength(4);
    const answered = report.criteria.filter(({ level }) => level === 'answered');
    expect(answered.length).toBeGreaterThanOrEqual(18);
    const regulators = report.criteria.find(({ id }) => id === 'element.regulators');
    expect(regulators).toMatchObject({
      level: 'answered',
      evidence: [{ path: 'policy.md', lines: { startLine: 19, endLine: 21 } }],
    });
  });

  it('answers more than its index by itself', async () => {
    const alone = analyseDocument(readDocument(sample[INDEX] ?? ''), optionsOf(INDEX));
    expect(levelOf(alone, 'petal.legal')).not.toBe('answered');
    expect(levelOf(await reportOf(sample, INDEX), 'petal.legal')).toBe('answered');
  });

  it('is the same when a file has moved and its link with it', async () => {
    const { 'policy.md': policy = '', [INDEX]: index = '', ...rest } = sample;
    const moved = {
      ...rest,
      [INDEX]: index.replace('(policy.md)', '(rules/policy.md)'),
      'rules/policy.md': policy,
    };
    const before = await reportOf(sample, INDEX);
    const after = await reportOf(moved, INDEX);
    const levels = ({ criteria }: DocumentReport) => criteria.map(({ id, level }) => [id, level]);
    expect(levels(after)).toEqual(levels(before));
  });

  it('has a finding at a link to a file that is gone, and its fixes end it', async () => {
    const { 'policy.md': policy = '', ...rest } = sample;
    const files: Files = { ...rest, 'rules/policy.md': policy };
    const report = await reportOf(files, INDEX);
    const text = files[INDEX] ?? '';
    const [finding] = report.findings.filter(({ rule }) => rule === 'missing-part');
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe(
      '[Open source policy](policy.md)',
    );
    const results = (finding?.fixes ?? []).map(({ title, edits: [edit] }) => [
      title,
      edit?.newText,
    ]);
    expect(results).toEqual([
      ['Link to "rules/policy.md"', '[Open source policy](rules/policy.md)'],
      ['Remove the link, keep its text', 'Open source policy'],
    ]);
    for (const { edits } of finding?.fixes ?? []) {
      const [{ range, newText } = { range: { start: 0, end: 0 }, newText: '' }] = edits;
      const mended = text.slice(0, range.start) + newText + text.slice(range.end);
      const again = await reportOf({ ...files, [INDEX]: mended }, INDEX);
      expect(again.findings.filter(({ rule }) => rule === 'missing-part')).toEqual([]);
    }
  });

  it('reads no further than a section where the link leads to one', async () => {
    const index = '# Open source strategy\n\nSee [what we owe](policy.md#authorities).\n';
    const policy = sample['policy.md'] ?? '';
    const report = await reportOf({ 'index.md': index, 'policy.md': policy }, 'index.md');
    expect(levelOf(report, 'element.regulators')).toBe('answered');
    const lines = report.criteria.flatMap(({ evidence }) =>
      evidence.flatMap((piece) => piece.lines?.startLine ?? []),
    );
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(17);
    expect(Math.max(...lines)).toBeLessThan(23);
  });
});

describe('a part of a set', () => {
  const owner = (path: string, files: Files = sample) =>
    owningIndex(path, readDocument(files[path] ?? ''), [], builtInPack, hostOf(files));

  it('knows the index that leads to it', async () => {
    expect(await owner('policy.md')).toBe(INDEX);
    expect(await owner('petals/README.md')).toBe(INDEX);
    expect(await owner(INDEX)).toBeUndefined();
  });

  it('that links back is still the part, not the index', async () => {
    const files = { ...sample, 'policy.md': `${sample['policy.md']}\n[Back](${INDEX})\n` };
    expect(await owner('policy.md', files)).toBe(INDEX);
    expect(await owner(INDEX, files)).toBeUndefined();
  });

  it('of a configured set belongs to it, linked or not', async () => {
    const sets = [{ index: 'main.md', includes: (path: string) => path === 'policy.md' }];
    const document = readDocument(sample['policy.md'] ?? '');
    expect(await owningIndex('policy.md', document, sets, builtInPack, hostOf(sample))).toBe(
      'main.md',
    );
  });

  it('is not asked for what the set answers elsewhere', () => {
    const report = analyseDocument(readDocument(sample['policy.md'] ?? ''), {
      ...optionsOf('policy.md'),
      partOf: INDEX,
    });
    expect(report.partOf).toBe(INDEX);
    expect(report.detection.reason).toContain(INDEX);
    expect(report.findings.filter(({ rule }) => rule.startsWith('missing-'))).toEqual([]);
  });
});
