import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { gatherSet, type PartDocuments } from '../../../server/src/core/set/gatherSet.ts';
import { gather, hostOf } from './inMemory.ts';

const paths = (set: Awaited<ReturnType<typeof gather>>): string[] =>
  set.parts.map(({ path }) => path);

describe('the parts of a strategy', () => {
  it.each([
    ['in prose', 'See [it](policy.md).', 'policy.md'],
    ['in a list', '- [it](./policy.md)', 'policy.md'],
    ['in a table', '| a | b |\n| - | - |\n| [it](policy.md) | x |', 'policy.md'],
    ['by reference', 'See [it][p].\n\n[p]: policy.md', 'policy.md'],
    ['in HTML', '<p>See <a href="policy.md">it</a>.</p>', 'policy.md'],
    ['without its ending', 'See [it](policy).', 'policy.md'],
    ['with an encoded name', 'See [it](our%20rules.md).', 'our rules.md'],
    ['from the workspace folder', 'See [it](/deep/er/legal.md).', 'deep/er/legal.md'],
    ['as a folder with a page', 'See [it](petals/).', 'petals/README.md'],
    ['as a folder without a slash', 'See [it](petals).', 'petals/README.md'],
  ])('are linked %s', async (_, text, path) => {
    const files = {
      'index.md': text,
      'policy.md': '# Policy',
      'our rules.md': '# Rules',
      'deep/er/legal.md': '# Legal',
      'petals/README.md': '# Petals',
    };
    expect(paths(await gather(files))).toEqual([path]);
  });

  it.each([
    ['an image', '![it](policy.md)'],
    ['another site', '[it](https://example.org/policy.md)'],
    ['a mail address', '[it](mailto:a@example.org)'],
    ['a place in itself', '[it](#policy) and [it](index.md#policy)'],
    ['another kind of file', '[it](policy.pdf)'],
    ['code', '```\n[it](policy.md)\n```'],
  ])('are not %s', async (_, text) => {
    const set = await gather({ 'index.md': text, 'policy.md': '# Policy', 'policy.pdf': '' });
    expect(set).toEqual({ parts: [], lost: [] });
  });

  it('do not lie outside of the workspace folder, and nothing there is read', async () => {
    const files = { 'docs/index.md': '[a](../../etc/passwd.md) [b](..%2f..%2fx.md)', 'x.md': 'X' };
    const host = hostOf(files);
    const set = await gatherSet('docs/index.md', readDocument(files['docs/index.md']), [], host);
    expect(set).toEqual({ parts: [], lost: [] });
    expect(host.read).toEqual([]);
  });

  it('are followed one level on from the page of a folder, not from any file', async () => {
    const files = {
      'index.md': '[a](petals/) [b](policy.md)',
      'petals/README.md': '[legal](legal.md)',
      'petals/legal.md': '[deeper](deeper.md)',
      'petals/deeper.md': 'Deeper.',
      'policy.md': '[annex](annex.md)',
      'annex.md': 'Annex.',
    };
    expect(paths(await gather(files))).toEqual([
      'petals/README.md',
      'petals/legal.md',
      'policy.md',
    ]);
  });

  it('may lead back in a circle', async () => {
    const files = {
      'index.md': '[a](a/) [b](index.md)',
      'a/README.md': '[index](../index.md) [b](../b/)',
      'b/README.md': '[a](../a/)',
    };
    expect(paths(await gather(files))).toEqual(['a/README.md', 'b/README.md']);
  });

  it('are those that a configuration counts in, linked or not', async () => {
    const files = {
      'index.md': 'Nothing linked.',
      'parts/a.md': 'A',
      'parts/b.md': 'B',
      'c.md': 'C',
    };
    const sets = [{ index: 'index.md', includes: (path: string) => path.startsWith('parts/') }];
    expect(paths(await gather(files, 'index.md', sets))).toEqual(['parts/a.md', 'parts/b.md']);
  });

  it('count by section where the link has an anchor, as a whole where another has none', async () => {
    const policy = '# Policy\n\n## Licensing\n\nMIT.\n\n## Security\n\nPatches.\n';
    const one = await gather({ 'index.md': '[a](policy.md#licensing)', 'policy.md': policy });
    const [start] = [policy.indexOf('## Licensing')];
    expect(one.parts[0]?.ranges).toEqual([{ start, end: policy.indexOf('## Security') }]);
    const whole = '[a](policy.md#licensing) [b](policy.md)';
    const both = await gather({ 'index.md': whole, 'policy.md': policy });
    expect(both.parts).toHaveLength(1);
    expect(both.parts[0]?.ranges).toBeUndefined();
  });

  it('are lost where there is no file: the nearest of the same or a similar name is known', async () => {
    const files = {
      'index.md': '[a](policy.md#licences) [b](rodmap.md) [c](nothing-like-it.md)',
      'rules/policy.md': '# Policy',
      'roadmap.md': '# Roadmap',
    };
    const { lost } = await gather(files);
    expect(lost.map(({ url, nearest }) => [url, nearest])).toEqual([
      ['policy.md#licences', ['rules/policy.md#licences']],
      ['rodmap.md', ['roadmap.md']],
      ['nothing-like-it.md', []],
    ]);
  });

  it('are bounded in size and number, and it is told', async () => {
    const many = Array.from({ length: 70 }, (_, index) => `p${index}.md`);
    const files = {
      'index.md': `[huge](huge.md) ${many.map((path) => `[x](${path})`).join(' ')}`,
      'huge.md': 'x'.repeat(500_000),
      ...Object.fromEntries(many.map((path) => [path, 'Text.'])),
    };
    const { parts, lost } = await gather(files);
    expect(parts).toHaveLength(60);
    expect(lost).toHaveLength(2);
    expect(lost[0]?.because).toBe('It is too long to be read as part of a strategy.');
    expect(lost[1]?.because).toBe('A strategy is read from at most 60 files.');
  });

  it('are parsed once for each text', async () => {
    const documents: PartDocuments = new Map();
    const files = { 'index.md': '[a](policy.md)', 'policy.md': '# Policy' };
    const first = await gather(files, 'index.md', [], documents);
    const again = await gather(
      { ...files, 'index.md': 'More. [a](policy.md)' },
      'index.md',
      [],
      documents,
    );
    expect(again.parts[0]?.document).toBe(first.parts[0]?.document);
    const changed = await gather({ ...files, 'policy.md': '# Rules' }, 'index.md', [], documents);
    expect(changed.parts[0]?.document).not.toBe(first.parts[0]?.document);
  });
});
