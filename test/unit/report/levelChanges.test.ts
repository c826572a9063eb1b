import { describe, expect, test } from 'vitest';
import type {
  CriterionResult,
  DocumentReport,
  Level,
} from '../../../server/src/core/report/coverageReport.ts';
import { levelChanges } from '../../../server/src/core/report/levelChanges.ts';

function criterion(id: string, level: Level, met: readonly string[]): CriterionResult {
  const facets = ['a', 'b', 'c'].map((facet) => ({ id: facet, met: met.includes(facet) }));
  return { id, kind: 'petal', level, facets, evidence: [], because: '' };
}

function report(...criteria: readonly CriterionResult[]): DocumentReport {
  const detection = { isStrategy: true, reason: '' };
  return {
    path: 's.md',
    language: 'en',
    detection,
    analysed: true,
    criteria,
    maturity: {},
    findings: [],
  };
}

function change(before: CriterionResult, after: CriterionResult) {
  return levelChanges(report(before), report(after))[0];
}

describe('between two versions of a document', () => {
  test('a higher level is better, a lower one worse', () => {
    const thin = criterion('p', 'partial', ['a']);
    const answered = criterion('p', 'answered', ['a', 'b']);
    expect(change(thin, answered)).toMatchObject({ direction: 'better', gained: ['b'], lost: [] });
    expect(change(answered, thin)).toMatchObject({ direction: 'worse', gained: [], lost: ['b'] });
  });

  test('within a level, facets decide', () => {
    const one = criterion('p', 'partial', ['a']);
    const two = criterion('p', 'partial', ['a', 'c']);
    expect(change(one, two)?.direction).toBe('better');
    expect(change(two, one)?.direction).toBe('worse');
    expect(change(one, criterion('p', 'partial', ['b']))?.direction).toBe('same');
  });

  test('to waive a criterion is neither better nor worse', () => {
    const waived = criterion('p', 'not-applicable', []);
    expect(change(criterion('p', 'answered', ['a']), waived)?.direction).toBe('same');
    expect(change(waived, criterion('p', 'partial', ['a']))?.direction).toBe('same');
  });

  test('what the earlier version was not asked for counts as absent there', () => {
    const [first] = levelChanges(report(), report(criterion('p', 'answered', ['a'])));
    expect(first).toMatchObject({ before: 'absent', after: 'answered', direction: 'better' });
  });
});
