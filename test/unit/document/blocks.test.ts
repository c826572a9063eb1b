import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { outlineOf } from './outline.ts';

const outline = (markdown: string) => outlineOf(readDocument(markdown));

describe('the blocks of a document', () => {
  test('a paragraph is what a reader reads: no markup, no link targets, no images', () => {
    const markdown =
      'We *give* **back** to [Debian](https://www.debian.org) ![logo](logo.png)\nwith `apt`,  \nand ~~not~~ <kbd>pip</kbd>.';
    expect(outline(markdown)).toEqual(['paragraph: We give back to Debian with apt, and not pip.']);
  });

  test('a line end between ideographs is no blank, but one behind a bold lead is', () => {
    expect(outline('我们支持\n开源社区')).toEqual(['paragraph: 我们支持开源社区']);
    expect(outline('**法务**  \n我们检查许可证')).toEqual([
      'paragraph: [法务] 法务 我们检查许可证',
    ]);
  });

  test('entities and escapes are decoded', () => {
    expect(outline('R&amp;D \\[1\\] &auml;')).toEqual(['paragraph: R&D [1] ä']);
  });

  test('a list item has its own text, without the items nested in it', () => {
    const markdown = '- Legal\n  - Licences\n    of all kinds\n\n  Afterword\n- Business\n';
    expect(outline(markdown)).toEqual([
      'list-item 1: Legal',
      'list-item 2: Licences of all kinds',
      'list-item 1: Afterword',
      'list-item 1: Business',
    ]);
  });

  test('the paragraphs of a list item are one block', () => {
    expect(outline('1. Share by default.\n\n   Even small things.\n')).toEqual([
      'list-item 1: Share by default. Even small things.',
    ]);
  });

  test('a list is introduced by the paragraph before it, a nested one by its item', () => {
    const { blocks } = readDocument('We use, such as:\n<!-- note -->\n\n- Linux:\n  - Debian\n');
    const introductions = blocks
      .filter(({ kind }) => kind === 'list-item')
      .map(({ text, introduction }) => [text, introduction]);
    expect(introductions).toEqual([
      ['Linux:', 'We use, such as:'],
      ['Debian', 'Linux:'],
    ]);
  });

  test('a list right under a heading has no introduction', () => {
    expect(readDocument('text\n\n# Goals\n\n- one').blocks[1]).not.toHaveProperty('introduction');
  });

  test('tasks are open or done, ordered lists are ordered', () => {
    const { blocks } = readDocument('- [ ] appoint\n- [x] fund\n\n1. first\n');
    expect(blocks.map(({ text, task, ordered }) => ({ text, task, ordered }))).toEqual([
      { text: 'appoint', task: 'open', ordered: undefined },
      { text: 'fund', task: 'done', ordered: undefined },
      { text: 'first', task: undefined, ordered: true },
    ]);
  });

  test('quotes, footnotes, code and link definitions are told apart', () => {
    const markdown =
      '> said\n\nText[^1] [b][]\n\n[^1]: Noted\n\n```mermaid\ngraph\n```\n\n    indented\n\n[b]: https://b.example "B"\n';
    expect(outline(markdown)).toEqual([
      'quotation: said',
      'paragraph: Text b',
      'footnote: Noted',
      'code: graph',
      'code: indented',
      'link-definition: ',
    ]);
  });

  test("GitHub's admonitions are the author's own text, without their marker", () => {
    expect(outline('> [!NOTE]\n> We publish.\n>\n> And more.')).toEqual([
      'paragraph: We publish.',
      'paragraph: And more.',
    ]);
  });

  test('marker lines of Docusaurus and shortcodes of Hugo are no text', () => {
    expect(
      outline(':::note Title\nWe publish.\n:::\n\n{{< figure src="x" >}} and {{% b %}}share'),
    ).toEqual(['paragraph: We publish.', 'paragraph: and share']);
    expect(outline('```\n:::note\n{{< x >}}\n```')).toEqual(['code: :::note\n{{< x >}}']);
  });

  test('a heading inside a list item or quote opens no section but labels', () => {
    expect(outline('- ## Legal\n\n  text\n')).toEqual(['list-item 1: [Legal] Legal text']);
  });
});

describe('tables', () => {
  const [header, row] = readDocument(
    '| Group | **Channel** |\n|---|---|\n| Legal \\| IP | [chat](c) |\n',
  ).blocks;

  test('the header row is marked and names the columns of the others', () => {
    expect(header).toMatchObject({ kind: 'table-row', isTableHeader: true, columns: [] });
    expect(row).toMatchObject({ kind: 'table-row', columns: ['Group', 'Channel'] });
    expect(row).not.toHaveProperty('isTableHeader');
  });

  test('a row has its cells', () => {
    expect(row?.cells?.map(({ text }) => text)).toEqual(['Legal | IP', 'chat']);
    expect(row?.links.map(({ url }) => url)).toEqual(['c']);
  });

  test('an empty header row, as pandoc writes it, is no row and names no columns', () => {
    const { blocks } = readDocument('| | |\n|---|---|\n| a | b |\n');
    expect(blocks.map(({ text, columns }) => [text, columns])).toEqual([['a | b', []]]);
  });
});

describe('links and shares', () => {
  test('links are collected with their target, references resolved', () => {
    const { blocks } = readDocument(
      '[a](https://a.example) [b *c*][ref] https://d.example\n\n[Ref]: /e',
    );
    expect(blocks[0]?.links.map(({ text, url }) => [text, url])).toEqual([
      ['a', 'https://a.example'],
      ['b c', '/e'],
      ['https://d.example', 'https://d.example'],
    ]);
  });

  test('the shares are those of the visible characters', () => {
    const [block] = readDocument('ab [cd](x) `ef` gh').blocks;
    expect(block).toMatchObject({ linkShare: 0.25, codeShare: 0.25 });
  });
});

describe('comments', () => {
  test('a comment is no text wherever it stands, and is collected', () => {
    const markdown =
      'a <!-- one --> b\n\n- c <!-- two\n  lines -->\n\n| d <!-- three --> |\n|---|\n\n<!-- four\n\nfive -->\n';
    const document = readDocument(markdown);
    expect(outlineOf(document)).toEqual([
      'paragraph: a b',
      'list-item 1: c',
      'table-row: d',
      'comment: four\n\nfive',
    ]);
    expect(document.comments.map(({ text }) => text.split(/\s+/))).toEqual([
      ['one'],
      ['two', 'lines'],
      ['three'],
      ['four', 'five'],
    ]);
    for (const { range } of document.comments) {
      expect(markdown.slice(range.start, range.end)).toMatch(/^<!--[\s\S]*-->$/);
    }
  });

  test('one that is never closed hides what follows, as it does when rendered', () => {
    expect(outline('seen\n\n<!-- hidden\n\n# also hidden')).toEqual([
      'paragraph: seen',
      'comment: hidden\n\n# also hidden',
    ]);
  });

  test('an HTML comment in code is code', () => {
    expect(readDocument('`<!-- x -->`\n\n    <!-- y -->').comments).toEqual([]);
  });
});
