import { describe, expect, it } from 'vitest';
import { levelWeights } from '../../../scripts/training/levelWeights.ts';
import { seededRandom, shuffled } from '../../../scripts/training/seededRandom.ts';
import { termWeights } from '../../../scripts/training/termWeights.ts';
import type { LabelledBlock } from '../../../scripts/training/trainingData.ts';
import { levelOf } from '../../../server/src/core/recognition/levelModel.ts';
import { unpackTerms } from '../../../server/src/core/recognition/recognitionModel.ts';

const FACET = 'petal.legal.activities';

function block(word: string, isMet: boolean): LabelledBlock {
  return {
    text: 0,
    facts: {
      terms: new Map([[FACET, { anywhere: new Set([word]), ordinary: new Set() }]]),
      context: new Set(),
      parts: new Set(),
      labelled: new Set(),
      headingFacets: new Set(),
      sectionFacets: new Set(),
      signals: new Set(),
      marks: new Set(),
    },
    facets: new Set(isMet ? [FACET] : []),
    specific: undefined,
  };
}

const times = <T>(count: number, item: T): readonly T[] =>
  Array.from({ length: count }, () => item);

describe('training', () => {
  it('gives the same random numbers on every machine', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()].map((it) => it.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ]);
    expect(shuffled(6, seededRandom(3)).toSorted()).toEqual(Int32Array.of(0, 1, 2, 3, 4, 5));
  });

  it('weighs a word by how often it was right, drawn towards the average where it is rare', () => {
    const blocks = [
      ...times(20, block('gpl', true)),
      ...times(20, block('rule', false)),
      ...times(5, block('rule', true)),
      ...times(2, block('rare', true)),
    ];
    const weights = unpackTerms(termWeights(blocks, [FACET])[FACET] ?? expect.fail('no weights'));
    expect(weights.anywhere.get('gpl')).toBeGreaterThan(weights.anyAnywhere);
    expect(weights.anywhere.get('rule')).toBeLessThan(weights.anyAnywhere);
    expect(weights.anywhere.has('rare')).toBe(false);
  });

  it('learns levels whose weights are never negative', () => {
    const verdict = (sum: number, level: number) => ({
      criterion: 'petal.legal',
      sums: [sum, -sum],
      level,
      weight: 1,
    });
    const verdicts = [
      ...times(30, verdict(-3, 0)),
      ...times(30, verdict(0, 1)),
      ...times(30, verdict(3, 2)),
    ];
    const levels = levelWeights(verdicts, ['petal.legal']);
    expect(Math.min(...levels.weights)).toBeGreaterThanOrEqual(0);
    expect(levelOf('petal.legal', [-3, 3], levels)).toBe('absent');
    expect(levelOf('petal.legal', [0, 0], levels)).toBe('partial');
    expect(levelOf('petal.legal', [3, -3], levels)).toBe('answered');
  });
});
