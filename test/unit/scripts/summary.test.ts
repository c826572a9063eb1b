import { describe, expect, test } from 'vitest';
import { summarise } from '../../../scripts/summary.ts';

const unit = { name: 'unit', passed: 12, failed: 0, seconds: 1.5 };
const host = { name: 'VS Code 1.139.1', passed: 3, failed: 1, seconds: 20 };

describe('the summary of a test run', () => {
  test('adds the suites up in its last line', () => {
    expect(summarise([unit, host], 22).lastLine).toBe('15 passed, 1 failed');
  });

  test('has a line for each suite and one for all', () => {
    const lines = summarise([unit, host], 22).table.split('\n');
    expect(lines.find((line) => line.startsWith('unit '))).toMatch(/ 12 +0 +1\.5$/);
    expect(lines.find((line) => line.startsWith('VS Code'))).toMatch(/ 3 +1 +20\.0$/);
    expect(lines.at(-1)).toMatch(/^all +15 +1 +22\.0$/);
  });

  test('succeeds only where nothing failed', () => {
    expect(summarise([unit], 2).succeeded).toBe(true);
    expect(summarise([unit, host], 22).succeeded).toBe(false);
  });

  test('takes a suite without tests for a failure', () => {
    const empty = { name: 'fuzz', passed: 0, failed: 0, seconds: 0 };
    const summary = summarise([unit, empty], 2);
    expect(summary.succeeded).toBe(false);
    expect(summary.lastLine).toBe('12 passed, 1 failed');
    expect(summary.table).toContain('fuzz (no tests)');
  });

  test('does not take an empty run for a success', () => {
    expect(summarise([], 0).succeeded).toBe(false);
  });
});
