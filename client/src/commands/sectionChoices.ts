import type { CriterionStatus } from '../../../server/src/lsp/protocol.ts';

/** An entry of the list of sections: a criterion, or a heading above some. */
export type SectionChoice =
  | { readonly heading: string }
  | {
      readonly criterion: string;
      readonly label: string;
      readonly description: string;
      readonly detail: string;
    };

const groups: readonly { readonly level: CriterionStatus['level']; readonly heading: string }[] = [
  { level: 'absent', heading: 'missing' },
  { level: 'partial', heading: 'thin' },
  { level: 'answered', heading: 'answered' },
  { level: 'not-applicable', heading: 'not applicable' },
];

/**
 * The sections that can be inserted, what is missing first and what is answered last; inside a
 * group in the order in which a document would take them.
 */
export function sectionChoices(criteria: readonly CriterionStatus[]): SectionChoice[] {
  return groups.flatMap(({ level, heading }) => {
    const inGroup = criteria.filter((each) => each.level === level);
    return inGroup.length === 0 ? [] : [{ heading }, ...inGroup.map(choice)];
  });
}

function choice({ id, kind, title, description, level, missing }: CriterionStatus): SectionChoice {
  const isThin = level === 'partial' && missing.length > 0;
  return {
    criterion: id,
    label: title,
    description: isThin ? `${kind}, without: ${missing.join(', ')}` : kind,
    detail: description,
  };
}
