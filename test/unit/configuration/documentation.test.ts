import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configurationShape } from '../../../server/src/core/configuration/configurationShape.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { problemsOf } from './inMemory.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../docs/configuration.md', import.meta.url)),
  'utf8',
);
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example);

describe('docs/configuration.md', () => {
  it.each(examples)('shows what is followed: %s', async (example) => {
    expect(await problemsOf(example)).toEqual([]);
  });

  it('shows every key', () => {
    const all = examples.join('\n');
    for (const { name } of configurationShape(builtInPack).keys) {
      expect(all).toMatch(new RegExp(`^${name}:`, 'm'));
    }
  });
});
