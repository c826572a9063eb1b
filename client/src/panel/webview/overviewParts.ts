import type {
  Coverage,
  CriterionCoverage,
  EvidenceLines,
} from '../../../../server/src/lsp/protocol.ts';
import type { ChecklistContent } from '../checklistMessages.ts';
import type { ToPage } from '../messages.ts';
import type { OverviewContent } from '../overviewMessages.ts';
import { filled, type PanelStrings } from '../stringMessages.ts';
import {
  checklistBar,
  checklistNote,
  checklistProblems,
  modelSection,
  type Suggestions,
} from './checklistParts.ts';
import { changesTable, criterionList } from './criterionParts.ts';
import { button, element, words } from './element.ts';
import { type FlowerPlace, flowerTable, makeReachable, readFlower } from './flowerPicture.ts';
import type { PageContext } from './pageContext.ts';

/** What the overview is drawn with, beside what it is told. */
export interface OverviewContext extends PageContext {
  readonly place: FlowerPlace | undefined;
  /** True where the page is too narrow for the petals' titles. */
  readonly isNarrow: boolean;
}

/** The whole overview, part by part. */
export function overviewParts(
  { overview: content, checklist }: ToPage,
  context: OverviewContext,
): readonly (HTMLElement | undefined)[] {
  if (content === null) return [];
  const { coverage } = content;
  if (content.overview === null) return [header(content, context), notAnalysed(coverage, context)];
  const ofKind = (kind: CriterionCoverage['kind']) =>
    coverage.criteria.filter((criterion) => criterion.kind === kind);
  return [
    header(content, context),
    nextSteps(content, context),
    element(
      'div',
      { class: 'columns', key: 'columns' },
      element(
        'div',
        { class: 'column' },
        flowerSection(content, ofKind('petal'), context),
        listSection('petal', context.strings.petals, ofKind('petal'), content, context),
      ),
      element(
        'div',
        { class: 'column' },
        listSection('question', context.strings.questions, ofKind('question'), content, context),
        listSection('element', context.strings.elements, ofKind('element'), content, context),
        changes(content, context),
      ),
    ),
    checklist === null ? undefined : maturity(checklist, coverage, context),
    exports(context),
  ];
}

function header({ file, coverage }: OverviewContent, { strings }: OverviewContext): HTMLElement {
  const title = coverage.title?.text ?? strings.overview;
  const counts = [
    { kind: 'question', text: strings.questions },
    { kind: 'petal', text: strings.petals },
    { kind: 'element', text: strings.elements },
  ].flatMap(({ kind, text }) => {
    const counted = coverage.criteria.filter(
      (each) => each.kind === kind && each.level !== 'not-applicable',
    );
    const answered = counted.filter(({ level }) => level === 'answered').length;
    if (counted.length === 0) return [];
    return [
      element('li', { text: `${text}: ${filled(strings.countOf, answered, counted.length)}` }),
    ];
  });
  const link = button(file, 'link file', { do: 'openDocument' });
  link.title = strings.openFile;
  return element(
    'header',
    { key: 'header' },
    element('h1', {}, element('bdi', { text: title })),
    element('div', { class: 'bar' }, link, element('ul', { class: 'counts' }, ...counts)),
  );
}

function notAnalysed({ reason }: Coverage, { strings }: OverviewContext): HTMLElement {
  return element(
    'section',
    { class: 'notice', key: 'not-analysed' },
    element('p', { text: filled(strings.notAnalysed, reason) }),
    button(strings.analyseAnyway, 'primary', { do: 'analyseAnyway' }),
  );
}

/** What comes next, each leading to its criterion's row. */
function nextSteps(
  { overview, coverage }: OverviewContent,
  { strings }: OverviewContext,
): HTMLElement | undefined {
  const steps = (overview?.next ?? []).map(({ criterion, todo }) => {
    const title = coverage.criteria.find(({ id }) => id === criterion)?.title ?? criterion;
    return element(
      'li',
      { key: criterion },
      button(title, 'link', { do: 'goTo', criterion }),
      words(`: ${todo}`),
    );
  });
  if (steps.length === 0) return undefined;
  return element(
    'section',
    { class: 'next', key: 'next', attributes: { 'aria-labelledby': 'next' } },
    element('h2', { text: strings.next, attributes: { id: 'next' } }),
    element('ol', {}, ...steps),
  );
}

function flowerSection(
  { overview, comparison }: OverviewContent,
  petals: readonly CriterionCoverage[],
  { strings, place, isNarrow, isOpen }: OverviewContext,
): HTMLElement | undefined {
  const flower = overview?.flower ?? null;
  if (flower === null || comparison === undefined) return undefined;
  const picture = readFlower(isNarrow ? flower.numbers : flower.titles);
  if (picture !== undefined) makeReachable(picture, place);
  const frame = element('div', {
    class: `picture ${isNarrow ? 'numbers' : 'titles'}`,
    key: isNarrow ? 'numbers' : 'titles',
  });
  if (picture !== undefined) frame.append(picture);
  const order = petals[0]?.facets.map(({ title }) => title).join(' · ') ?? '';
  const looks = [
    { look: 'solid', text: strings.answered },
    { look: 'thin', text: strings.thin },
    { look: 'missing', text: strings.missing },
    { look: 'waived', text: strings.waived },
  ].map(({ look, text }) =>
    element('li', {}, element('i', { class: `swatch ${look}` }), words(text)),
  );
  const twin = isOpen('flower-table', isNarrow);
  return element(
    'section',
    { class: 'flower-section', key: 'flower', attributes: { 'aria-labelledby': 'flower' } },
    element('h2', { text: strings.overview, class: 'unseen', attributes: { id: 'flower' } }),
    frame,
    element('ul', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, ...looks),
    element('p', { class: 'quiet order', text: filled(strings.facetsFromCentre, order) }),
    element(
      'details',
      { class: 'twin', attributes: { 'data-part': 'flower-table', ...(twin ? { open: '' } : {}) } },
      element('summary', { text: filled(strings.asTable, '').trim() }),
      element(
        'div',
        { class: 'scroll', attributes: { tabindex: '0' } },
        flowerTable(petals, strings),
      ),
    ),
  );
}

function listSection(
  id: string,
  title: string,
  criteria: readonly CriterionCoverage[],
  { comparison }: OverviewContent,
  { strings }: OverviewContext,
): HTMLElement | undefined {
  if (criteria.length === 0) return undefined;
  return element(
    'section',
    { key: id, attributes: { 'aria-labelledby': `list-${id}` } },
    element('h2', { text: title, attributes: { id: `list-${id}` } }),
    criterionList(criteria, comparison, strings),
  );
}

function changes(
  { comparison }: OverviewContent,
  { strings }: OverviewContext,
): HTMLElement | undefined {
  if (comparison === null) return undefined;
  const { name, exists } = comparison;
  return element(
    'section',
    { class: 'since', key: 'since', attributes: { 'aria-labelledby': 'since' } },
    element(
      'div',
      { class: 'since-head' },
      element('h2', { text: filled(strings.changesSince, name), attributes: { id: 'since' } }),
      button(strings.compareWith, 'link', { do: 'compare' }),
    ),
    exists
      ? changesTable(comparison, strings)
      : element('p', { class: 'quiet', text: filled(strings.nothingToCompare, name) }),
  );
}

function maturity(
  content: ChecklistContent,
  coverage: Coverage,
  context: OverviewContext,
): HTMLElement {
  const { strings, view } = context;
  const found = Object.values(coverage.maturity).flatMap(({ items }) =>
    items.map(({ id, evidence }): [string, readonly EvidenceLines[]] => [id, evidence]),
  );
  const suggestions: Suggestions = new Map(found);
  const choice = (to: PageContext['view'], text: string): HTMLElement => {
    const made = button(text, 'choice', { do: 'setView', view: to });
    made.setAttribute('aria-pressed', String(view === to));
    return made;
  };
  return element(
    'section',
    { class: 'maturity', key: 'maturity', attributes: { 'aria-labelledby': 'maturity' } },
    element(
      'div',
      { class: 'maturity-head' },
      element('h2', { text: strings.maturity, attributes: { id: 'maturity' } }),
      element(
        'div',
        { class: 'choices', attributes: { role: 'group', 'aria-label': strings.view } },
        choice('stages', strings.stages),
        choice('capabilities', strings.capabilities),
      ),
      button(strings.hide, 'link', { do: 'openMaturitySetting' }),
    ),
    checklistBar(content, context),
    checklistNote(content, context),
    checklistProblems(content, context),
    element(
      'div',
      { class: 'models' },
      ...content.checklist.models.map((model) =>
        modelSection(model, content, suggestions, context),
      ),
    ),
  );
}

function exports({ strings }: OverviewContext): HTMLElement {
  const formats: readonly [string, string][] = [
    ['html', 'HTML'],
    ['svg', 'SVG'],
    ['png', 'PNG'],
    ['markdown', 'Markdown'],
    ['json', 'JSON'],
  ];
  return element(
    'footer',
    { class: 'exports', key: 'exports' },
    element('span', { class: 'quiet', text: strings.exportAs }),
    ...formats.map(([format, text]) =>
      button(text, 'link', { do: format === 'png' ? 'exportPng' : 'export', format }),
    ),
    button(strings.flowerIntoDocument, 'link', { do: 'insertFlower' }),
  );
}

/** A sentence on what changed between two drawings, for those who do not see it; empty where nothing did. */
export function spokenChange(
  before: OverviewContent | null,
  after: OverviewContent | null,
  strings: PanelStrings,
): string {
  if (before === null || after === null) return '';
  return after.coverage.criteria
    .flatMap(({ id, title, level }) => {
      const known = before.coverage.criteria.find((each) => each.id === id);
      if (known === undefined || known.level === level) return [];
      const word = {
        answered: strings.answered,
        partial: strings.thin,
        absent: strings.missing,
        'not-applicable': strings.waived,
      }[level];
      return [filled(strings.nowLevel, title, word)];
    })
    .join(' ');
}
