import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Vocabulary {
  readonly headings: readonly string[];
  readonly facets: {
    readonly [facet: string]: {
      readonly terms: readonly string[];
      readonly anywhere: readonly string[];
    };
  };
}

interface EnglishFile {
  readonly language: string;
  readonly signals: { readonly [signal: string]: readonly string[] };
  readonly criteria: { readonly [criterion: string]: Vocabulary };
  readonly maturity: {
    readonly [model: string]: {
      readonly stages: { readonly [stage: string]: { readonly signs: readonly string[] } };
    };
  };
}

const packFolder = `${import.meta.dirname}/../../../server/packs/ospo-book`;

function readYaml(path: string): unknown {
  return parse(readFileSync(`${packFolder}/${path}`, 'utf8'));
}

const english = readYaml('languages/en.yaml') as EnglishFile;
const criteria = Object.entries(english.criteria);
const facets = criteria.flatMap(([criterion, { facets }]) =>
  Object.entries(facets).map(([facet, words]) => ({ name: `${criterion} ${facet}`, ...words })),
);
const stages = Object.values(english.maturity).flatMap((model) => Object.entries(model.stages));

const lists: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(english.signals),
  ...criteria.map(([id, { headings }]) => [`${id} headings`, headings] as const),
  ...facets.map(({ name, terms }) => [`${name} terms`, terms] as const),
  ...facets.map(({ name, anywhere }) => [`${name} anywhere`, anywhere] as const),
  ...stages.map(([id, { signs }]) => [`${id} signs`, signs] as const),
];

describe('the English vocabulary', () => {
  test('has words for every criterion of the pack, in the facets that its definition names', () => {
    const pack = readYaml('pack.yaml') as { readonly criteria: readonly string[] };
    const named = Object.fromEntries(
      criteria.map(([id, vocabulary]) => [id, Object.keys(vocabulary.facets)]),
    );
    const defined = pack.criteria.map((id) => {
      const definition = readYaml(`criteria/${id}.yaml`) as {
        readonly facets: readonly { readonly id: string }[];
      };
      return [id, definition.facets.map((facet) => facet.id)];
    });
    expect(named).toEqual(Object.fromEntries(defined));
  });

  test('says enough for each facet: at least 15 terms, and 10 phrases that tell anywhere', () => {
    const thin = facets.filter(({ terms, anywhere }) => terms.length < 15 || anywhere.length < 10);
    expect(thin.map(({ name }) => name)).toEqual([]);
  });

  test('gives every maturity stage at least eight signs', () => {
    expect(stages.filter(([, { signs }]) => signs.length < 8).map(([id]) => id)).toEqual([]);
    expect(stages).toHaveLength(9);
  });

  test.each(lists)(
    'writes %s as plain words, each once, with a star at the end only',
    (_, terms) => {
      const folded = terms.map((term) => term.toLowerCase());
      expect(terms.filter((term) => term !== term.trim() || term.length === 0)).toEqual([]);
      expect(terms.filter((term) => term.slice(0, -1).includes('*'))).toEqual([]);
      expect(folded.filter((term, index) => folded.indexOf(term) !== index)).toEqual([]);
    },
  );

  test('lets no word count anywhere that every document uses', () => {
    const everyday = [
      'project',
      'projects',
      'community',
      'code',
      'software',
      'open source',
      'license',
      'security',
      'team',
      'product',
    ];
    const careless = facets.filter(({ anywhere }) =>
      anywhere.some((term) => everyday.includes(term.toLowerCase())),
    );
    expect(careless.map(({ name }) => name)).toEqual([]);
  });

  test('opens no section at headings that every document has', () => {
    const everywhere = [
      'introduction',
      'overview',
      'conclusion',
      'definitions',
      'open source',
      'table of contents',
    ];
    const careless = criteria.filter(([, { headings }]) =>
      headings.some((term) => everywhere.includes(term.toLowerCase())),
    );
    expect(careless.map(([id]) => id)).toEqual([]);
  });

  test('takes the TODO Group for an organisation, not for something still to be written', () => {
    const { placeholder = [] } = english.signals;
    expect(placeholder).toContain('todo:');
    expect(placeholder.map((term) => term.toLowerCase())).not.toContain('todo');
  });
});
