import type { CriterionKind } from '../pack/pack.ts';
import type { CriterionResult, DocumentReport, Level } from './coverageReport.ts';

/** What became of a criterion between two versions of a document. */
export interface LevelChange {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly before: Level;
  readonly after: Level;
  /**
   * `same` also where its level changed to or from `not-applicable`: to waive is neither. With the
   * same level, facets gained and lost decide.
   */
  readonly direction: 'better' | 'worse' | 'same';
  /** Facet ids that are met now and were not, and the reverse. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

const rank: { readonly [level in Level]?: number } = { absent: 0, partial: 1, answered: 2 };

/**
 * What got better and what got worse. A document that was not analysed answered nothing.
 * @param before the report of the earlier version
 * @param after the report of the later one, made with the same pack
 * @returns one change a criterion of the later report, in its order, those without change included
 */
export function levelChanges(
  before: DocumentReport,
  after: DocumentReport,
): readonly LevelChange[] {
  return after.criteria.map((now) => {
    const then = before.criteria.find(({ id }) => id === now.id);
    const level = then?.level ?? 'absent';
    const gained = metOnlyIn(now, then);
    const lost = then === undefined ? [] : metOnlyIn(then, now);
    const direction = directionOf(level, now.level, gained.length - lost.length);
    return { id: now.id, kind: now.kind, before: level, after: now.level, direction, gained, lost };
  });
}

function metOnlyIn(one: CriterionResult, other: CriterionResult | undefined): readonly string[] {
  const inOther = new Set(other?.facets.flatMap(({ id, met }) => (met ? [id] : [])));
  return one.facets.flatMap(({ id, met }) => (met && !inOther.has(id) ? [id] : []));
}

function directionOf(before: Level, after: Level, facets: number): LevelChange['direction'] {
  const [from, to] = [rank[before], rank[after]];
  if (from === undefined || to === undefined) return 'same';
  const step = to - from || facets;
  if (step === 0) return 'same';
  return step > 0 ? 'better' : 'worse';
}
