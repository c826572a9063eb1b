import type { ChecklistItemState, EvidenceLines } from '../../../../server/src/lsp/protocol.ts';
import type { ChecklistContent } from '../checklistMessages.ts';
import { filled } from '../stringMessages.ts';
import { button, element, words } from './element.ts';
import { lineLink } from './lineLinks.ts';
import type { PageContext } from './pageContext.ts';

type Note = ChecklistItemState['notes'][number];

/**
 * One item: its box, what would show it, what the text itself has for it, and its notes.
 * @param stage the title of its stage, where it does not stand under it
 */
export function itemRow(
  item: ChecklistItemState,
  content: ChecklistContent,
  found: readonly EvidenceLines[] | undefined,
  context: PageContext,
  stage?: string,
): HTMLElement {
  const id = `item-${item.id}`;
  const box = element('input', {
    action: { do: 'tick', item: item.id },
    attributes: { type: 'checkbox', id, 'aria-describedby': `${id}-evidence` },
  });
  box.checked = item.ticked;
  const { note } = context;
  const isAdding = note?.item === item.id && note.line === null;
  return element(
    'li',
    { key: item.id, class: 'item' },
    box,
    element('label', { text: item.title, attributes: { for: id } }),
    stage === undefined ? undefined : element('p', { class: 'of-stage', text: stage }),
    element('p', { class: 'evidence', text: item.evidence, attributes: { id: `${id}-evidence` } }),
    item.ticked ? undefined : suggestion(item, found, context),
    notesOf(item, context),
    isAdding ? noteForm(item, undefined, content.today, context) : addNote(item, context),
  );
}

function suggestion(
  { id, title }: ChecklistItemState,
  found: readonly EvidenceLines[] = [],
  { strings }: PageContext,
): HTMLElement | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const name = `${strings.tickIt} ${title}`;
  return element(
    'p',
    { class: 'suggestion', key: 'suggestion' },
    words(strings.foundAtLine),
    words(' '),
    lineLink(first, strings),
    words(': '),
    button(strings.tickIt, 'link', { do: 'tickFound', item: id }, name),
  );
}

function notesOf(item: ChecklistItemState, context: PageContext): HTMLElement | undefined {
  if (item.notes.length === 0) return undefined;
  const rows = item.notes.map((note) => noteRow(item, note, context));
  return element('ul', { class: 'notes', key: 'notes' }, ...rows);
}

function noteRow(item: ChecklistItemState, note: Note, context: PageContext): HTMLElement {
  const { strings } = context;
  const key = `note-${note.line}`;
  if (context.note?.item === item.id && context.note.line === note.line) {
    return element('li', { key }, noteForm(item, note, note.date ?? '', context));
  }
  const at = { item: item.id, line: String(note.line) };
  return element(
    'li',
    { key },
    note.date === null
      ? undefined
      : element('time', { text: note.date, attributes: { datetime: note.date } }),
    element('bdi', { text: note.text }),
    button(
      strings.editNote,
      'link',
      { do: 'editNote', ...at },
      `${strings.editNote}: ${note.text}`,
    ),
    button(
      strings.deleteNote,
      'link',
      { do: 'deleteNote', ...at },
      `${strings.deleteNote}: ${note.text}`,
    ),
  );
}

function addNote({ id, title }: ChecklistItemState, { strings }: PageContext): HTMLElement {
  const add = button(
    strings.noteAdd,
    'link add-note',
    { do: 'editNote', item: id, line: '' },
    `${strings.noteAdd} ${title}`,
  );
  add.id = `item-${id}-add`;
  return add;
}

/** Writes a note. What stands in its fields is the author's until it is saved or left. */
function noteForm(
  item: ChecklistItemState,
  note: Note | undefined,
  date: string,
  { strings }: PageContext,
): HTMLFormElement {
  const field = (name: string, type: string, value: string, label: string): HTMLInputElement =>
    element('input', { attributes: { name, type, value, 'aria-label': label } });
  const text = field('text', 'text', note?.text ?? '', filled(strings.note, item.title));
  text.maxLength = 2_000;
  text.id = 'note-text';
  return element(
    'form',
    {
      class: 'note-form',
      key: 'note-form',
      attributes: {
        'data-item': item.id,
        'data-line': note === undefined ? '' : String(note.line),
      },
    },
    field('date', 'date', date, strings.date),
    text,
    element('button', { class: 'primary', text: strings.save, attributes: { type: 'submit' } }),
    button(strings.cancel, 'link', { do: 'leaveNote' }),
  );
}
