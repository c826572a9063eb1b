import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../server/src/core/document/decodeText.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(2 * at, text.charCodeAt(at), order === 'le');
  return bytes;
};

describe('the bytes of a file', () => {
  test.each([
    ['UTF-8', utf8('# Ä 😀\n'), '# Ä 😀\n'],
    ['UTF-8 with a byte order mark, which stays', utf8('\ufeff# A'), '\ufeff# A'],
    ['UTF-16 LE', utf16('\ufeff# Ä 😀', 'le'), '\ufeff# Ä 😀'],
    ['UTF-16 BE', utf16('\ufeff# Ä 😀', 'be'), '\ufeff# Ä 😀'],
    ['nothing', new Uint8Array(), ''],
    ['a replacement character that somebody wrote', utf8('a\ufffdb'), 'a\ufffdb'],
  ])('%s', (_name, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, problems: [] });
  });

  test('that are not UTF-8 are replaced, and the first is named with its line', () => {
    const bytes = Uint8Array.from([...utf8('# \ufffd😀\n\nGr'), 0xfc, ...utf8('n'), 0xff]);
    const { text, problems } = decodeText(bytes);
    expect(text).toBe('# \ufffd😀\n\nGr\ufffdn\ufffd');
    expect(problems).toMatchObject([{ id: 'invalid-utf8', range: { start: 9, end: 10 } }]);
    expect(problems[0]?.message).toMatch(/Line 3 .*UTF-8/);
  });

  test('that are no text give none, and a word on what to do', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    const { text, problems } = decodeText(png);
    expect(text).toBe('');
    expect(problems).toMatchObject([{ id: 'binary', range: { start: 0, end: 0 } }]);
  });

  test('never throw, and are UTF-8 exactly when they come back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 32 }), (bytes) => {
        fc.pre(bytes[0] !== 0xfe && bytes[0] !== 0xff);
        const { text, problems } = decodeText(bytes);
        const same = utf8(text).join() === bytes.join();
        expect(problems.length === 0).toBe(same);
        const [problem] = problems;
        if (problem !== undefined) expect(text[problem.range.start]).toBe('\ufffd');
      }),
      { numRuns: 500 },
    );
  });
});
