import {
  type Configuration,
  type CriterionChange,
  criterionLists,
} from '../../configuration/configuration.ts';
import type { Criterion, CriterionKind, Pack } from '../pack.ts';
import { changedCriterion, newCriterion, partOf } from './ownCriteria.ts';
import { ownVocabulary } from './ownVocabulary.ts';

/** What of a configuration makes a pack another one. */
const CHANGING: readonly (keyof Configuration)[] = [
  ...Object.values(criterionLists),
  'languages',
  'vocabulary',
  'maturity',
  'antipatterns',
];

/**
 * A pack with an organisation's own changes: criteria renamed, split, added or switched off, more
 * words, fewer languages and models. What is not named stays as shipped.
 * @param pack as shipped
 * @param configuration checked, every reference in it known
 * @returns the same pack where the configuration changes nothing of it
 */
export function effectivePack(pack: Pack, configuration: Configuration): Pack {
  if (CHANGING.every((key) => configuration[key] === undefined)) return pack;
  const changes = Object.entries(criterionLists).flatMap(([kind, list]) =>
    (configuration[list] ?? []).map((change) => ({ ...change, kind: kind as CriterionKind })),
  );
  const criteria = inPlace(ownCriteria(pack, changes), changes);
  const { languages, model } = ownVocabulary(pack, configuration, changes, criteria);
  const { maturity = {}, antipatterns = {} } = configuration;
  return {
    ...pack,
    criteria,
    languages,
    model,
    maturityModels: pack.maturityModels.filter(({ id }) => maturity[id] !== false),
    antipatterns: pack.antipatterns.filter(({ id }) => antipatterns[id] !== false),
  };
}

/** A change with the kind of the list that it stands in. */
export type KindedChange = CriterionChange & { readonly kind: CriterionKind };

function ownCriteria(pack: Pack, changes: readonly KindedChange[]): readonly Criterion[] {
  const changed = pack.criteria.flatMap((criterion): Criterion[] => {
    const own = changes.find(({ id }) => id === criterion.id);
    const parts = changes.filter(({ from, off }) => from === criterion.id && off !== true);
    const whole = own === undefined ? criterion : changedCriterion(criterion, own);
    const staysWhole = own === undefined ? parts.length === 0 : own.off !== true;
    return [...(staysWhole ? [whole] : []), ...parts.map((part) => partOf(whole, part))];
  });
  const known = new Set(pack.criteria.map(({ id }) => id));
  const added = changes.filter(({ id, from, off }) => !known.has(id) && !from && off !== true);
  return added.map(newCriterion).reduce(behindItsKind, changed);
}

/** A new criterion stands behind the last of its kind. */
function behindItsKind(criteria: readonly Criterion[], added: Criterion): readonly Criterion[] {
  const last = criteria.findLastIndex(({ kind }) => kind === added.kind);
  return last < 0 ? [...criteria, added] : criteria.toSpliced(last + 1, 0, added);
}

/** Puts each criterion behind the one that its entry names. */
function inPlace(
  criteria: readonly Criterion[],
  changes: readonly KindedChange[],
): readonly Criterion[] {
  return changes.reduce((order, { id, after }) => {
    const moved = order.find((criterion) => criterion.id === id);
    const others = order.filter((criterion) => criterion.id !== id);
    const at = others.findIndex((criterion) => criterion.id === after);
    return moved === undefined || at < 0 ? order : others.toSpliced(at + 1, 0, moved);
  }, criteria);
}
