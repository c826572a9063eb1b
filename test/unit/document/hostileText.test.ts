import { describe, expect, test } from 'vitest';
import { findHostileText } from '../../../server/src/core/document/guards.ts';
import { lineStartsOf } from '../../../server/src/core/document/linePosition.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { outlineOf } from './outline.ts';

/** The document with `hostile` in its midst, and what must be read of the rest. */
const around = (hostile: string) => `# Before\n\nfirst\n\n${hostile}\n\n## After\n\n- last\n`;

describe('text that would keep the parser busy', () => {
  test.each([
    ['list markers in each other', '* '.repeat(4000)],
    ['quote marks in each other', `${'>'.repeat(4000)} deep`],
    ['emphasis without end', '*a_ '.repeat(4000)],
    [
      'a list 500 levels deep',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
    ],
    ['a very long line', 'word '.repeat(5000)],
    ['underlined headings without a blank line', 'a\n-\n'.repeat(500)],
  ])('%s is read as plain text, the rest as ever', (_name, hostile) => {
    const text = around(hostile);
    const document = readDocument(text);
    const outline = outlineOf(document);
    expect(outline.slice(0, 2)).toEqual(['# Before', 'paragraph: first']);
    expect(outline.slice(-2)).toEqual(['## After', 'list-item 1: last']);
    expect(document.problems).toMatchObject([{ id: 'too-complex' }]);
    expect(document.problems[0]?.message).toContain('line 5');
    expect(text.slice(document.problems[0]?.range.start).startsWith(hostile.slice(0, 50))).toBe(
      true,
    );
  });

  test('loses none of its words', () => {
    const words = Array.from({ length: 9000 }, (_, i) => `word${i}`).join(' ');
    const { blocks } = readDocument(around(words));
    const plain = blocks.slice(1, -1);
    expect(plain.length).toBeGreaterThan(1);
    expect(plain.map(({ text }) => text).join(' ')).toBe(words);
  });

  test('is no matter within code and comments', () => {
    expect(readDocument(`\`\`\`\n${'* '.repeat(4000)}\n\`\`\``).problems).toEqual([]);
  });

  test('is named at ten places at most', () => {
    const { problems } = readDocument(`${'>'.repeat(99)} a\n\n`.repeat(50));
    expect(problems.length).toBe(10);
  });

  test('may add up over many paragraphs', () => {
    const text = `${'*a_ '.repeat(180)}\n\n`.repeat(100);
    const { regions } = findHostileText({ text, lineStarts: lineStartsOf(text) });
    expect(regions.length).toBeGreaterThan(50);
  });

  test('is not what people write: long tables and lists, dense with markup', () => {
    const rows = `| a | b |\n|---|---|\n${'| **a** | *b* |\n'.repeat(500)}`;
    const items = '- **a** and _b_ and *c*\n'.repeat(500);
    const html = `<table>\n${'<tr><td>a</td><td><b>b</b></td></tr>\n'.repeat(500)}</table>`;
    const { problems, blocks } = readDocument(`${rows}\n${items}\n${html}\n`);
    expect(problems).toEqual([]);
    expect(blocks.length).toBe(1501);
  });
});

describe('large texts', () => {
  const text = around(`${'word '.repeat(1_000_000)}\n\n\`\`\`\n## code\n\`\`\`\n\n<!-- a\n\nb -->`);
  const document = readDocument(text);

  test('over 1 MB are read by lines: headings, paragraphs, code and comments', () => {
    expect(document.problems).toMatchObject([{ id: 'too-large' }]);
    expect(document.sections.map(({ heading }) => heading?.text)).toEqual([
      undefined,
      'Before',
      'After',
    ]);
    expect(document.blocks[0]).toMatchObject({ text: 'first', section: 1 });
    expect(document.blocks.at(-1)).toMatchObject({ text: 'last', section: 2 });
    expect(document.blocks.filter(({ kind }) => kind === 'code')).toHaveLength(1);
    expect(document.comments.map((comment) => comment.text)).toEqual(['a\n\nb']);
  });

  test('are given in blocks of a bearable size', () => {
    expect(Math.max(...document.blocks.map((block) => block.text.length))).toBeLessThanOrEqual(
      20_000,
    );
  });

  test('do not count the data of embedded images', () => {
    const image = `[image1]: <data:image/png;base64,${'A'.repeat(2_000_000)}>`;
    const markdown = `# Strategy\n\nText ![][image1]\n\n${image}\n`;
    const { problems, blocks } = readDocument(markdown);
    expect(problems).toEqual([]);
    expect(blocks.map(({ kind, text: read }) => [kind, read])).toEqual([
      ['paragraph', 'Text'],
      ['link-definition', ''],
    ]);
    expect(blocks[1]?.range).toEqual({ start: markdown.indexOf(image), end: markdown.length - 1 });
  });
});
