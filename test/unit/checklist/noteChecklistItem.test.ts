import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type NoteChange,
  noteChecklistItem,
} from '../../../server/src/core/analysis/checklist/noteChecklistItem.ts';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { checklistPack } from './checklistPack.ts';
import { applyEdits, isTicked } from './ticking.ts';

const contact = 'ospo.awareness.named-contact';
const inventory = 'organisation.usage.inventory';

function note(text: string | null, change: Partial<NoteChange>, id = contact): string {
  const whole = { line: null, date: '2026-12-01', text: 'Asked Ada', ...change };
  return applyEdits(text ?? '', noteChecklistItem(checklistPack, text, id, whole, 'en'));
}

function notesOf(text: string, id = contact) {
  const items = readChecklist(checklistPack, text, 'en').models.flatMap(({ stages }) =>
    stages.flatMap((stage) => stage.items),
  );
  return items.find((item) => item.id === id)?.notes;
}

describe('a note', () => {
  test('is a list line under its item, with its day', () => {
    const text = '- [x] A contact is named\n- [ ] An inventory exists\n';
    const noted =
      '- [x] A contact is named\n  - 2026-12-01: Asked Ada\n- [ ] An inventory exists\n';
    expect(note(text, {})).toBe(noted);
    expect(notesOf(noted)).toEqual([{ line: 1, date: '2026-12-01', text: 'Asked Ada' }]);
  });

  test('comes after those that are there, and behind a wrapped item', () => {
    const text = '1. [ ] A contact\n   is named\n   - seen in the wiki\n\nMore.\n';
    expect(note(text, { date: null })).toBe(
      '1. [ ] A contact\n   is named\n   - seen in the wiki\n   - Asked Ada\n\nMore.\n',
    );
  });

  test('is changed and removed in its own line', () => {
    const text = '- [ ] A contact is named\r\n  - 2026-11-24: Ask\r\n  - other\r\n';
    expect(note(text, { line: 1, text: 'Asked' })).toBe(
      '- [ ] A contact is named\r\n  - 2026-12-01: Asked\r\n  - other\r\n',
    );
    expect(note(text, { line: 1, text: ' ' })).toBe('- [ ] A contact is named\r\n  - other\r\n');
  });

  test('of a line that is no note of the item changes nothing', () => {
    const text = '- [ ] A contact is named\n\nText.\n';
    expect(note(text, { line: 2 })).toBe(text);
    expect(note(text, { line: 40 })).toBe(text);
  });

  test('brings its item along, unticked, where the file lacks it or is not there yet', () => {
    for (const text of [null, '', '# Mine\n\n## The OSPO\n']) {
      const noted = note(text, {});
      expect(isTicked(noted, contact)).toBe(false);
      expect(notesOf(noted)).toMatchObject([{ date: '2026-12-01', text: 'Asked Ada' }]);
    }
  });

  test('is not what stands deeper as a task of its own', () => {
    expect(notesOf('- [ ] A contact is named\n  - [ ] ask Ada\n  - later\n')).toEqual([]);
  });
});

test('whatever is noted reads as it was written, and leaves with no trace', () => {
  const bases = [
    '- [ ] A contact is named <!-- ospo-strategy: ospo.awareness.named-contact -->\n- [x] An inventory exists <!-- ospo-strategy: organisation.usage.inventory -->',
    '> * [X] A contact is named\n\n# Rest\r\n\n```\n- [ ] no\n```\n',
  ];
  const nasty = fc.constantFrom('<!-- ospo-strategy: x.y.z -->', '[x] a', '- [ ] b', '# c', '&lt;');
  const written = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(nasty, fc.string())).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(fc.constantFrom(...bases), written, (base, text) => {
      const shown = text.replace(/\s+/gu, ' ').trim();
      fc.pre(shown !== '');
      const noted = note(base, { text });
      expect(notesOf(noted)).toMatchObject([{ date: '2026-12-01', text: shown }]);
      expect(readChecklist(checklistPack, noted, 'en').problems).toEqual([]);
      expect(isTicked(noted, inventory)).toBe(isTicked(base, inventory));
      const line = notesOf(noted)?.[0]?.line ?? null;
      expect(note(noted, { line, text: '' })).toBe(base);
    }),
  );
});
