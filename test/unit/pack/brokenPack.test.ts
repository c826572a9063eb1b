import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInPackFolder, compilePack } from '../../../scripts/compilePack.ts';

const TECHNOLOGY = 'criteria/question.technology.yaml';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broken-pack-'));
  cpSync(builtInPackFolder, folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The problems after one file was changed; the change must have found its place. */
function problemsAfter(name: string, change: (text: string) => string): string {
  const text = readFileSync(join(folder, name), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, name), changed);
  return problems();
}

function problems(): string {
  const compiled = compilePack(folder);
  return 'problems' in compiled ? compiled.problems.join('\n') : '';
}

describe('a broken pack is refused with the file, the place and the remedy', () => {
  test('where a file is not YAML', () => {
    const found = problemsAfter(TECHNOLOGY, (text) => `${text}\n  - "never closed`);
    expect(found).toMatch(
      /^criteria\/question\.technology\.yaml: .* at line \d+.*Mend the YAML\.$/m,
    );
  });

  test('where a key is misspelt', () => {
    const found = problemsAfter(TECHNOLOGY, (text) => text.replace('  guidance:', '  guidence:'));
    expect(found).toMatch(/question\.technology\.yaml:\d+ texts: the key "guidance" is missing/);
    expect(found).toContain('the key "guidence" is not known; remove it or mend its spelling');
  });

  test('where a value is of the wrong type, with its line', () => {
    const found = problemsAfter(TECHNOLOGY, (text) =>
      text.replace('facetsToAnswer: 3', 'facetsToAnswer: three'),
    );
    const line =
      readFileSync(join(folder, TECHNOLOGY), 'utf8').split('\n').indexOf('facetsToAnswer: three') +
      1;
    expect(found).toContain(`${TECHNOLOGY}:${line} facetsToAnswer: must be integer`);
  });

  test('where a criterion is listed that has no file, and the reverse', () => {
    const found = problemsAfter('pack.yaml', (text) =>
      text.replace('- question.technology', '- question.weather'),
    );
    expect(found).toMatch(/pack\.yaml:\d+ criteria\[\d+\]: "question\.weather" has no file; write/);
    expect(found).toContain(
      '"question.technology" is not listed; add it under criteria in pack.yaml',
    );
  });

  test('where a resource is not known', () => {
    const found = problemsAfter(TECHNOLOGY, (text) =>
      text.replace(/^resources: .*$/m, 'resources: [no-such-guide]'),
    );
    expect(found).toMatch(/:\d+ resources\[0\]: resources\.yaml has no "no-such-guide"/);
  });

  test.each([
    ['does not pair', '{{the open source technologies', '{the open source technologies'],
    ['holds a heading', '- **Goals they serve', '### Goals\n      - **Goals they serve'],
  ])('where a skeleton %s', (_case, from, to) => {
    const found = problemsAfter(TECHNOLOGY, (text) => text.replace(from, to));
    expect(found).toMatch(/question\.technology\.yaml:\d+ texts\.section\.body: /);
  });

  test('where two facets have the same id', () => {
    const found = problemsAfter(TECHNOLOGY, (text) => text.replace('id: horizon', 'id: named'));
    expect(found).toMatch(/:\d+ facets\[1\]\.id: "named" stands there twice; rename one/);
  });

  test('where two checklist items of a stage have the same id', () => {
    const found = problemsAfter('maturity/ospo.yaml', (text) => {
      const [first, second] = [...text.matchAll(/^ {6,}(?:- )?id: (\S+)$/gm)];
      return text.replace(`id: ${second?.[1]}`, `id: ${first?.[1]}`);
    });
    expect(found).toMatch(/maturity\/ospo\.yaml:\d+ stages\[0\]\.items\[1\]\.id: .* twice/);
  });

  test('where a language lacks a criterion or names one that is not there', () => {
    const found = problemsAfter('languages/zh-Hans.yaml', (text) =>
      text.replace(/^ {2}question\.technology:/m, '  question.weather:'),
    );
    expect(found).toMatch(/zh-Hans\.yaml:\d+ criteria: "question\.technology" is missing/);
    expect(found).toContain('the pack has no "question.weather"; remove it or mend its spelling');
  });

  test('where English is missing', () => {
    rmSync(join(folder, 'languages/en.yaml'));
    expect(problems()).toContain('languages/en.yaml: the file is missing');
  });

  test('where the analysis would not find a section again by its heading', () => {
    const found = problemsAfter(TECHNOLOGY, (text) =>
      text.replace(/^ {4}heading: .*$/m, '    heading: External regulators'),
    );
    expect(found).toContain('no term under headings of "question.technology" opens');
  });
});
