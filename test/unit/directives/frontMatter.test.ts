import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';
import { analysed, fixed, resultOf, saidOf } from './analysed.ts';

/** A strategy with lines below the front matter's `ospo-strategy:`. */
function withMapping(...lines: readonly string[]): string {
  const mapping = lines.map((line) => `  ${line}\n`).join('');
  return `---\nstatus: Draft\nospo-strategy:\n${mapping}---\n\n# Open source strategy\n\n## Our customs\n\nAsk Anna.\n`;
}

describe('directives in the front matter', () => {
  it.each([
    ['id and reason', ['not-applicable:', '  petal.legal: One firm only']],
    ['in quotes', ['not-applicable:', '  "petal.legal": "One firm only"']],
    [
      'with a day',
      ['not-applicable:', '  petal.legal:', '    reason: One firm only', '    until: 2027-06-30'],
    ],
    [
      'in brackets',
      ['not-applicable: { petal.legal: { reason: "One firm only", until: 2027-06-30 } }'],
    ],
    ['in a list', ['not-applicable:', '  - petal.legal: One firm only']],
    [
      'with comments',
      ['# ours', 'not-applicable: # those', '  petal.legal: One firm only # for now'],
    ],
  ])('waive: %s', (_, lines) => {
    const text = withMapping(...lines);
    expect(resultOf(text, 'petal.legal').waiver?.reason).toBe('One firm only');
    expect(saidOf(text)).toEqual([]);
  });

  it('name the section that answers by its heading', () => {
    const text = withMapping('answers:', '  petal.legal: Our customs');
    expect(resultOf(text, 'petal.legal').level).toBe('answered');
    expect(saidOf(withMapping('answers:', '  petal.legal: Our custom'))[0]).toContain(
      'No heading of this document reads "Our custom"',
    );
  });

  it.each([
    [['ignore: missing-petal']],
    [['ignore: [missing-petal]']],
    [['ignore:', '  - missing-petal']],
  ])('ignore a rule in the file: %j', (lines) => {
    const text = withMapping(...lines);
    const rules = new Set(analysed(text).report.findings.map(({ rule }) => rule));
    expect(rules).toEqual(new Set(['missing-question', 'missing-element']));
  });

  it('decide whether the document is analysed', () => {
    const detection = (text: string) =>
      analyseDocument(readDocument(text), {
        path: 'x.md',
        pack,
        analyse: 'strategies',
        absent: 'each',
      }).detection;
    expect(detection(withMapping('analyse: false'))).toEqual({
      isStrategy: false,
      reason: 'Its front matter says ospo-strategy: analyse: false.',
    });
    const recipe = '---\nospo-strategy: { analyse: true }\n---\n\n# Cake\n';
    expect(detection(recipe).isStrategy).toBe(true);
  });

  it('that are neither true nor false decide nothing, and it is said', () => {
    const text = '---\nospo-strategy: yes\n---\n\n# Open source strategy\n';
    expect(saidOf(text)).toEqual([
      'unusable-directive "yes": "yes" is no answer here. Choose one of: true, false.',
    ]);
    expect(saidOf(withMapping('analyse: tru'))[0]).toContain('Did you mean true?');
  });

  it('that are none are named, with what was meant', () => {
    const text = withMapping('not-aplicable:', '  petal.legal: x');
    expect(saidOf(text)).toEqual([
      'unusable-directive "not-aplicable": "not-aplicable" is no key of "ospo-strategy". Did you mean not-applicable?',
    ]);
    expect(saidOf(fixed(text, 'Replace'))).toEqual([]);
  });

  it.each([
    [['not-applicable:', '  - petal.legal'], '  - petal.legal: ""'],
    [['not-applicable:', '  petal.legal:'], '  petal.legal: ""'],
    [['not-applicable: [petal.legal]'], 'not-applicable: [petal.legal: ""]'],
    [
      ['not-applicable:', '  petal.legal:', '    until: 2027-06-30'],
      '    reason: ""\n      until: 2027-06-30',
    ],
    [
      ['not-applicable:', '  petal.legal: { until: 2027-06-30 }'],
      'petal.legal: { reason: "", until: 2027-06-30 }',
    ],
  ])('need a reason too: %j', (lines, expected) => {
    const text = withMapping(...lines);
    expect(saidOf(text)[0]).toContain('takes effect once it has a reason');
    const after = fixed(text, 'Give a reason');
    expect(after).toContain(expected);
    const filled = after.replace('""', '"One firm only"');
    expect(resultOf(filled, 'petal.legal').waiver?.reason).toBe('One firm only');
  });

  it.each([
    [
      ['not-applicable:', '  petal.leagl: x', '  petal.ospo: y'],
      ['not-applicable:', '  petal.ospo: y'],
    ],
    [['ignore: [missing-petal, nothing]'], ['ignore: [missing-petal]']],
    [['ignore: [nothing, missing-petal]'], ['ignore: [missing-petal]']],
    [['ignore: nothing', 'analyse: true'], ['analyse: true']],
  ])('are removed one by one: %j', (lines, left) => {
    expect(fixed(withMapping(...lines), /^Remove/)).toBe(withMapping(...left));
  });

  it('take the mapping with them when they are the last', () => {
    expect(fixed(withMapping('ignore: nothing'), /^Remove/)).toBe(
      withMapping().replace('ospo-strategy:\n', ''),
    );
  });
});
