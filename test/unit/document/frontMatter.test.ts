import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { outlineOf } from './outline.ts';

const entriesOf = (text: string) =>
  readDocument(text).frontMatter?.entries.map(({ key, value }) => [key, value.text]);
const problemsOf = (text: string) => readDocument(text).problems.map(({ id }) => id);

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: T\n---\n# A\n'],
    ['TOML', '+++\ntitle = "T"\n+++\n# A\n'],
    ['YAML with CR LF', '---\r\ntitle: T\r\n---\r\n# A\r\n'],
    ['YAML behind a byte order mark', '\ufeff---\ntitle: T\n---\n# A\n'],
    ['something else', '---\n<title>\n---\n# A\n'],
    ['empty', '---\n---\n# A\n'],
  ])('%s is neither content nor heading', (_name, text) => {
    const document = readDocument(text);
    const { start = 0, end = 0 } = document.frontMatter?.range ?? {};
    expect(outlineOf(document)).toEqual(['# A']);
    expect(text.slice(start, end)).toMatch(/^(---|\+\+\+)[\s\S]*\1$/);
  });

  test('a thematic break at the top is none', () => {
    const document = readDocument('---\n\nOur office\n\n---\n\nrest');
    expect(document.frontMatter).toBeUndefined();
    expect(outlineOf(document)).toEqual(['paragraph: Our office', 'paragraph: rest']);
  });

  test('that is not closed is named, and ends at the first blank line', () => {
    const document = readDocument('---\ntitle: T\nstatus: draft\n\ncontent\n');
    expect(document.problems).toMatchObject([{ id: 'front-matter-unclosed' }]);
    expect(document.problems[0]?.message).toMatch(/line 1 .*"---"/);
    expect(document.title?.text).toBe('T');
    expect(outlineOf(document)).toEqual(['paragraph: content']);
  });

  test('that is not YAML is named at the line at fault', () => {
    const text = '---\ntitle: T\nnot yaml at all\n---\n';
    const [problem] = readDocument(text).problems;
    expect(problem).toMatchObject({ id: 'front-matter-unreadable' });
    expect(problem?.message).toContain('Line 3');
    expect(text.slice(problem?.range.start, problem?.range.end)).toBe('not yaml at all');
  });
});

describe('YAML entries', () => {
  test('are the scalars of the top level, with the range of their value', () => {
    const text =
      "---\n# note\ntitle: 'It''s ours' # why\n\"date\": 2026-01-02\nsummary: >\n  two\n  lines\ntags:\n  - a\n- b\nnested:\n  title: no\nlist: [a]\nlong: one\n  two\nurl: https://a.example\n---\n";
    const document = readDocument(text);
    expect(entriesOf(text)).toEqual([
      ['title', "It's ours"],
      ['date', '2026-01-02'],
      ['summary', 'two lines'],
      ['long', 'one two'],
      ['url', 'https://a.example'],
    ]);
    const date = document.frontMatter?.entries[1]?.value.range;
    expect(text.slice(date?.start, date?.end)).toBe('2026-01-02');
    expect(document.problems).toEqual([]);
  });

  test('tags, anchors, aliases and merges are not evaluated', () => {
    expect(entriesOf('---\na: &x 1\nb: *x\nc: !!js/function f\n<<: *x\nd: 2\n---\n')).toEqual([
      ['d', '2'],
    ]);
  });

  test('prototype keys are rejected', () => {
    expect(entriesOf('---\n__proto__: x\nconstructor: y\nok: z\n---\n')).toEqual([['ok', 'z']]);
  });

  test.each([
    ['title: Strategy: the plan'],
    ['title: "never closed'],
    ['title:no blank'],
    ['@title: x'],
  ])('%j is not YAML', (line) => {
    expect(problemsOf(`---\n${line}\n---\n`)).toEqual(['front-matter-unreadable']);
  });
});

describe('TOML entries', () => {
  test('are the scalars before the first table', () => {
    const text =
      '+++\n# note\ntitle = "Our \\"plan\\""\ndraft = false # yet\ntags = [\n  "a",\n]\nlong = """\nx\n"""\nmenu.main = 1\n[menu]\nweight = 1\n+++\n';
    expect(entriesOf(text)).toEqual([
      ['title', 'Our "plan"'],
      ['draft', 'false'],
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  test('a line that is no TOML is named', () => {
    expect(problemsOf('+++\ntitle: T\n+++\n')).toEqual(['front-matter-unreadable']);
  });
});
