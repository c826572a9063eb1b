import { describe, expect, it } from 'vitest';
import { constructBehind } from '../../../server/src/core/analysis/directives/constructs.ts';
import { ignoreNextEdit } from '../../../server/src/core/analysis/directives/directiveEdits.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { applyEdits } from '../analysis/applyEdits.ts';
import { analysed, fixed, saidOf } from './analysed.ts';

const TEXT = `# Open source strategy

##法务

We ask first.

##目标

We want more.
`;

function rulesIn(text: string): string[] {
  return analysed(text).report.findings.map(({ rule }) => rule);
}

function damaged(text: string): number {
  return rulesIn(text).filter((rule) => rule === 'damaged-document').length;
}

describe('ignoring', () => {
  it('what comes next leaves the rest', () => {
    const text = TEXT.replace(
      '##目标',
      '<!-- ospo-strategy: ignore-next damaged-document -->\n\n##目标',
    );
    expect(damaged(TEXT)).toBe(2);
    expect(damaged(text)).toBe(1);
    expect(saidOf(text)).toEqual([]);
  });

  it('in the file takes all of one rule, wherever it stands', () => {
    expect(damaged(`${TEXT}\n<!-- ospo-strategy: ignore-file damaged-document -->\n`)).toBe(0);
  });

  it('without a rule takes all, but for what is said about directives', () => {
    const text = `${TEXT}\n<!-- ospo-strategy: ignore-file; not-applicable petal.leagl reason="x" -->\n`;
    expect(rulesIn(text)).toEqual(['unusable-directive']);
  });

  it('of nothing is idle: the rule goes, or the whole directive', () => {
    const two = `# Open source strategy\n\n<!-- ospo-strategy: ignore-file damaged-document, missing-petal -->\n`;
    expect(saidOf(two)).toEqual([
      'unused-directive "damaged-document": Nothing in this file is reported as damaged-document, so there is nothing to ignore.',
    ]);
    const one = fixed(two, 'Remove "damaged-document"');
    expect(one).toContain('<!-- ospo-strategy: ignore-file, missing-petal -->');
    expect(saidOf(one)).toEqual([]);
    const idle = 'A line.\n\n<!-- ospo-strategy: ignore-next thin-answer -->\n\nAnother.\n';
    expect(fixed(idle, /^Remove this/)).toBe('A line.\n\nAnother.\n');
  });

  it('of a rule that there is not names the one that was meant', () => {
    const text = `${TEXT}\n<!-- ospo-strategy: ignore-file damaged-documents -->\n`;
    expect(saidOf(text)[0]).toContain('Did you mean damaged-document?');
    expect(saidOf(fixed(text, 'Replace'))).toEqual([]);
  });

  it('by another word names the one that was meant', () => {
    const text = `${TEXT}\n<!-- ospo-strategy: ignore-line damaged-document -->\n`;
    expect(saidOf(text)[0]).toContain('"ignore-line" is no directive. Did you mean ignore-file');
  });

  it.each([
    ['a list', '* one\n* two\n  * Anna decides\n* three\n'],
    ['a table', '| a | b |\n| - | - |\n| 1 | Anna decides |\n'],
    ['a quotation', '> Anna decides\n'],
    ['a heading', '## What Anna decides\n'],
    ['an HTML table', '<table>\n<tr><td>1</td></tr>\n<tr><td>Anna decides</td></tr>\n</table>\n'],
  ])('in %s stands before all of it, so that it stays one', (_, construct) => {
    const text = `# Open source strategy\n\n${construct}`;
    const edit = ignoreNextEdit(readDocument(text), text.indexOf('Anna'), 'thin-answer');
    const after = applyEdits(text, edit === undefined ? [] : [edit]);
    const comment = '<!-- ospo-strategy: ignore-next thin-answer -->';
    expect(after.replace(`${comment}\n\n`, '')).toBe(text);
    const behind = after.indexOf(comment) + comment.length;
    const meant = constructBehind(readDocument(after), behind);
    expect(after.slice(meant.start, meant.end)).toContain('Anna');
    expect(readDocument(after).blocks.filter(({ kind }) => kind !== 'comment')).toHaveLength(
      readDocument(text).blocks.length,
    );
  });
});
