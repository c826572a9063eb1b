import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verbs } from '../../../server/src/core/analysis/directives/writtenDirective.ts';
import { analysed, saidOf } from './analysed.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../docs/directives.md', import.meta.url)),
  'utf8',
);
const examples = [...page.matchAll(/```markdown\n(.*?)```/gs)].map(([, example = '']) => example);

describe('docs/directives.md', () => {
  it('names every directive', () => {
    for (const verb of verbs) expect(page).toContain(`| \`${verb} `);
  });

  it.each(examples)('shows what is followed: %s', (example) => {
    const text = example.startsWith('---') ? example : `# Open source strategy\n\n${example}`;
    expect(saidOf(text)).toEqual([]);
    const decided = analysed(text).report.criteria.filter(
      ({ textLevel }) => textLevel !== undefined,
    );
    expect(decided.length > 0 || example.includes('ignore-next')).toBe(true);
  });
});
