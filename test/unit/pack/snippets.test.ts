import { describe, expect, test } from 'vitest';
import { languageSnippets } from '../../../scripts/pack/languageSnippets.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** The numbers of a snippet's tab stops in order; throws where its syntax is broken. */
function tabStops(body: string): number[] {
  const stops: number[] = [];
  const rest = body
    .replace(/\\[\\$}]/g, '')
    .replace(/\$\{(\d+):[^${}]*\}|\$(\d+)/g, (_match, placeholder, bare) => {
      stops.push(Number(placeholder ?? bare));
      return '';
    });
  if (/[$}]/.test(rest)) throw new Error(`A $ or } is left over: ${rest}`);
  return stops;
}

const languages = builtInPack.languages.map((language) => ({
  tag: language.language,
  snippets: Object.entries(languageSnippets(builtInPack, language)),
}));

describe.each(languages)('the snippets in $tag', ({ snippets, tag }) => {
  test('are one a criterion and one for a whole document', () => {
    expect(snippets).toHaveLength(builtInPack.criteria.length + 1);
  });

  test.each(snippets)('%s numbers its tab stops from 1 and ends in $0', (_name, snippet) => {
    const stops = tabStops(snippet.body.join('\n'));
    expect(stops.length).toBeGreaterThan(1);
    expect(stops).toEqual([...stops.slice(1).map((_stop, index) => index + 1), 0]);
    expect(snippet.description).not.toBe('');
  });

  test('have prefixes that tell them apart', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    const start = tag === 'en' ? 'ospo' : `ospo-${tag.toLowerCase()}`;
    expect(prefixes).toContain(`${start}-question-technology`);
    expect(prefixes).toContain(`${start}-strategy`);
  });

  test('the whole document has a title and every section at level 2', () => {
    const lines = snippets.at(-1)?.[1].body ?? [];
    expect(lines[0]).toMatch(/^# /);
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(
      builtInPack.criteria.length,
    );
  });
});

test('no two languages share a name or a prefix', () => {
  const all = languages.flatMap(({ snippets }) => snippets);
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  expect(new Set(all.map(([, { prefix }]) => prefix)).size).toBe(all.length);
});

test('there are as many snippets in each language', () => {
  expect(new Set(languages.map(({ snippets }) => snippets.length)).size).toBe(1);
});
