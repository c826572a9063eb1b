import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../server/src/core/configuration/parseYaml.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { configurationOf, configured, problemsOf } from './inMemory.ts';

/** `petals:` with one entry. */
function petal(...lines: readonly string[]): string {
  return `petals:\n  - ${lines.join('\n    ')}\n`;
}

describe('a configuration that is wrong', () => {
  it.each([
    [
      'severitys:\n  thin-answer: off\n',
      'warning "severitys": "severitys" is not a key of a configuration, so it is left out. Did you mean severities?',
    ],
    [
      'severities:\n  thin-anser: off\n',
      'warning "thin-anser": "thin-anser" is not known to "severities", so it is left out. Did you mean thin-answer?',
    ],
    [
      'severities:\n  thin-answer: warn\n',
      'warning "warn": "warn" is not one of the values of "thin-answer", so it is left out. Did you mean warning?',
    ],
    [
      'languages: [en, klingon]\n',
      'warning "klingon": "klingon" is not one of the values of "languages", so it is left out. Known are: ',
    ],
    ['languages: en\n', 'error "en": "languages" takes a list: a line with "- " for each entry.'],
    ['maturity:\n  ospo: maybe\n', 'error "maybe": "ospo" takes true or false.'],
    ['maturity:\n', 'error "": "maturity" has no value. It takes names with values, one a line.'],
    [
      '- petals\n',
      'error "- petals": A configuration begins with a key, such as "extends: ospo-book".',
    ],
    [petal('title: X'), 'error "title": An entry of "petals" needs "id": '],
    [
      petal('id: legal'),
      'error "legal": "legal" is no id: write petal. and small letters, digits and hyphens.',
    ],
    [petal('id: petal.new'), 'error "petal.new": "petal.new" is new, so it needs a "title".'],
    [
      petal('id: petal.new', 'from: petal.leagl'),
      'warning "petal.leagl": "petal.leagl" is not one of the values of "from", so it is left out. Did you mean petal.legal?',
    ],
    [
      petal('id: petal.legal', 'from: petal.ospo'),
      'error "petal.legal": "petal.legal" is there already. A part needs an id of its own.',
    ],
    [
      petal('id: petal.legal', 'words: [law]'),
      'warning "words": Words of "petal.legal" show one of its facets',
    ],
    [
      petal('id: petal.gone', 'off: true'),
      'warning "petal.gone": There is no "petal.gone" to switch off.',
    ],
    [
      petal('id: petal.legal', 'facetsToAnswer: many'),
      'error "many": "facetsToAnswer" takes a whole number from 1 to 20.',
    ],
    [
      'petals:\n  - id: petal.legal\n  - id: petal.legal\n',
      'error "petal.legal": "petal.legal" stands twice in this list. Keep one entry.',
    ],
    ['sets:\n  - title: X\n', 'error "title": An entry of "sets" needs "index": '],
    ['languages: [en\nmaturity: {}\n', 'error "'],
    ['a: 1\na: 2\n', 'error "a": This key stands twice here. Keep one of them.'],
    ['languages:\n\t- en\n', 'error "'],
    ['languages: &all [en]\n', 'error "[en]": Anchors (&name) have no use here'],
    [
      'x: &a [1]\nlanguages: *a\n',
      'error "*a": Aliases (*name) are not followed here. Write the value out.',
    ],
    ['languages: !!js/function x\n', 'error "'],
    [
      'extends: ospo-boook\n',
      'error "ospo-boook": "ospo-boook" is neither "ospo-book" nor a file.',
    ],
    [
      'extends: ./gone.yaml\n',
      'error "./gone.yaml": There is no file "./gone.yaml". Correct the path.',
    ],
    [
      'extends: ../outside.yaml\n',
      'error "../outside.yaml": "../outside.yaml" lies outside the workspace folder',
    ],
    [
      'extends: /etc/passwd.yaml\n',
      'error "/etc/passwd.yaml": "/etc/passwd.yaml" lies outside the workspace folder',
    ],
    [
      'extends: .ospo-strategy.yaml\n',
      'error ".ospo-strategy.yaml": ".ospo-strategy.yaml" leads back to this file',
    ],
    ['\u0000\u0001binary', 'error "\u0000": This is a binary file.'],
    [`# ${'x'.repeat(300_000)}\n`, 'error "#": The file is larger than 256 KB'],
    ['['.repeat(5000), 'error "'],
  ])('%j is told at its place, with a remedy', async (text, expected) => {
    const problems = await problemsOf(text);
    expect(problems.map((problem) => problem.slice(0, expected.length))).toContain(expected);
  });

  it('with an error changes nothing; with warnings only what is right', async () => {
    const wrong = await configured(`${petal('id: petal.legal', 'off: true')}languages: en\n`);
    expect(wrong.isBroken).toBe(true);
    expect(wrong.pack).toBe(builtInPack);
    const half = await configured(`${petal('id: petal.legal', 'off: true')}langages: [en]\n`);
    expect(half.isBroken).toBe(false);
    expect(half.pack.criteria.map(({ id }) => id)).not.toContain('petal.legal');
  });

  it('in a circle of files is told in each of them', async () => {
    const loaded = await configurationOf('a/strategy.md', {
      'a/.ospo-strategy.yaml': 'extends: ../b.yaml\n',
      'b.yaml': 'extends: a/.ospo-strategy.yaml\n',
    });
    expect(loaded?.isBroken).toBe(true);
    const told = loaded?.files.map(({ problems }) => problems.map(({ message }) => message).join());
    expect(told?.[0]).toContain('"../b.yaml" cannot be followed');
    expect(told?.[1]).toContain('leads back to this file');
  });

  it('cannot reach the prototype of anything', async () => {
    const text = '__proto__:\n  polluted: true\nconstructor: x\nseverities:\n  __proto__: off\n';
    const { isBroken, severities } = await configured(text);
    expect(isBroken).toBe(false);
    expect(Object.keys(severities)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('a billion laughs are refused at the first', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
      lines.push(`${other}: &${other} [${`*${one}, `.repeat(9)}]`);
    }
    const started = performance.now();
    expect(parseYaml(lines.join('\n')).problems.length).toBeGreaterThan(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('whatever the text, an answer comes, and every range lies in it', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'petals:\n',
        '  - id: petal.legal\n',
        '    off: true\n',
        'extends: ',
        '[',
        '{',
        '}',
        ': ',
        '- ',
        '&a ',
        '*a ',
        '"',
        "'",
        '\t',
        '\r\n',
        '|\n',
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const text = pieces.join('');
        const [file] = (await configured(text)).files;
        for (const { range } of file?.problems ?? []) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
