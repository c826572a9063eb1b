import { l10n } from 'vscode';
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
  { level: 'absent', heading: l10n.t('missing') },
  { level: 'partial', heading: l10n.t('thin') },
  { level: 'answered', heading: l10n.t('answered') },
  { level: 'not-applicable', heading: l10n.t('not applicable') },
];

const kinds: { readonly [kind in CriterionStatus['kind']]: string } = {
  question: l10n.t('question'),
  petal: l10n.t('petal'),
  element: l10n.t('element'),
};

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
    description: isThin
      ? l10n.t('{0}, without: {1}', kinds[kind], missing.join(', '))
      : kinds[kind],
    detail: description,
  };
}
