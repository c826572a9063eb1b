import { describe, expect, test } from 'vitest';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { tickChecklistItem } from '../../../server/src/core/analysis/checklist/tickChecklistItem.ts';
import { checklistPack } from './checklistPack.ts';
import { applyEdits, isTicked } from './ticking.ts';

function tick(text: string | null, id: string, ticked = true, language = 'en'): string {
  return applyEdits(text ?? '', tickChecklistItem(checklistPack, text, id, ticked, language));
}

const contact = 'ospo.awareness.named-contact';
const inventory = 'organisation.usage.inventory';
const licences = 'organisation.usage.licences';

describe('a new file', () => {
  test('is Markdown that GitHub renders as task lists', () => {
    expect(tick(null, licences)).toBe(
      [
        '# Maturity checklist',
        '',
        expect.any(String),
        '',
        '## The organisation',
        '',
        'No ladder to climb.',
        '',
        '### Software usage',
        '',
        '- [ ] An inventory exists <!-- ospo-strategy: organisation.usage.inventory -->',
        '- [x] Licences are known <!-- ospo-strategy: organisation.usage.licences -->',
        '- [ ] Updates are applied <!-- ospo-strategy: organisation.usage.updates -->',
        '',
        '### Leadership',
        '',
        '- [ ] People hold \\*board\\* seats \\[elected\\] <!-- ospo-strategy: organisation.leadership.seats -->',
        '',
        '## The OSPO',
        '',
        'A tool, not a score.',
        '',
        '### Awareness',
        '',
        '- [ ] A contact is named <!-- ospo-strategy: ospo.awareness.named-contact -->',
        '- [ ] An inventory exists <!-- ospo-strategy: ospo.awareness.inventory -->',
        '',
        '### Leader and advisor',
        '',
        '- [ ] The board asks for advice <!-- ospo-strategy: ospo.advisor.board -->',
        '',
      ]
        .map((line) => (typeof line === 'string' ? line : explanationOf(tick(null, licences))))
        .join('\n'),
    );
  });

  test('says what it is for, and that the comments matter', () => {
    expect(explanationOf(tick(null, licences))).toMatch(/observed.*comment/);
  });

  test('is written in Chinese where that is asked for', () => {
    const text = tick(null, contact, true, 'zh-Hans');
    expect(text).toContain('### 意识\n\n- [x] 有联系人 <!-- ospo-strategy:');
    expect(isTicked(text, contact)).toBe(true);
  });

  test('is read again without its comments, as only words', () => {
    const bare = tick(null, contact).replace(/ <!--.*?-->/g, '');
    const reading = readChecklist(checklistPack, bare, 'en');
    expect(isTicked(bare, contact)).toBe(true);
    expect(reading.models.flatMap(({ stages }) => stages.flatMap(({ items }) => items))).toEqual(
      expect.not.arrayContaining([expect.not.objectContaining({ line: expect.any(Number) })]),
    );
  });

  test.each(['', '\n\n', '\uFEFF', '    '])('also fills a file that holds only %j', (blank) => {
    const text = tick(blank, contact);
    expect(text.startsWith(blank)).toBe(true);
    expect(text).toMatch(/^\uFEFF?# Maturity checklist$/m);
    expect(isTicked(text, contact)).toBe(true);
  });

  test('is not made by unticking', () => {
    expect(tickChecklistItem(checklistPack, null, contact, false, 'en')).toEqual([]);
  });
});

describe('an item that the file has', () => {
  const text = `\uFEFF# Mine\r\n\r\n* [ ] Ask *Ada* <!-- ospo-strategy: ${contact} -->\r\n  since May\r\n`;

  test('changes in one character, whatever surrounds it', () => {
    const edits = tickChecklistItem(checklistPack, text, contact, true, 'en');
    const at = text.indexOf('[ ]') + 1;
    expect(edits).toEqual([{ range: { start: at, end: at + 1 }, newText: 'x' }]);
  });

  test('is as before when ticked and unticked', () => {
    expect(tick(tick(text, contact), contact, false)).toBe(text);
  });

  test('is not touched when it already is as wanted', () => {
    expect(tickChecklistItem(checklistPack, text, contact, false, 'en')).toEqual([]);
    expect(tickChecklistItem(checklistPack, tick(text, contact), contact, true, 'en')).toEqual([]);
    expect(
      tickChecklistItem(checklistPack, '- [X] A contact is named', contact, true, 'en'),
    ).toEqual([]);
  });

  test('doubled, changes where it decides', () => {
    const line = `- [ ] A contact <!-- ospo-strategy: ${contact} -->\n`;
    expect(tick(line + line, contact)).toBe(line.replace('[ ]', '[x]') + line);
  });

  test('gets a readable box when its own was broken', () => {
    const line = (box: string) => `- [${box}] A contact <!-- ospo-strategy: ${contact} -->\n`;
    expect(tick(line(''), contact)).toBe(line('x'));
    expect(tick(line('👍'), contact)).toBe(line('x'));
  });
});

describe('an item that the file does not have', () => {
  const added = (id: string, title: string) => `[x] ${title} <!-- ospo-strategy: ${id} -->`;

  test('comes after the one before it, below its notes', () => {
    const text =
      '# Mine\n\n- [x] An inventory exists <!-- ospo-strategy: organisation.usage.inventory -->\n  in `inventory.csv`\n\n  ```\n- [ ] no item\n  ```\n\nThe end\n';
    expect(tick(text, licences)).toBe(
      text.replace('  ```\n\nThe', `  \`\`\`\n- ${added(licences, 'Licences are known')}\n\nThe`),
    );
  });

  test('comes before the one after it, in the same kind of list', () => {
    const text = '> 4) [ ] Licences are known\n';
    expect(tick(text, inventory)).toBe(`> 5) ${added(inventory, 'An inventory exists')}\n${text}`);
  });

  test('comes under the heading of its stage, after what is written there', () => {
    const text = '## The organisation\n### Software usage\nWe began in 2021.\n### Leadership\n';
    expect(tick(text, licences)).toBe(
      `## The organisation\n### Software usage\nWe began in 2021.\n\n- ${added(licences, 'Licences are known')}\n\n### Leadership\n`,
    );
  });

  test('makes its stage, in the order of the pack', () => {
    const text =
      '# Mine\n\n## The OSPO\n\n### Leader and advisor\n\n- [ ] The board asks for advice\n';
    expect(tick(text, contact)).toBe(
      text.replace(
        '### Leader',
        `### Awareness\n\n- ${added(contact, 'A contact is named')}\n\n### Leader`,
      ),
    );
  });

  test('makes its model at the end where that is missing too', () => {
    expect(tick('# Mine\n\nWords.', contact)).toBe(
      `# Mine\n\nWords.\n\n## The OSPO\n\n### Awareness\n\n- ${added(contact, 'A contact is named')}`,
    );
  });

  test('is written with the line ending of the file', () => {
    expect(tick('# Mine\r\n', contact)).toBe(
      `# Mine\r\n\r\n## The OSPO\r\n\r\n### Awareness\r\n\r\n- ${added(contact, 'A contact is named')}\r\n`,
    );
  });

  test('comes before a fence that nothing closes, where it would not be read', () => {
    const text = '# Mine\n```\nnever closed\n';
    const ticked = tick(text, contact);
    expect(ticked.endsWith('\n```\nnever closed\n')).toBe(true);
    expect(isTicked(ticked, contact)).toBe(true);
  });

  test('is not inserted by unticking', () => {
    expect(tickChecklistItem(checklistPack, '# Mine\n', contact, false, 'en')).toEqual([]);
  });
});

test('an item that the pack does not have changes nothing', () => {
  expect(tickChecklistItem(checklistPack, null, 'ospo.no.such', true, 'en')).toEqual([]);
});

function explanationOf(text: string): string {
  return text.split('\n')[2] ?? '';
}
