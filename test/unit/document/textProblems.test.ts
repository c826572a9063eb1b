import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';

describe('a text that is none', () => {
  test.each([
    ['a NUL', '# A\n\nb\0c\n'],
    ['many control characters', `# A\n\n${'\u0001\u0002x'.repeat(10)}`],
  ])('because of %s, has no blocks and says so', (_name, text) => {
    const { blocks, sections, problems } = readDocument(text);
    expect(blocks).toEqual([]);
    expect(sections).toHaveLength(1);
    expect(problems).toMatchObject([{ id: 'binary' }]);
    expect(problems[0]?.message).toMatch(/Line 3 .*UTF-8/);
  });

  test('is not one with a few odd characters', () => {
    expect(readDocument('# A\f\u0007\n').problems).toEqual([]);
  });
});

describe('half a character', () => {
  test('is named where it first stands', () => {
    const { problems } = readDocument('😀\n\nx\ud83d y\ude00');
    expect(problems).toMatchObject([{ id: 'lone-surrogate', range: { start: 5, end: 6 } }]);
    expect(problems[0]?.message).toContain('Line 3');
  });
});

describe('an empty text', () => {
  test.each([[''], ['\ufeff'], ['\n\n'], ['   ']])('%j is a document without blocks', (text) => {
    expect(readDocument(text)).toMatchObject({
      blocks: [],
      problems: [],
      sections: [{ index: 0 }],
    });
  });
});
