import { describe, expect, test } from 'vitest';
import {
  type ChecklistReading,
  readChecklist,
} from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { checklistPack, itemIds } from './checklistPack.ts';

function read(text: string | null, language = 'en'): ChecklistReading {
  return readChecklist(checklistPack, text, language);
}

function tickedIds(text: string): string[] {
  return itemsOf(read(text)).flatMap((item) => (item.ticked ? [item.id] : []));
}

function itemsOf(reading: ChecklistReading) {
  return reading.models.flatMap((model) => model.stages.flatMap((stage) => stage.items));
}

function lineOf(text: string, id: string): number | undefined {
  return itemsOf(read(text)).find((item) => item.id === id)?.line;
}

const contact = 'ospo.awareness.named-contact';

describe('without a file', () => {
  test('every item of the pack is there, unticked and without a line', () => {
    const items = itemsOf(read(null));
    expect(items.map(({ id }) => id)).toEqual(itemIds);
    expect(items.every((item) => !item.ticked && item.line === undefined)).toBe(true);
  });

  test('titles, caveats and evidence come in the language asked for', () => {
    const [model] = read(null, 'zh-Hans').models;
    expect(model).toMatchObject({ title: '组织', caveat: '这不是阶梯。', source: 'The book' });
    expect(model?.stages[0]?.items[0]).toMatchObject({
      title: '有一份清单',
      evidence: '证据：有一份清单。',
    });
  });
});

describe('an item is known by its comment', () => {
  test.each([
    ['as it is written', `- [x] A contact is named <!-- ospo-strategy: ${contact} -->`],
    ['with a capital X', `- [X] A contact is named <!-- ospo-strategy: ${contact} -->`],
    ['with other words', `- [x] Ask Ada <!-- ospo-strategy: ${contact} -->`],
    ['with a star', `* [x] A contact <!-- ospo-strategy: ${contact} -->`],
    ['with a plus', `+ [x] A contact <!-- ospo-strategy: ${contact} -->`],
    ['numbered', `12) [x] A contact <!-- ospo-strategy: ${contact} -->`],
    ['indented', `\t- [x] A contact <!--ospo-strategy:${contact}-->`],
    ['quoted', `> - [x] A contact <!-- ospo-strategy: ${contact} -->`],
    ['wrapped by a formatter', `- [x] A contact\n  of ours\n  <!-- ospo-strategy: ${contact} -->`],
    ['after a byte order mark', `\uFEFF- [x] A contact <!-- ospo-strategy: ${contact} -->`],
  ])('%s', (_, text) => {
    expect(tickedIds(text)).toEqual([contact]);
    expect(lineOf(text, contact)).toBe(0);
    expect(read(text).problems).toEqual([]);
  });
});

describe('an item that lost its comment is known by its words', () => {
  test.each([
    ['in English', '- [x] A contact is named'],
    ['in Chinese', '- [x] 有联系人'],
    ['with markup, another case and a full stop', '- [x] A **Contact** is named.'],
    ['wrapped', '- [x] A contact\n  is named'],
  ])('%s', (_, text) => expect(tickedIds(text)).toEqual([contact]));

  test('words that stand in two stages belong to the one whose heading is above', () => {
    const item = '- [x] An inventory exists\n';
    expect(tickedIds(`### Awareness\n${item}`)).toEqual(['ospo.awareness.inventory']);
    expect(tickedIds(`### 使用\n${item}`)).toEqual(['organisation.usage.inventory']);
    expect(tickedIds(`The OSPO\n========\n\n${item}`)).toEqual(['ospo.awareness.inventory']);
  });

  test('and to none where nothing tells', () => {
    expect(tickedIds('- [x] An inventory exists')).toEqual([]);
  });
});

describe('what is not read', () => {
  test.each([
    ['a fence', '```\n- [x] A contact is named\n```'],
    ['a fence that nothing closes', '~~~md\n- [x] A contact is named'],
    ['a longer fence around a shorter one', '````\n```\n- [x] A contact is named\n````'],
    ['a comment of several lines', '<!--\n- [x] A contact is named\n-->'],
    ['front matter', '---\nnote: |\n  x\n- [x] A contact is named\n---\n'],
    ["the author's own tasks", '- [x] Buy cake'],
    ['a link that looks like a box', '- [x](https://example.org) A contact is named'],
  ])('%s', (_, text) => {
    expect(tickedIds(text)).toEqual([]);
    expect(read(text).problems).toEqual([]);
  });

  test('reading goes on after the fence', () => {
    expect(tickedIds('```\nx\n```\n- [x] A contact is named')).toEqual([contact]);
  });
});

describe('what someone broke by hand is reported with its line', () => {
  test('a doubled item: the first decides', () => {
    const line = (box: string) => `- [${box}] A contact <!-- ospo-strategy: ${contact} -->\n`;
    const text = `# Mine\n${line(' ')}${line('x')}`;
    expect(tickedIds(text)).toEqual([]);
    expect(read(text).problems).toEqual([
      { line: 2, message: expect.stringContaining('a second time. The tick in line 2 counts') },
    ]);
  });

  test('an unknown id, with the nearest one', () => {
    const text = '\n- [x] A contact is named <!-- ospo-strategy: ospo.awarness.named-contact -->';
    expect(tickedIds(text)).toEqual([]);
    expect(read(text).problems).toEqual([
      { line: 1, message: expect.stringContaining(`Did you mean “${contact}”?`) },
    ]);
  });

  test('an id that resembles none', () => {
    const { problems } = read('- [x] Something <!-- ospo-strategy: quite.another.thing -->');
    expect(problems[0]?.message).toBe(
      'No checklist item has the id “quite.another.thing”. Its tick does not count.',
    );
  });

  test.each(['', '?', '✓', '👍'])('a box that holds “%s” counts as open', (box) => {
    const text = `- [${box}] A contact <!-- ospo-strategy: ${contact} -->`;
    expect(tickedIds(text)).toEqual([]);
    expect(read(text).problems).toEqual([{ line: 0, message: expect.stringContaining('The box') }]);
  });

  test('a line that kept its comment and lost its box', () => {
    const { problems } = read(`\n- A contact is named <!-- ospo-strategy: ${contact} -->`);
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining('no box') }]);
  });
});

test('a line of 5 MB does not hold up the reading', () => {
  const text = `# ${' '.repeat(5_000_000)}\n- [x] A contact is named`;
  const start = performance.now();
  expect(tickedIds(text)).toEqual([contact]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
