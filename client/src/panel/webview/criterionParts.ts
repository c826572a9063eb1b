import type { CriterionChange, CriterionCoverage } from '../../../../server/src/lsp/protocol.ts';
import type { Comparison } from '../overviewMessages.ts';
import { filled, type PanelStrings } from '../stringMessages.ts';
import { button, element, words } from './element.ts';
import { lineLinks } from './lineLinks.ts';

/** The word for a level. */
export function levelWord(level: CriterionCoverage['level'], strings: PanelStrings): string {
  return {
    answered: strings.answered,
    partial: strings.thin,
    absent: strings.missing,
    'not-applicable': strings.waived,
  }[level];
}

/** A mark a level, drawn by the style sheet; its word stands beside it for those who do not see it. */
export function levelMark(level: CriterionCoverage['level'], strings: PanelStrings): HTMLElement {
  return element(
    'span',
    { class: `mark ${level}` },
    element('span', { class: 'unseen', text: levelWord(level, strings) }),
  );
}

/** A list of criteria: each with its level, its facets, the lines that show them, and what is open. */
export function criterionList(
  criteria: readonly CriterionCoverage[],
  comparison: Comparison | null,
  strings: PanelStrings,
): HTMLElement {
  const rows = criteria.map((criterion) => criterionRow(criterion, comparison, strings));
  return element('ul', { class: 'criteria' }, ...rows);
}

function criterionRow(
  criterion: CriterionCoverage,
  comparison: Comparison | null,
  strings: PanelStrings,
): HTMLElement {
  const { id, title, level, description } = criterion;
  const head = element('span', {
    class: 'criterion-title',
    text: title,
    attributes: { title: description },
  });
  return element(
    'li',
    {
      key: id,
      class: `criterion ${level}`,
      attributes: { id: `criterion-${id}`, tabindex: '-1' },
    },
    levelMark(level, strings),
    element(
      'div',
      { class: 'head' },
      head,
      facetBar(criterion, strings),
      changeMark(id, comparison, strings),
    ),
    element('div', { class: 'where' }, where(criterion, strings)),
    explanation(criterion, strings),
  );
}

/** One cell a facet, filled where it is met: a picture in small, with the facets' names. */
function facetBar(
  { facets, level }: CriterionCoverage,
  strings: PanelStrings,
): HTMLElement | undefined {
  if (level === 'not-applicable' || facets.length === 0) return undefined;
  const met = facets.filter((facet) => facet.met);
  const name = [
    filled(strings.facetsOf, met.length, facets.length),
    ...facets.map(({ title, met: isMet }) =>
      filled(isMet ? strings.facetMet : strings.facetOpen, title),
    ),
  ].join('; ');
  const cells = facets.map((facet) => element('i', { class: facet.met ? 'met' : 'open' }));
  return element(
    'span',
    { class: 'facets', attributes: { role: 'img', 'aria-label': name, title: name } },
    ...cells,
  );
}

function changeMark(
  id: string,
  comparison: Comparison | null,
  strings: PanelStrings,
): HTMLElement | undefined {
  const direction = comparison?.changes.find((change) => change.id === id)?.direction ?? 'same';
  if (direction === 'same') return undefined;
  const name = filled(
    direction === 'better' ? strings.betterThan : strings.worseThan,
    comparison?.name ?? '',
  );
  return element('span', {
    class: `change ${direction}`,
    text: direction === 'better' ? '▲' : '▼',
    attributes: { role: 'img', 'aria-label': name, title: name },
  });
}

/** The lines that show it; where there are none, what inserts its section. */
function where(
  { id, title, level, evidence }: CriterionCoverage,
  strings: PanelStrings,
): HTMLElement | undefined {
  const links = lineLinks(evidence, strings);
  if (links !== undefined || level === 'not-applicable') return links;
  const name = `${strings.insertSection}: ${title}`;
  return button(strings.insertSection, 'link', { do: 'insert', criterion: id }, name);
}

/** What a thin answer does not do yet; why a criterion is waived. */
function explanation(
  { facets, level, because }: CriterionCoverage,
  strings: PanelStrings,
): HTMLElement | undefined {
  const open = facets.flatMap(({ met, missing }) => (met ? [] : [missing]));
  if (level === 'not-applicable') return element('p', { class: 'why', text: because });
  if (level !== 'partial') return undefined;
  const text = open.length > 0 ? filled(strings.completeIt, open.join('; ')) : because;
  return element('p', { class: 'why', text });
}

/** What got better and worse since an earlier version, as a table. */
export function changesTable(comparison: Comparison, strings: PanelStrings): HTMLElement {
  const changed = comparison.changes.filter(({ direction }) => direction !== 'same');
  if (changed.length === 0) {
    return element('p', { class: 'quiet', text: filled(strings.noChanges, comparison.name) });
  }
  const name = filled(strings.changesSince, comparison.name);
  return element(
    'table',
    { class: 'changes', attributes: { 'aria-label': name } },
    element('tbody', {}, ...changed.map((change) => changeRow(change, strings))),
  );
}

function changeRow(change: CriterionChange, strings: PanelStrings): HTMLElement {
  const { id, title, direction, before, after, gained, lost } = change;
  const isBetter = direction === 'better';
  const mark = element('span', {
    text: isBetter ? '▲' : '▼',
    attributes: { 'aria-hidden': 'true' },
  });
  const now = levelWord(after, strings);
  const levels = before === after ? now : `${levelWord(before, strings)} → ${now}`;
  const facets = [...gained.map((facet) => `+ ${facet}`), ...lost.map((facet) => `− ${facet}`)];
  return element(
    'tr',
    { key: id, class: direction },
    element('td', { class: 'direction' }, mark, words(isBetter ? strings.better : strings.worse)),
    element('th', { text: title, attributes: { scope: 'row' } }),
    element('td', { text: levels }),
    element('td', { text: facets.join(', ') }),
  );
}
