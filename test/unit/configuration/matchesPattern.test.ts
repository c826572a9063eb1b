import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../server/src/core/configuration/matchesPattern.ts';

describe('a pattern for paths', () => {
  it.each([
    ['a.md', '*.md', true],
    ['a.md', './a.md', true],
    ['b/a.md', '*.md', false],
    ['b/a.md', '**/*.md', true],
    ['a.md', '**/*.md', true],
    ['b/c/a.md', 'b/**', true],
    ['b/c/a.md', 'b/', true],
    ['b', 'b/**', true],
    ['b/a.md', 'b/?.md', true],
    ['b/ab.md', 'b/?.md', false],
    ['b/a.md', '{b,c}/*.{md,mdx}', true],
    ['d/a.md', '{b,c}/*.{md,mdx}', false],
    ['a+b.md', 'a+b.md', true],
    ['aab.md', 'a+b.md', false],
    ['x/y/z/a.md', 'x/**/z/*.md', true],
    ['开源/战略.md', '开源/*.md', true],
  ])('%s by %s: %s', (path, pattern, expected) => {
    expect(matchesPattern(path, pattern)).toBe(expected);
  });

  it('is never slow, whatever it is', () => {
    const started = performance.now();
    expect(matchesPattern('a'.repeat(500), '*a'.repeat(200).concat('b'))).toBe(false);
    expect(matchesPattern('a/'.repeat(200), '**/a/'.repeat(100).concat('b'))).toBe(false);
    matchesPattern('x', '{a,b}'.repeat(40));
    matchesPattern('x', '{'.repeat(1000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
