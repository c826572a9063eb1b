import { describe, expect, test } from 'vitest';
import {
  type CoverageLevel,
  confusionOf,
  exactAgreement,
  type LevelPair,
  retrievalOf,
  weightedKappa,
} from '../../../scripts/evaluation/agreement.ts';

/** Pairs from levels by their first letter: "ap" is absent by the label, partial by us. */
function pairs(...letters: readonly string[]): LevelPair[] {
  const levels: { readonly [letter: string]: CoverageLevel } = {
    a: 'absent',
    p: 'partial',
    c: 'answered',
  };
  return letters.map(([gold, ours]) => ({
    gold: levels[gold ?? ''] ?? 'absent',
    ours: levels[ours ?? ''] ?? 'absent',
  }));
}

describe('weighted kappa', () => {
  test('is 1 where both readings agree in everything', () => {
    expect(weightedKappa(pairs('aa', 'pp', 'cc'))).toBe(1);
  });

  test('is 0 where agreement is what chance gives', () => {
    expect(weightedKappa(pairs('aa', 'ac', 'ca', 'cc'))).toBe(0);
  });

  test('is -1 where each says the opposite', () => {
    expect(weightedKappa(pairs('ac', 'ca'))).toBe(-1);
  });

  test('counts missing by two levels four times as much as missing by one', () => {
    // By hand, weights 1 and 4: seen 1 of the 5 that chance would give, and 4 of 6.5.
    const near = weightedKappa(pairs('aa', 'ap', 'pp', 'cc')) ?? 0;
    const far = weightedKappa(pairs('aa', 'ac', 'pp', 'cc')) ?? 0;
    expect(near).toBeCloseTo(1 - 1 / 5, 10);
    expect(far).toBeCloseTo(1 - 4 / 6.5, 10);
  });

  test('does not exist where nothing was judged, and is perfect where nothing can differ', () => {
    expect(weightedKappa([])).toBeUndefined();
    expect(weightedKappa(pairs('aa', 'aa'))).toBe(1);
  });
});

describe('precision, recall and F1', () => {
  const judged = pairs('cc', 'cp', 'pa', 'ac', 'aa');

  test('of what is covered count partial and answered alike', () => {
    const { precision, recall, f1 } = retrievalOf(judged, 'partial');
    expect(precision).toBeCloseTo(2 / 3, 10);
    expect(recall).toBeCloseTo(2 / 3, 10);
    expect(f1).toBeCloseTo(2 / 3, 10);
  });

  test('of what is answered count answered alone', () => {
    expect(retrievalOf(judged, 'answered')).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  test('are 0 where nothing was found and nothing is there', () => {
    expect(retrievalOf(pairs('aa'), 'partial')).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

test('exact agreement is the share of the very same levels', () => {
  expect(exactAgreement(pairs('aa', 'ap', 'cc', 'pc'))).toBe(0.5);
  expect(exactAgreement([])).toBeUndefined();
});

test('confusions have a row a level of the label, a column a level of ours', () => {
  expect(confusionOf(pairs('aa', 'ap', 'ap', 'ca'))).toEqual([
    [1, 2, 0],
    [0, 0, 0],
    [1, 0, 0],
  ]);
});
