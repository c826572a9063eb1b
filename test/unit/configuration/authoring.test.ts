import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completeConfiguration } from '../../../server/src/core/configuration/completeConfiguration.ts';
import { configurationSchema } from '../../../server/src/core/configuration/configurationSchema.ts';
import { explainConfiguration } from '../../../server/src/core/configuration/explainConfiguration.ts';
import { parseYaml } from '../../../server/src/core/configuration/parseYaml.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';
import { sampleFiles } from './inMemory.ts';

/** What is proposed at the `|` of a text. */
function proposed(marked: string, isJson = false): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completeConfiguration(text, offset, isJson, pack).map(({ label }) => label);
}

/** The text after the first proposal of a label at the `|`. */
function completed(marked: string, label: string, isJson = false): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completeConfiguration(text, offset, isJson, pack).find(
    (each) => each.label === label,
  );
  if (found === undefined) throw new Error(`No ${label}.`);
  return text.slice(0, found.replaces.start) + found.newText + text.slice(found.replaces.end);
}

describe('completion in YAML', () => {
  it.each([
    ['|', ['extends', 'questions', 'petals', 'elements', 'severities']],
    ['sev|', ['severities']],
    ['extends: |', ['ospo-book']],
    ['severities:\n  |', ['thin-answer', 'missing-petal']],
    ['severities:\n  thin-answer: |', ['error', 'off']],
    ['languages:\n  - |', ['en', 'zh-Hans']],
    ['languages: [en, |]', ['de']],
    ['petals:\n  - |', ['id', 'from', 'title']],
    ['petals:\n- |', ['id', 'from', 'title']],
    ['petals:\n  - id: |', ['petal.legal']],
    ['petals:\n  - id: petal.x\n    from: |', ['petal.legal']],
    ['petals:\n  - id: petal.x\n    |', ['from', 'section']],
    ['petals:\n  - id: petal.x\n    section:\n      |', ['heading', 'body']],
    ['petals:\n  - id: petal.legal\n    facets:\n      - |', ['id', 'missing']],
    ['petals:\n  - id: petal.legal\n    off: |', ['true', 'false']],
    ['maturity:\n  |', ['ospo', 'organisation']],
    ['documents:\n  |', ['include', 'exclude']],
    ['sets:\n  - |', ['title', 'index', 'files']],
    ['petals:\n  - id: petal.legal\n\n|', ['questions', 'severities']],
  ])('%j', (marked, expected) => {
    expect(proposed(marked)).toEqual(expect.arrayContaining(expected));
  });

  it('leaves out what stands there already, above and below', () => {
    expect(proposed('extends: ospo-book\n|\nlanguages: [en]\n')).not.toContain('extends');
    expect(proposed('extends: ospo-book\n|\nlanguages: [en]\n')).not.toContain('languages');
    expect(proposed('petals:\n  - id: petal.x\n    |\n    title: X\n')).not.toContain('title');
  });

  it('proposes nothing where free text is asked for', () => {
    expect(proposed('petals:\n  - id: petal.x\n    title: |')).toEqual([]);
    expect(proposed('nonsense:\n  |')).toEqual([]);
  });

  it('replaces what has been written of a word', () => {
    expect(completed('petals:\n  - id: petal.le|', 'petal.legal')).toBe(
      'petals:\n  - id: petal.legal',
    );
    expect(completed('sev|', 'severities')).toBe('severities:');
    expect(completed('petals:\n  - id: petal.legal\n    t|', 'title')).toBe(
      'petals:\n  - id: petal.legal\n    title: ',
    );
  });
});

describe('completion in JSON', () => {
  it.each([
    ['{ | }', ['extends', 'petals']],
    ['{ "sev|" }', ['severities']],
    ['{ "severities": { "thin-answer": "|" } }', ['error', 'off']],
    ['{ "petals": [ { "id": "petal.legal", | } ] }', ['from', 'title']],
    ['{ "petals": [ { "id": "|" } ] }', ['petal.legal']],
    ['{ "languages": ["en", "|"] }', ['de']],
  ])('%j', (marked, expected) => {
    expect(proposed(marked, true)).toEqual(expect.arrayContaining(expected));
  });

  it('writes quotes where there are none', () => {
    expect(completed('{ | }', 'extends', true)).toBe('{ "extends":  }');
    expect(completed('{ "ext|": "x" }', 'extends', true)).toBe('{ "extends": "x" }');
    const entry = '{ "petals": [ { "id": "petal.legal", | } ] }';
    expect(completed(entry, 'off', true)).toBe(entry.replace('|', '"off": '));
  });
});

describe('hover', () => {
  const explained = (marked: string) =>
    explainConfiguration(parseYaml(marked.replace('|', '')).root, marked.indexOf('|'), pack)
      ?.description;
  it.each([
    ['seve|rities:\n  thin-answer: off\n', 'How severe the findings of a rule are shown'],
    ['severities:\n  thin-|answer: off\n', 'An answer is thin'],
    ['severities:\n  thin-answer: o|ff\n', 'Not shown at all.'],
    ['petals:\n  - id: petal.le|gal\n', 'Legal'],
    ['petals:\n  - fr|om: petal.legal\n    id: petal.x\n', 'The one that this is split off from'],
    ['languages: [e|n]\n', 'English'],
  ])('%j', (marked, expected) => {
    expect(explained(marked)).toContain(expected);
  });

  it('says nothing where nothing is known', () => {
    expect(explained('petals:\n  - title: My t|itle\n')).toBeUndefined();
  });
});

describe('the JSON Schema', () => {
  const schema = configurationSchema(pack);
  const validate = new Ajv({ strict: false }).compile(schema);

  it('takes the samples', () => {
    for (const [name, file] of [
      ['bank', '.ospo-strategy.yaml'],
      ['city', '.ospo-strategy.json'],
    ] as const) {
      expect(validate(parse(sampleFiles(name)[file] ?? '')), JSON.stringify(validate.errors)).toBe(
        true,
      );
    }
  });

  it.each([
    'severitys: {}',
    'languages: en',
    'petals: [{ title: x }]',
    'severities: { thin-answer: loud }',
  ])('refuses %s, as the server does', (text) => expect(validate(parse(text))).toBe(false));

  it('is the one that is committed', () => {
    const path = fileURLToPath(
      new URL('../../../schemas/ospo-strategy.schema.json', import.meta.url),
    );
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
  });
});
