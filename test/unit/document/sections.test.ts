import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';

const headings = (markdown: string) =>
  readDocument(markdown).sections.flatMap(({ heading }) =>
    heading === undefined ? [] : [`${heading.level} ${heading.text}`],
  );

describe('headings', () => {
  test.each([
    ['# Goals', '1 Goals'],
    ['## Goals ##', '2 Goals'],
    ['Goals\n=====', '1 Goals'],
    ['Goals\r\n-----\r\n', '2 Goals'],
    ['## 🎯 **Goals** {#goals}', '2 🎯 Goals'],
    ['## 1.2 Goals {.unlisted}', '2 1.2 Goals'],
    ['## <a name="g"></a>Goals & `code`', '2 Goals & code'],
    ['## [Goals](#x)', '2 Goals'],
    ['<h2 align="center">Our <em>Goals</em> &amp; more</h2>', '2 Our Goals & more'],
  ])('%j is read', (markdown, heading) => {
    expect(headings(markdown)).toEqual([heading]);
  });

  test.each([
    ['##\u00a0Goals', '2 Goals'],
    ['##标题', '2 标题'],
    ['##\u3000标题', '2 标题'],
    ['##Goals', '2 Goals'],
    ['#标题', '1 标题'],
  ])('%j is none for CommonMark: a section all the same, and a problem', (markdown, heading) => {
    const text = `before\n${markdown}\nafter`;
    const { sections, blocks, problems } = readDocument(text);
    const found = sections[1]?.heading;
    expect(`${found?.level} ${found?.text}`).toBe(heading);
    expect(text.slice(found?.range.start, found?.range.end)).toBe(markdown);
    expect(blocks.map((block) => [block.text, block.section])).toEqual([
      ['before', 0],
      ['after', 1],
    ]);
    expect(problems).toMatchObject([{ id: 'not-a-heading', range: found?.range }]);
    expect(problems[0]?.message).toMatch(/Line 2 .*plain space/);
  });

  test.each([
    ['#hashtag in a text'],
    ['#1 of all'],
    ['    ##Goals'],
    ['```\n##Goals\n```'],
    ['<!--\n##Goals\n-->'],
    ['\\## Goals'],
  ])('%j is none', (markdown) => {
    const { sections, problems } = readDocument(markdown);
    expect([sections.length, problems]).toEqual([1, []]);
  });
});

describe('sections', () => {
  test('lie in the nearest heading of a higher level, whatever is skipped', () => {
    const { sections } = readDocument('intro\n# A\n### B\n## C\n# D\n');
    expect(sections.map(({ heading, parent }) => [heading?.text, parent])).toEqual([
      [undefined, undefined],
      ['A', undefined],
      ['B', 1],
      ['C', 1],
      ['D', undefined],
    ]);
  });

  test('reach to their last subsection; their own part ends at the first', () => {
    const text = '# A\na\n## B\nb\n# C\n';
    const { sections } = readDocument(text);
    const parts = sections.map(({ range, ownRange }) => [
      text.slice(range.start, range.end),
      text.slice(ownRange.start, ownRange.end),
    ]);
    expect(parts).toEqual([
      ['', ''],
      ['# A\na\n## B\nb\n', '# A\na\n'],
      ['## B\nb\n', '## B\nb\n'],
      ['# C\n', '# C\n'],
    ]);
  });

  test('the title is the first heading of level 1, else the front matter has it', () => {
    expect(readDocument('## A\n\n# B\n').title?.text).toBe('B');
    expect(readDocument('---\ntitle: F\n---\n<h1>H</h1>\n').title?.text).toBe('H');
    expect(readDocument('---\ntitle: "F"\n---\n## A\n').title).toEqual({
      text: 'F',
      range: { start: 12, end: 13 },
    });
    expect(readDocument('## A').title).toBeUndefined();
  });
});
