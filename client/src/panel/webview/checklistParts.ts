import type {
  ChecklistItemState,
  ChecklistModelState,
  ChecklistStageState,
  EvidenceLines,
} from '../../../../server/src/lsp/protocol.ts';
import type { ChecklistContent } from '../checklistMessages.ts';
import { filled } from '../stringMessages.ts';
import { itemRow } from './checklistItem.ts';
import { button, element, words } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** Evidence that the text itself has for an item, by the item's id. */
export type Suggestions = ReadonlyMap<string, readonly EvidenceLines[]>;

/** Where the ticks are kept, with what can be done with all stages. */
export function checklistBar(content: ChecklistContent, { strings }: PageContext): HTMLElement {
  const file = button(content.file, 'link file', { do: 'openFile', line: '0' });
  file.title = strings.openFile;
  file.disabled = !content.fileExists;
  return element(
    'div',
    { class: 'bar' },
    file,
    button(strings.expandAll, 'link', { do: 'setAllOpen', open: 'true' }),
    button(strings.collapseAll, 'link', { do: 'setAllOpen', open: 'false' }),
  );
}

/** What an author should know of the file before they tick. */
export function checklistNote(content: ChecklistContent, { strings }: PageContext): HTMLElement {
  const text = !content.fileExists
    ? filled(strings.checklistMissing, content.file)
    : content.isDirty
      ? strings.checklistDirty
      : strings.checklistHint;
  return element('p', { class: 'note', text });
}

/** What someone broke in the file by hand. */
export function checklistProblems(
  { checklist }: ChecklistContent,
  { strings }: PageContext,
): HTMLElement | undefined {
  if (checklist.problems.length === 0) return undefined;
  const rows = checklist.problems.map(({ line, message }) =>
    element(
      'li',
      {},
      button(filled(strings.line, line + 1), 'link', { do: 'openFile', line: String(line) }),
      words(` ${message}`),
    ),
  );
  return element(
    'section',
    { class: 'problems', key: 'problems', attributes: { 'aria-label': strings.inTheFile } },
    element('ul', {}, ...rows),
  );
}

/** One maturity model: its caveat, and its stages or its capabilities. */
export function modelSection(
  model: ChecklistModelState,
  content: ChecklistContent,
  suggestions: Suggestions,
  context: PageContext,
): HTMLElement {
  const heading = `model-${model.id}`;
  const body = context.view === 'stages' ? stagesOf : capabilitiesOf;
  return element(
    'section',
    { class: 'model', key: model.id, attributes: { 'aria-labelledby': heading } },
    element(context.modelHeading, { text: model.title, attributes: { id: heading } }),
    element('p', { class: 'caveat' }, words(`${model.caveat} `), sourceOf(model, context)),
    body(model, content, suggestions, context),
  );
}

/** The caveat's source, whose addresses can be followed. */
function sourceOf({ source }: ChecklistModelState, { strings }: PageContext): HTMLElement {
  const parts = source
    .split(/(https:\/\/[^\s()<>"']+)/)
    .map((part, index) =>
      index % 2 === 1 ? element('a', { text: part, attributes: { href: part } }) : words(part),
    );
  return element('small', { class: 'source' }, words(strings.source), words(' '), ...parts);
}

function stagesOf(
  model: ChecklistModelState,
  content: ChecklistContent,
  suggestions: Suggestions,
  context: PageContext,
): HTMLElement {
  // Where nothing is known of the author's choice, the first stage with something left is open.
  const next = model.stages.find(({ items }) => items.some(({ ticked }) => !ticked));
  const stages = model.stages.map((stage) => {
    const part = `${model.id}/${stage.id}`;
    const rows = stage.items.map((item) =>
      itemRow(item, content, suggestions.get(item.id), context),
    );
    const open = context.isOpen(part, stage === next);
    return element(
      'details',
      {
        class: 'stage',
        key: stage.id,
        attributes: { 'data-part': part, ...(open ? { open: '' } : {}) },
      },
      element(
        'summary',
        {},
        element('span', { class: 'stage-title', text: stage.title }),
        ...progressOf(stage, suggestions, context),
      ),
      element('p', { class: 'description', text: stage.description }),
      element('ul', { class: 'items' }, ...rows),
    );
  });
  return element('div', { class: 'stages', key: 'stages' }, ...stages);
}

function progressOf(
  { items }: ChecklistStageState,
  suggestions: Suggestions,
  { strings }: PageContext,
): HTMLElement[] {
  const done = items.filter(({ ticked }) => ticked).length;
  const found = items.filter((item) => isSuggested(item, suggestions)).length;
  const bar = element('progress', {
    attributes: {
      'aria-hidden': 'true',
      max: String(Math.max(items.length, 1)),
      value: String(done),
    },
  });
  const count = element('span', {
    class: 'count',
    text: filled(strings.countOf, done, items.length),
  });
  const hint = element('span', { class: 'found', text: filled(strings.foundInText, found) });
  return found > 0 ? [hint, bar, count] : [bar, count];
}

/** The same items without the ladder: what is in place, what the text speaks of, what is not there yet. */
function capabilitiesOf(
  model: ChecklistModelState,
  content: ChecklistContent,
  suggestions: Suggestions,
  context: PageContext,
): HTMLElement {
  const { strings } = context;
  const all = model.stages.flatMap((stage) => stage.items.map((item) => ({ item, stage })));
  const groups = [
    { key: 'ticked', title: strings.inPlace, has: ({ ticked }: ChecklistItemState) => ticked },
    {
      key: 'found',
      title: strings.foundInText.replace('{0} ', ''),
      has: (item: ChecklistItemState) => isSuggested(item, suggestions),
    },
    {
      key: 'open',
      title: strings.notYet,
      has: (item: ChecklistItemState) => !item.ticked && !isSuggested(item, suggestions),
    },
  ];
  const sections = groups.map(({ key, title, has }) => {
    const rows = all
      .filter(({ item }) => has(item))
      .map(({ item, stage }) =>
        itemRow(item, content, suggestions.get(item.id), context, stage.title),
      );
    if (rows.length === 0) return undefined;
    return element(
      'div',
      { class: 'group', key },
      element(context.modelHeading === 'h2' ? 'h3' : 'h4', { text: `${title} (${rows.length})` }),
      element('ul', { class: 'items' }, ...rows),
    );
  });
  return element('div', { class: 'capabilities', key: 'capabilities' }, ...sections);
}

function isSuggested({ id, ticked }: ChecklistItemState, suggestions: Suggestions): boolean {
  return !ticked && (suggestions.get(id)?.length ?? 0) > 0;
}
