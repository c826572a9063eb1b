import { expect, test } from 'vitest';
import type { CoverageLevel } from '../../../scripts/evaluation/agreement.ts';
import { compareTranslations } from '../../../scripts/evaluation/translations.ts';

const levels = (legal: CoverageLevel, goals: CoverageLevel) =>
  new Map<string, CoverageLevel>([
    ['petal.legal', legal],
    ['element.goals', goals],
  ]);

test('translations are compared two by two; those that are not there are passed over', () => {
  const pairs = compareTranslations(
    new Map([
      ['1-english', levels('answered', 'partial')],
      ['2-deutsch', levels('answered', 'absent')],
      ['10-other', levels('absent', 'absent')],
    ]),
    [['1', '2', '3']],
  );
  expect(pairs).toEqual([
    { documents: ['1-english', '2-deutsch'], same: 1, criteria: 2, differing: ['element.goals'] },
  ]);
});
