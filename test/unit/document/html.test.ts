import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { outlineOf } from './outline.ts';

const outline = (markdown: string) => outlineOf(readDocument(markdown));

describe('HTML blocks', () => {
  test('paragraphs, lists and headings are read as from Markdown', () => {
    const html =
      '<h2>Legal</h2>\n<p class="note">We check &amp; report:</p>\n<ul><li>licences<ol><li>own</ol></li><li><b>Risk:</b> low</ul>\n<blockquote>said</blockquote>';
    const document = readDocument(html);
    expect(outlineOf(document)).toEqual([
      '## Legal',
      'paragraph: We check & report:',
      'list-item 1: licences',
      'list-item 2: own',
      'list-item 1: [Risk] Risk: low',
      'quotation: said',
    ]);
    expect(document.blocks.map(({ introduction }) => introduction)).toEqual([
      undefined,
      'We check & report:',
      'licences',
      'We check & report:',
      undefined,
    ]);
    expect(document.blocks.every(({ fromHtml }) => fromHtml)).toBe(true);
  });

  test('a summary labels; what stands between the details tags is ordinary Markdown', () => {
    const markdown =
      '<details>\n<summary>Legal</summary>\n\nWe *check*.\n\n- all\n\n</details>\n\nafter';
    expect(outline(markdown)).toEqual([
      'paragraph: [Legal] Legal',
      'paragraph: We check.',
      'list-item 1: all',
      'paragraph: after',
    ]);
  });

  test('script, style, drawings and preformatted text are code', () => {
    const kinds = (html: string) => readDocument(html).blocks.map(({ kind, text }) => [kind, text]);
    expect(kinds('<style>\n\n# a\n\n</style>\ntext')).toEqual([
      ['code', '<style>\n\n# a\n\n</style>'],
      ['paragraph', 'text'],
    ]);
    expect(kinds('<div><svg><title>x</title></svg> seen</div>')).toEqual([
      ['code', '<svg><title>x</title></svg>'],
      ['paragraph', 'seen'],
    ]);
  });

  test('attributes are never text, links keep their target', () => {
    const [block] = readDocument(
      '<p title="hidden"><img alt="hidden"><a href="https://a.example?b&amp;c">seen</a></p>',
    ).blocks;
    expect(block?.text).toBe('seen');
    expect(block?.links).toMatchObject([{ text: 'seen', url: 'https://a.example?b&c' }]);
  });

  test('ranges are those of the source, entities and quote marks included', () => {
    const markdown = '> <p>a\n> b &lt; c</p>\n';
    const [block] = readDocument(markdown).blocks;
    expect(block?.text).toBe('a b < c');
    expect(markdown.slice(block?.range.start, block?.range.end)).toBe('a\n> b &lt; c');
  });
});

describe('HTML tables', () => {
  const cellsOf = (markdown: string) =>
    readDocument(markdown)
      .blocks.filter(({ kind }) => kind === 'table-row')
      .map(({ cells }) => cells?.map(({ text }) => text));

  test('have rows, cells and columns', () => {
    const html =
      '<table>\n<thead><tr><th>Group</th><th>Channel</th></tr></thead>\n<tr><th>Legal</th><td>chat<br />mail</td></tr>\n</table>';
    const { blocks } = readDocument(html);
    expect(blocks).toMatchObject([
      { isTableHeader: true, columns: [], text: 'Group | Channel' },
      { columns: ['Group', 'Channel'], text: 'Legal | chat mail', fromHtml: true },
    ]);
    expect(html.slice(blocks[1]?.range.start, blocks[1]?.range.end)).toBe(
      '<tr><th>Legal</th><td>chat<br />mail</td></tr>',
    );
    expect(blocks[1]?.cells?.map(({ range }) => html.slice(range.start, range.end))).toEqual([
      'Legal',
      'chat<br />mail',
    ]);
  });

  test('go on over blank lines, with Markdown in their cells', () => {
    const markdown =
      '<table>\n<tr>\n<td>Legal</td>\n\n<td>\n\nWe **check**\n\n- licences\n\n<ul><li>risks</ul></td>\n\n</tr>\n</table>\n\nafter';
    expect(cellsOf(markdown)).toEqual([['Legal', 'We check licences risks']]);
    expect(outline(markdown).at(-1)).toBe('paragraph: after');
  });

  test('need no closing tags', () => {
    expect(cellsOf('<table><tr><td>a<td>b<tr><td>c</table>')).toEqual([['a', 'b'], ['c']]);
  });
});

describe('broken HTML does not lose the rest of the document', () => {
  test.each([
    ['a table that is never closed', '<table><tr><td>cell', 'table-row: cell'],
    ['a list that is never closed', '<ul><li>item', 'list-item 1: item'],
    ['a tag that never ends', '<div class="a\ntext', 'paragraph: text'],
    ['a stray cell', '<td>cell', 'table-row: cell'],
    ['stray closing tags', '</td></ul></table>text', 'paragraph: text'],
    ['a script in a paragraph', 'see <svg>text', 'paragraph: see'],
  ])('%s', (_name, html, line) => {
    expect(outline(`${html}\n\n## Next\n\npara\n\n- item\n`)).toEqual([
      line,
      '## Next',
      'paragraph: para',
      'list-item 1: item',
    ]);
  });

  test('a forgotten table does not swallow what stands before the next', () => {
    expect(outline('<table><tr><td>a\n\n## Next\n\n<table><tr><td>b</td></tr></table>')).toEqual([
      'table-row: a',
      '## Next',
      'table-row: b',
    ]);
  });
});
