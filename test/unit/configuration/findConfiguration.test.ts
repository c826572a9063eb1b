import { describe, expect, it } from 'vitest';
import { configuredDetection } from '../../../server/src/core/configuration/configuredDetection.ts';
import { effectiveConfigurationText } from '../../../server/src/core/configuration/effectiveConfiguration.ts';
import { findConfiguration } from '../../../server/src/core/configuration/findConfiguration.ts';
import { parseYaml } from '../../../server/src/core/configuration/parseYaml.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { configurationOf, type Files } from './inMemory.ts';

const off = (id: string): string => `petals:\n  - id: ${id}\n    off: true\n`;

async function switchedOff(document: string, files: Files): Promise<string[]> {
  const loaded = await configurationOf(document, files);
  const left = new Set(loaded?.pack.criteria.map(({ id }) => id));
  return builtInPack.criteria.map(({ id }) => id).filter((id) => !left.has(id));
}

describe('the configuration of a document', () => {
  it('is the nearest file, which holds as a whole', async () => {
    const files = {
      '.ospo-strategy.yaml': off('petal.legal'),
      'a/b/.ospo-strategy.yml': off('petal.ospo'),
    };
    expect(await switchedOff('a/b/c/strategy.md', files)).toEqual(['petal.ospo']);
    expect(await switchedOff('a/strategy.md', files)).toEqual(['petal.legal']);
  });

  it('takes over another file that it extends, and changes it further', async () => {
    const files = {
      'group.ospo-strategy.yaml': `${off('petal.legal')}severities:\n  thin-answer: off\n  missing-petal: error\n`,
      'unit/.ospo-strategy.yaml': `extends: ../group.ospo-strategy.yaml\n${off('petal.ospo')}severities:\n  missing-petal: hint\n`,
    };
    expect(await switchedOff('unit/strategy.md', files)).toEqual(['petal.legal', 'petal.ospo']);
    const loaded = await configurationOf('unit/strategy.md', files);
    expect(loaded?.severities).toEqual({ 'thin-answer': 'off', 'missing-petal': 'hint' });
  });

  it('may rename what the other has added', async () => {
    const loaded = await configurationOf('unit/strategy.md', {
      'group.ospo-strategy.yaml':
        'elements:\n  - id: element.patents\n    title: Patents\n    words: [patent*]\n',
      'unit/.ospo-strategy.yaml':
        'extends: ../group.ospo-strategy.yaml\nelements:\n  - id: element.patents\n    title: Patents and marks\n',
    });
    expect(loaded?.isBroken).toBe(false);
    const added = loaded?.pack.criteria.find(({ id }) => id === 'element.patents');
    expect(added?.texts.en.title).toBe('Patents and marks');
  });

  it.each([
    ['base config.yaml', 'file:///work/base%20config.yaml'],
    ['%2e%2e/%2e%2e/outside.yaml', 'file:///work/%252e%252e/%252e%252e/outside.yaml'],
  ])('that extends "%s" asks for %s, where files go by URIs', async (named, expected) => {
    const asked: string[] = [];
    await findConfiguration('file:///work/strategy.md', builtInPack, {
      root: 'file:///work',
      parse: async (text) => parseYaml(text),
      readFile: async (path) => {
        asked.push(path);
        const isOwn = path === 'file:///work/.ospo-strategy.yaml';
        return isOwn ? { path, text: `extends: "${named}"\n`, problems: [] } : undefined;
      },
    });
    expect(asked[1]).toBe(expected);
  });

  it('may be YAML or JSON', async () => {
    const json = '{ "petals": [ { "id": "petal.legal", "off": true } ] }';
    expect(await switchedOff('strategy.md', { '.ospo-strategy.json': json })).toEqual([
      'petal.legal',
    ]);
  });

  it('is none where there is no file, and the shipped pack where a file says nothing', async () => {
    expect(await configurationOf('strategy.md', {})).toBeUndefined();
    const empty = await configurationOf('strategy.md', {
      '.ospo-strategy.yaml': '# nothing yet\n',
    });
    expect(empty?.pack).toBe(builtInPack);
    expect(empty?.isBroken).toBe(false);
  });

  it('can be shown, with where each part comes from, as YAML', async () => {
    const loaded = await configurationOf('strategy.md', {
      '.ospo-strategy.yaml': `${off('petal.legal')}severities: { thin-answer: error }\n`,
    });
    const text = effectiveConfigurationText(loaded, builtInPack, (path) => path.slice(12));
    expect(text).toContain('  - id: petal.legal # .ospo-strategy.yaml\n    off: true\n');
    expect(text).toContain('  thin-answer: error # .ospo-strategy.yaml\n');
    expect(text).toContain('  - id: petal.ospo # as shipped\n');
    expect(parseYaml(text).problems).toEqual([]);
  });
});

describe('which documents are strategies', () => {
  const files = {
    'docs/.ospo-strategy.yaml':
      'documents:\n  include: ["plans/**/*.md", "{one,two}.md"]\n  exclude: ["**/draft-*.md"]\nsets:\n  - title: Ours\n    index: index.md\n',
  };
  it.each([
    [
      'docs/plans/2027.md',
      true,
      '.ospo-strategy.yaml includes it (documents.include: plans/**/*.md).',
    ],
    ['docs/plans/a/b/2027.md', true, 'plans/**/*.md'],
    ['docs/two.md', true, '{one,two}.md'],
    ['docs/plans/draft-1.md', false, 'excludes it (documents.exclude: **/draft-*.md)'],
    ['docs/index.md', true, 'the index of the strategy set "Ours"'],
  ])('%s: %s, because %s', async (document, isStrategy, reason) => {
    const loaded = await configurationOf(document, files);
    const detection = loaded && configuredDetection(loaded, `/work space/${document}`);
    expect(detection?.isStrategy).toBe(isStrategy);
    expect(detection?.reason).toContain(reason);
  });

  it.each(['docs/three.md', 'docs/sub/one.md', 'docs/plans.md'])(
    'nothing is said of %s',
    async (document) => {
      const loaded = await configurationOf(document, files);
      expect(loaded && configuredDetection(loaded, `/work space/${document}`)).toBeUndefined();
    },
  );

  it('counts a URI by its decoded path', async () => {
    const loaded = await configurationOf('docs/x.md', files);
    const uri = {
      ...loaded,
      files: (loaded?.files ?? []).map((file) => ({
        ...file,
        path: 'file:///w%20s/docs/.ospo-strategy.yaml',
      })),
    };
    const detection = configuredDetection(
      uri as NonNullable<typeof loaded>,
      'file:///w%20s/docs/plans/%C3%A4.md',
    );
    expect(detection?.isStrategy).toBe(true);
  });
});
