import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHostileText } from '../../../server/src/core/document/guards.ts';
import { lineStartsOf } from '../../../server/src/core/document/linePosition.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type {
  SourceRange,
  StrategyDocument,
} from '../../../server/src/core/document/strategyDocument.ts';

const PIECES = [
  ...[
    '# ',
    '## ',
    '##',
    '##\u00a0',
    '- ',
    '* ',
    '1. ',
    '> ',
    '  ',
    '    ',
    '\t',
    '| a | b |',
    '|---|---|',
  ],
  ...[
    '**',
    '**Legal:** ',
    '*',
    '_',
    '`',
    '```',
    '~~~',
    '---',
    '===',
    '+++',
    'title: x',
    '[a](b)',
    '[a]: b',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '![',
    '](',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<table><tr><td>',
    '</td></tr></table>',
  ],
  ...[
    '<ul><li>',
    '</li></ul>',
    '<h2>',
    '</h2>',
    '<svg>',
    '<b>',
    '<br>',
    '&amp;',
    '&',
    '<',
    '\\',
    ':::note',
  ],
  ...[
    '{{< x >}}',
    '[!NOTE]',
    '- [ ] ',
    '法务',
    '：',
    '😀',
    '\ud83d',
    '\ude00',
    '\ufeff',
    'word',
    ' ',
    '.',
  ],
  ...['\n', '\n', '\n\n', '\r\n', '\r', '\n\n'],
];
const markdownish = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  { weight: 3, arbitrary: markdownish },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 1, max: 0xffff }))
      .map((units) => String.fromCharCode(...units)),
  },
);

function rangesOf(document: StrategyDocument): SourceRange[] {
  const { frontMatter, title, sections, blocks, comments, problems } = document;
  return [
    ...(frontMatter === undefined ? [] : [frontMatter.range]),
    ...(frontMatter?.entries.map(({ value }) => value.range) ?? []),
    ...(title === undefined ? [] : [title.range]),
    ...sections.flatMap(({ heading, range, ownRange }) => [
      range,
      ownRange,
      heading?.range ?? range,
    ]),
    ...blocks.flatMap(({ range, label, cells, links }) => [
      range,
      label?.range ?? range,
      ...(cells ?? []).map((cell) => cell.range),
      ...links.map((link) => link.range),
    ]),
    ...comments.map(({ range }) => range),
    ...problems.map(({ range }) => range),
  ];
}

describe('of whatever text', () => {
  test('every range lies inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of rangesOf(readDocument(text))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('the Markdown parser reads it: the fallback for its failure is never needed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(findHostileText({ text, lineStarts: lineStartsOf(text) }).regions.length === 0);
        expect(readDocument(text).problems.map(({ id }) => id)).not.toContain('too-complex');
      }),
      { numRuns: 1000 },
    );
  });

  test('the own ranges of the sections tile it, and blocks stand in theirs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { sections, blocks } = readDocument(text);
        let at = 0;
        for (const { ownRange, range } of sections) {
          expect(ownRange.start).toBe(at);
          expect(range.start).toBe(at);
          expect(range.end).toBeGreaterThanOrEqual(ownRange.end);
          at = ownRange.end;
        }
        expect(at).toBe(text.length);
        for (const block of blocks) {
          const own = sections[block.section]?.ownRange ?? { start: 0, end: 0 };
          expect(block.range.start).toBeGreaterThanOrEqual(own.start);
          expect(block.range.start).toBeLessThan(own.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same is read each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readDocument(text)).toEqual(readDocument(text));
      }),
      { numRuns: 100 },
    );
  });

  test('no more is read of it with other line ends or a byte order mark', () => {
    const words = (text: string) =>
      readDocument(text).blocks.map((block) => [block.kind, block.text.replace(/\s+/g, ' ')]);
    const plain = fc
      .array(
        fc.constantFrom(
          '# a',
          '- b',
          '  - c',
          '> d',
          '**Legal:** e',
          '| f |',
          '|---|',
          '```',
          '<p>g</p>',
          '<!-- h -->',
          '',
          'i',
        ),
        { maxLength: 20 },
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(plain, (text) => {
        expect(words(text.replaceAll('\n', '\r\n'))).toEqual(words(text));
        expect(words(text.replaceAll('\n', '\r'))).toEqual(words(text));
        expect(words(`\ufeff${text}`)).toEqual(words(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe('exact ranges', () => {
  test.each([
    ['LF', '# T\n\n- **Legal:** x\n'],
    ['CR LF', '# T\r\n\r\n- **Legal:** x\r\n'],
    ['CR', '# T\r\r- **Legal:** x\r'],
    ['a byte order mark', '\ufeff# T\n\n- **Legal:** x\n'],
    ['astral characters before', '# T\n\n😀😀\n\n- **Legal:** x\n'],
    ['tabs', '# T\n\n-\t**Legal:** x\n'],
    [
      'front matter and shortcodes before',
      '---\na: b\n---\n\n# T\n\n{{< x >}}\n\n- **Legal:** x\n',
    ],
    ['a rewritten heading before', '# T\n\n##标题\n\n- **Legal:** x\n'],
    ['a masked region before', `# T\n\n${'* '.repeat(100)}\n\n- **Legal:** x\n`],
  ])('with %s', (_name, text) => {
    const document = readDocument(text);
    const block = document.blocks.at(-1);
    const slice = (range: SourceRange | undefined) => text.slice(range?.start, range?.end);
    expect(slice(block?.range)).toMatch(/^-\s\*\*Legal:\*\* x$/);
    expect(slice(block?.label?.range)).toBe('Legal');
    expect(slice(document.title?.range)).toBe('# T');
  });
});
