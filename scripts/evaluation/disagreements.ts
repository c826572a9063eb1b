import { LEVELS } from './agreement.ts';
import type { Judgement } from './measureCorpus.ts';

/**
 * The disagreements to look at first: absent against answered before neighbouring levels, then where
 * a second reader sides with the first, then the criteria that go wrong most often.
 * @param judgements of a corpus
 * @param count how many at most
 */
export function worstDisagreements(
  judgements: readonly Judgement[],
  count: number,
): readonly Judgement[] {
  const wrong = judgements.filter((judgement) => distance(judgement) > 0);
  const total = new Map<string, number>();
  for (const judgement of wrong) {
    const known = total.get(judgement.criterion) ?? 0;
    total.set(judgement.criterion, known + distance(judgement) ** 2);
  }
  const weight = ({ criterion }: Judgement): number => total.get(criterion) ?? 0;
  const ranked = wrong.toSorted(
    (a, b) =>
      distance(b) - distance(a) || agreed(b) - agreed(a) || weight(b) - weight(a) || byName(a, b),
  );
  return ranked.slice(0, count);
}

function distance({ gold, ours }: Judgement): number {
  return Math.abs(LEVELS.indexOf(gold) - LEVELS.indexOf(ours));
}

function agreed({ gold, second }: Judgement): number {
  return second === gold ? 1 : 0;
}

function byName(a: Judgement, b: Judgement): number {
  return `${a.criterion} ${a.document}` < `${b.criterion} ${b.document}` ? -1 : 1;
}
