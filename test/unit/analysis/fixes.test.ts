import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { fixesFor } from '../../../server/src/core/analysis/fixes.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type { DocumentReport, Fix } from '../../../server/src/core/report/coverageReport.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';
import { applyEdits } from './applyEdits.ts';

const STRATEGY = `# Open source strategy

## Goals

We want to be able to leave any supplier by 2027.

## Legal

Marit Dahl reviews licences.

[licences]: https://example.org
`;

function analyse(text: string): { report: DocumentReport; fixes: readonly Fix[] } {
  const document = readDocument(text);
  const report = analyseDocument(document, { path: 'x.md', pack, analyse: 'all', absent: 'each' });
  return { report, fixes: fixesFor(document, report, pack) };
}

function missing(report: DocumentReport): string[] {
  return report.findings
    .filter(({ rule }) => rule.startsWith('missing-'))
    .flatMap(({ criteria }) => criteria);
}

function apply(text: string, kind: string, criterion: string): string {
  const fix = analyse(text).fixes.find(
    (candidate) => candidate.kind === kind && candidate.criteria.includes(criterion),
  );
  return applyEdits(text, fix?.edits ?? []);
}

describe('inserting the section of a missing criterion', () => {
  it.each(pack.criteria.map(({ id }) => id))('%s: the finding goes, the rest stays', (id) => {
    const text = '# Open source strategy\n\nA first line.\n';
    const before = missing(analyse(text).report);
    const inserted = apply(text, 'insert-section', id);
    expect(before).toContain(id);
    expect(missing(analyse(inserted).report)).not.toContain(id);
    expect(inserted.startsWith(text.trimEnd())).toBe(true);
  });

  it('puts it behind the criterion that comes before it, with one blank line around', () => {
    const text = apply(STRATEGY, 'insert-section', 'petal.business');
    expect(text).toMatch(/Marit Dahl reviews licences\.\n\n## [^\n]+\n\n[\s\S]+\n\n\[licences\]/);
    expect(text).not.toMatch(/\n{3}/);
  });

  it('keeps CR LF line ends', () => {
    const text = apply(STRATEGY.replaceAll('\n', '\r\n'), 'insert-section', 'petal.business');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('ends with a line end where the document has none', () => {
    const text = apply('# Open source strategy', 'insert-section', 'petal.legal');
    expect(text).toMatch(/^# Open source strategy\n\n## [^\n]+\n\n[\s\S]+[^\n]\n$/);
  });

  it('works in an empty document', () => {
    expect(apply('', 'insert-section', 'petal.legal')).toMatch(/^## [^\n]+\n\n[\s\S]+[^\n]\n$/);
  });
});

describe('inserting all missing sections', () => {
  it('leaves none missing, numbers tab stops through, and applied twice changes nothing more', () => {
    const { report, fixes } = analyse(STRATEGY);
    const all = fixes.find(({ kind }) => kind === 'insert-all');
    expect(all?.criteria).toEqual(missing(report));
    const text = applyEdits(STRATEGY, all?.edits ?? []);
    expect(missing(analyse(text).report)).toEqual([]);
    expect(analyse(text).fixes.filter(({ kind }) => kind === 'insert-all')).toEqual([]);
    const stops = (all?.edits ?? []).flatMap(({ snippet }) =>
      [...(snippet ?? '').matchAll(/\$\{(\d+):/g)].map((match) => Number(match[1])),
    );
    expect(new Set(stops).size).toBe(stops.length);
    expect(stops.length).toBeGreaterThan(40);
  });
});

describe('waiving', () => {
  it('takes effect once the reason is written', () => {
    const text = apply(STRATEGY, 'waive', 'petal.business');
    expect(text).toContain('not-applicable petal.business reason=""');
    const asked = analyse(text).report.findings.find(({ rule }) => rule === 'unusable-directive');
    expect(asked?.message).toContain('reason');
    const { report } = analyse(text.replace('reason=""', 'reason="One unit only"'));
    const business = report.criteria.find(({ id }) => id === 'petal.business');
    expect(business?.level).toBe('not-applicable');
    expect(business?.waiver?.reason).toBe('One unit only');
    expect(missing(report)).not.toContain('petal.business');
  });
});
