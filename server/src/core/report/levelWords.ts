import type { CriterionKind } from '../pack/pack.ts';
import type { Level } from './coverageReport.ts';

/** A mark a level: with it, no rendering tells a level by colour alone. */
export const levelMarks: { readonly [level in Level]: string } = {
  answered: '●',
  partial: '◐',
  absent: '○',
  'not-applicable': '–',
};

/** A word a level. */
export const levelWords: { readonly [level in Level]: string } = {
  answered: 'answered',
  partial: 'thin',
  absent: 'missing',
  'not-applicable': 'waived',
};

/** The levels from good to none, in which they are counted. */
export const levels: readonly Level[] = ['answered', 'partial', 'absent', 'not-applicable'];

/** The kinds of criteria with the heading of each, in the order in which they are shown. */
export const kindHeadings: readonly { readonly kind: CriterionKind; readonly title: string }[] = [
  { kind: 'question', title: 'Guiding questions' },
  { kind: 'petal', title: 'Petals of the OSPO Flower' },
  { kind: 'element', title: 'Elements of the document' },
];

/**
 * How many there are of each level: "4 answered, 2 thin". Levels that nothing has are left out.
 * @param all whatever has a level
 */
export function levelCounts(all: readonly { readonly level: Level }[]): string {
  return levels
    .map((level) => ({ level, count: all.filter((each) => each.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${levelWords[level]}`)
    .join(', ');
}
