import { expect, test } from 'vitest';
import type { DocumentReport, Level } from '../../../server/src/core/report/coverageReport.ts';
import { nextSteps } from '../../../server/src/core/report/nextSteps.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** A report in which only the criteria named are not answered: their level, and how many facets they meet. */
function reportWith(open: Readonly<Record<string, readonly [Level, number]>>): DocumentReport {
  const criteria = builtInPack.criteria.map(({ id, kind, facets }) => {
    const [level, met] = open[id] ?? ['answered', facets.length];
    return {
      id,
      kind,
      level,
      facets: facets.map((facet, index) => ({ id: facet.id, met: index < met })),
      evidence: [],
      because: '',
    };
  });
  const detection = { isStrategy: true, reason: '' };
  const base = { path: 's.md', language: 'en', analysed: true, maturity: {}, findings: [] };
  return { ...base, detection, criteria };
}

test('what is nearly answered comes first, then what is missing; three at most', () => {
  const report = reportWith({
    'question.practices': ['absent', 0],
    'question.processes': ['absent', 0],
    'petal.legal': ['partial', 1],
    'question.champions': ['absent', 0],
  });
  expect(nextSteps(report, builtInPack, 'en')).toEqual([
    { criterion: 'petal.legal', todo: 'say which legal reviews, rules or agreements there are' },
    { criterion: 'question.practices', todo: expect.any(String) },
    { criterion: 'question.processes', todo: expect.any(String) },
  ]);
});

test('a waived criterion and one that meets every facet are not next', () => {
  const facets = builtInPack.criteria.find(({ id }) => id === 'petal.ospo')?.facets.length ?? 0;
  const report = reportWith({
    'petal.legal': ['not-applicable', 0],
    'petal.ospo': ['partial', facets],
  });
  expect(nextSteps(report, builtInPack, 'en')).toEqual([]);
});
