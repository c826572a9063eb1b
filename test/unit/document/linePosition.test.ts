import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  linePositionAt,
  lineStartsOf,
  offsetAt,
} from '../../../server/src/core/document/linePosition.ts';

const lined = (text: string) => ({ text, lineStarts: lineStartsOf(text) });

describe('lines', () => {
  test('end with LF, CR LF or CR', () => {
    expect(lineStartsOf('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
    expect(lineStartsOf('')).toEqual([0]);
    expect(lineStartsOf('\r\n\n\r')).toEqual([0, 2, 3, 4]);
  });
});

describe('positions', () => {
  const document = lined('ab\r\n😀c\n');

  test('count UTF-16 units from 0', () => {
    expect(linePositionAt(document, 6)).toEqual({ line: 1, character: 2 });
    expect(offsetAt(document, { line: 1, character: 2 })).toBe(6);
    expect(linePositionAt(document, document.text.length)).toEqual({ line: 2, character: 0 });
  });

  test('between CR and LF are the end of the line', () => {
    expect(linePositionAt(document, 3)).toEqual({ line: 0, character: 2 });
  });

  test.each([
    [{ line: 0, character: 99 }, 2],
    [{ line: 9, character: 0 }, 8],
    [{ line: -1, character: 5 }, 0],
    [{ line: 1, character: -5 }, 4],
    [{ line: Number.NaN, character: Number.NaN }, 0],
  ])('%j is clamped', (position, offset) => {
    expect(offsetAt(document, position)).toBe(offset);
  });

  test('and offsets lead to each other', () => {
    const pieces = fc.constantFrom('a', '😀', '\n', '\r', '\r\n', '\t', '\ufeff');
    fc.assert(
      fc.property(fc.array(pieces), fc.nat(), (parts, seed) => {
        const text = parts.join('');
        const offset = seed % (text.length + 1);
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
        const some = lined(text);
        expect(offsetAt(some, linePositionAt(some, offset))).toBe(offset);
      }),
    );
  });
});
