import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIRST_MARK, LAST_MARK, withFigures } from '../../../scripts/evaluation/accuracyPage.ts';
import { markdownTable, plainTable } from '../../../scripts/evaluation/table.ts';

describe('the page', () => {
  const page = `# Accuracy\n\nBefore.\n\n${FIRST_MARK}\n\nold\n\n${LAST_MARK}\n\nBehind.\n`;

  test('takes new figures between its marks and keeps all else', () => {
    expect(withFigures(page, 'new $1')).toBe(page.replace('old', () => 'new $1'));
  });

  test('stays the same when the same figures are written again', () => {
    const once = withFigures(page, 'new') ?? '';
    expect(withFigures(once, 'new')).toBe(once);
  });

  test.each([
    ['the first mark is missing', page.replace(FIRST_MARK, '')],
    ['the last mark is missing', page.replace(LAST_MARK, '')],
    ['the marks stand in the wrong order', `${LAST_MARK}\n${FIRST_MARK}\n`],
    ['a mark stands there twice', `${page}${FIRST_MARK}\n`],
  ])('is refused where %s', (_, text) => {
    expect(withFigures(text, 'new')).toBeUndefined();
  });

  test('in docs/ has both marks', () => {
    const real = readFileSync(new URL('../../../docs/accuracy.md', import.meta.url), 'utf8');
    expect(withFigures(real, 'new')).toContain(`${FIRST_MARK}\n\nnew\n\n${LAST_MARK}`);
  });
});

describe('a table', () => {
  const table = {
    title: 'By language',
    columns: ['language', 'kappa', 'remark'],
    rows: [
      ['de', '0.64', 'a | b'],
      ['zh-Hans', '-', 'none'],
    ],
  };

  test('sets figures to the right in a terminal', () => {
    expect(plainTable(table)).toBe(
      [
        'By language',
        'language  kappa  remark',
        'de         0.64  a | b',
        'zh-Hans       -  none',
      ].join('\n'),
    );
  });

  test('escapes what would end a cell in Markdown', () => {
    expect(markdownTable(table).split('\n').slice(1, 3)).toEqual([
      '| --- | --: | --- |',
      '| de | 0.64 | a \\| b |',
    ]);
  });
});
