import { describe, expect, test } from 'vitest';
import { evidenceOverlaps } from '../../../scripts/evaluation/evidenceOverlap.ts';

const lines = (startLine: number, endLine: number) => ({ startLine, endLine });

describe('evidence overlaps', () => {
  test('where one piece has a line in common', () => {
    expect(evidenceOverlaps([lines(10, 12)], [lines(1, 1), lines(12, 20)])).toBe(true);
  });

  test('where the pieces lie two lines apart at most, before or behind', () => {
    expect(evidenceOverlaps([lines(10, 12)], [lines(14, 14)])).toBe(true);
    expect(evidenceOverlaps([lines(10, 12)], [lines(15, 15)])).toBe(false);
    expect(evidenceOverlaps([lines(10, 12)], [lines(5, 8)])).toBe(true);
    expect(evidenceOverlaps([lines(10, 12)], [lines(5, 7)])).toBe(false);
  });

  test('not where we name no lines', () => {
    expect(evidenceOverlaps([lines(10, 12)], [])).toBe(false);
  });

  test('or cannot be told where the label names none', () => {
    expect(evidenceOverlaps([], [lines(1, 1)])).toBeUndefined();
  });
});
