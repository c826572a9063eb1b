import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { capabilityView } from '../../../server/src/core/report/capabilityView.ts';
import type { DocumentReport } from '../../../server/src/core/report/coverageReport.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

function reportOf(text: string, maturity = true): DocumentReport {
  return analyseDocument(readDocument(`# Open source strategy\n\n${text}\n`), {
    path: 'strategy.md',
    pack: builtInPack,
    analyse: 'strategies',
    absent: 'summary',
    maturity,
  });
}

function supported(text: string): string[] {
  return Object.values(reportOf(text).maturity).flatMap(({ items }) =>
    items.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id),
  );
}

describe('the items of the maturity checklists', () => {
  it.each([
    [
      'organisation.contribution.working-time',
      'Each developer may spend four hours a week on upstream work.',
    ],
    ['organisation.usage.inventory', 'Every build of a product keeps an SBOM up to date for it.'],
    [
      'ospo.security-education-strategy.budget-and-staff',
      'The OSPO has three full-time positions and its own cost centre.',
    ],
    [
      'ospo.leader-advisor.technology-board',
      'The head of the OSPO has a seat on the architecture board.',
    ],
  ])('%s is supported by a statement', (id, text) => {
    expect(supported(text)).toContain(id);
  });

  it.each([
    ['is only intended', 'Each developer will spend four hours a week on upstream work.'],
    ['is asked', 'May each developer spend four hours a week on upstream work?'],
    ['is wished', 'Each developer should spend four hours a week on upstream work.'],
    [
      'depends on something',
      'If the board agrees, developers may spend four hours a week on upstream work.',
    ],
    [
      'is said of others',
      'In many organisations each developer may spend four hours a week on upstream work.',
    ],
    ['is a placeholder', 'Each developer may spend [number] hours a week on upstream work.'],
    ['is a name only', 'Hours a week: upstream work'],
  ])('are not supported by what %s', (_, text) => {
    expect(supported(text)).toEqual([]);
  });

  it('tell where and by which words', () => {
    const text = 'Each developer may spend four hours a week on upstream work.';
    const { items = [] } = reportOf(text).maturity.organisation ?? {};
    const item = items.find(({ id }) => id === 'organisation.contribution.working-time');
    expect(item?.stage).toBe('contribution');
    expect(item?.evidence).toHaveLength(1);
    expect(item?.evidence[0]?.words).toEqual(expect.arrayContaining(['hours a week', 'upstream']));
    const { start = 0, end = 0 } = item?.evidence[0]?.range ?? {};
    expect(`# Open source strategy\n\n${text}\n`.slice(start, end)).toBe(text);
  });

  it('are all in the report, in the order of the pack, once each', () => {
    const report = reportOf('Nothing of the kind.');
    for (const model of builtInPack.maturityModels) {
      const ids = model.stages.flatMap(({ items }) => items.map(({ id }) => id));
      expect(report.maturity[model.id]?.items.map(({ id }) => id)).toEqual(ids);
    }
  });

  it('stand beside the stages by what they are about, every item once', () => {
    const capabilities = capabilityView(reportOf('Nothing.'), builtInPack, 'en');
    const ids = capabilities.flatMap(({ items }) => items.map(({ id }) => id));
    const all = builtInPack.maturityModels.flatMap(({ stages }) =>
      stages.flatMap(({ items }) => items.map(({ id }) => id)),
    );
    expect(ids.toSorted()).toEqual(all.toSorted());
    expect(capabilities.map(({ id }) => id)).toEqual(builtInPack.capabilities.map(({ id }) => id));
  });

  it('are not looked for where maturity is switched off, and no stage is either', () => {
    expect(
      reportOf('Every build keeps an SBOM up to date for each product.', false).maturity,
    ).toEqual({});
  });
});
