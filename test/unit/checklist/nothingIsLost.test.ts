import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newChecklist } from '../../../server/src/core/analysis/checklist/newChecklist.ts';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { tickChecklistItem } from '../../../server/src/core/analysis/checklist/tickChecklistItem.ts';
import { checklistPack, itemIds } from './checklistPack.ts';
import { applyEdits, isTicked } from './ticking.ts';

/** Files as hands leave them: a checklist cut up, reordered, and mixed with whatever else. */
const brokenFile = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    ending: fc.constantFrom('\n', '\r\n', '\r'),
    closed: fc.boolean(),
    lines: fc.array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...newChecklist(checklistPack, 'en', undefined).split('\n')),
        },
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            ...newChecklist(checklistPack, 'zh-Hans', itemIds[4]).split('\n'),
          ),
        },
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            '```',
            '~~~~',
            '<!--',
            '-->',
            '---',
            '===',
            '',
            '  ',
            '  a note',
            '\ta note',
            '> said',
            'text',
            '- [ ] my own',
            '* [] 有联系人',
            '  1. [X] A contact is named',
            '- [?] Licences are known',
            '> - [ ] Updates are applied',
            '- A contact <!-- ospo-strategy: ospo.awareness.named-contact -->',
            '- [x] ? <!-- ospo-strategy: ospo.awareness.nobody -->',
            '###### Awareness',
            'Leadership',
            '999999999. [ ] An inventory exists',
          ),
        },
        {
          weight: 1,
          arbitrary: fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, '')),
        },
      ),
      { maxLength: 30 },
    ),
  })
  .map(({ mark, ending, closed, lines }) => mark + lines.join(ending) + (closed ? ending : ''));

const ticks = fc.array(fc.tuple(fc.constantFrom(...itemIds), fc.boolean()), {
  minLength: 1,
  maxLength: 8,
});

function apply(text: string, id: string, ticked: boolean): string {
  return applyEdits(text, tickChecklistItem(checklistPack, text, id, ticked, 'en'));
}

/** Lines with the content of every box left out, and without the byte order mark. */
function linesWithoutTicks(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/\[(.?)\](?=\s|$)/u, '[]'));
}

/** Whether all the lines stand in the others, in the same order. */
function areAllIn(lines: readonly string[], others: readonly string[]): boolean {
  let next = 0;
  for (const line of others) if (line === lines[next]) next += 1;
  return next === lines.length;
}

describe('whatever a file looks like', { timeout: 60_000 }, () => {
  test('after any ticks, every line is still there but for the tick itself', () => {
    fc.assert(
      fc.property(brokenFile, ticks, (file, sequence) => {
        const after = sequence.reduce((text, [id, ticked]) => apply(text, id, ticked), file);
        expect(areAllIn(linesWithoutTicks(file), linesWithoutTicks(after))).toBe(true);
        expect(after.startsWith('\uFEFF')).toBe(file.startsWith('\uFEFF'));
      }),
      { numRuns: 1_000 },
    );
  });

  test('an edit replaces at most what stands in one box', () => {
    fc.assert(
      fc.property(brokenFile, fc.constantFrom(...itemIds), fc.boolean(), (file, id, ticked) => {
        for (const { range, newText } of tickChecklistItem(checklistPack, file, id, ticked, 'en')) {
          const replaced = file.slice(range.start, range.end);
          const inBox = file[range.start - 1] === '[' && file[range.end] === ']';
          expect(replaced === '' || (inBox && newText.length === 1)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('what was ticked is read as ticked, what was unticked as not, and the rest as before', () => {
    fc.assert(
      fc.property(brokenFile, fc.constantFrom(...itemIds), fc.boolean(), (file, id, ticked) => {
        const after = apply(file, id, ticked);
        expect(isTicked(after, id)).toBe(ticked);
        for (const other of itemIds.filter((each) => each !== id)) {
          expect(isTicked(after, other)).toBe(isTicked(file, other));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('doing it again changes nothing more', () => {
    fc.assert(
      fc.property(brokenFile, fc.constantFrom(...itemIds), fc.boolean(), (file, id, ticked) => {
        const once = apply(file, id, ticked);
        expect(tickChecklistItem(checklistPack, once, id, ticked, 'en')).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('an open item ticked and unticked leaves the file as it was', () => {
    fc.assert(
      fc.property(brokenFile, (file) => {
        const items = readChecklist(checklistPack, file, 'en').models.flatMap(({ stages }) =>
          stages.flatMap((stage) => stage.items),
        );
        const broken = new Set(
          readChecklist(checklistPack, file, 'en').problems.map(({ line }) => line),
        );
        for (const { id, line, ticked } of items) {
          if (line === undefined || ticked || broken.has(line)) continue;
          expect(apply(apply(file, id, true), id, false)).toBe(file);
        }
      }),
      { numRuns: 500 },
    );
  });
});
