import { describe, expect, it } from 'vitest';
import { answersDirectiveEdit } from '../../../server/src/core/analysis/directives/directiveEdits.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { applyEdits } from '../analysis/applyEdits.ts';
import { fixed, resultOf, saidOf } from './analysed.ts';

const TEXT = `# Open source strategy

## The house rules

Ask Anna.

### Details

She knows.
`;

function declared(text: string, id: string): string {
  const document = readDocument(text);
  const section = document.sections.findIndex(({ heading }) => heading?.text === 'The house rules');
  const edit = answersDirectiveEdit(document, section, id);
  return applyEdits(text, edit === undefined ? [] : [edit]);
}

describe('the word that a section answers a criterion', () => {
  it('is written before its heading and read there; the section is the evidence', () => {
    const text = declared(TEXT, 'petal.legal');
    expect(text).toContain('\n<!-- ospo-strategy: answers petal.legal -->\n\n## The house rules\n');
    const result = resultOf(text, 'petal.legal');
    expect(result.level).toBe('answered');
    expect(result.because).toBe('The author says that the section "The house rules" answers it.');
    const [evidence] = result.evidence;
    expect(text.slice(evidence?.range.start, evidence?.range.end)).toBe(
      TEXT.slice(TEXT.indexOf('## The'), -1),
    );
    expect(saidOf(text)).toEqual([]);
  });

  it('counts under the heading too, and directly before a paragraph of the section', () => {
    const text = TEXT.replace(
      'Ask Anna.',
      '<!-- ospo-strategy: answers petal.legal -->\nAsk Anna.',
    );
    expect(resultOf(text, 'petal.legal').level).toBe('answered');
  });

  it('holds for several criteria', () => {
    const text = declared(TEXT, 'petal.legal, element.compliance');
    expect(resultOf(text, 'petal.legal').level).toBe('answered');
    expect(resultOf(text, 'element.compliance').level).toBe('answered');
  });

  it.each(['', 'TODO', 'TBD: ask Anna.', '[what the rules are]', '<!-- later -->'])(
    'does not hold for a section that only says "%s"',
    (content) => {
      const text = declared(
        `# Open source strategy\n\n## The house rules\n\n${content}\n`,
        'petal.legal',
      );
      expect(resultOf(text, 'petal.legal')).toMatchObject({ level: 'absent' });
    },
  );

  it('needs a section to stand before', () => {
    const text = '<!-- ospo-strategy: answers petal.legal -->\n\nSome text without a heading.\n';
    expect(saidOf(text)[0]).toMatch(/^unusable-directive .*No section begins here/);
  });

  it('is idle where the heading names the criterion and the text answers it', () => {
    const text = `# Open source strategy

<!-- ospo-strategy: answers petal.legal -->

## Legal

Our lawyers Marit Dahl and Jon Vik answer licence questions in #open-source-legal within two working days.
Apache-2.0 and MIT are approved; GPL needs the approval of the legal department. The licence guide is on the intranet.
`;
    expect(saidOf(text)[0]).toMatch(/^unused-directive "petal.legal"/);
    const removed = fixed(text, 'Remove');
    expect(removed).toBe(text.replace('<!-- ospo-strategy: answers petal.legal -->\n\n', ''));
    expect(resultOf(removed, 'petal.legal').level).toBe('answered');
  });

  it('is offered where an answer is thin, and the finding goes', () => {
    const text =
      '# Open source strategy\n\n## Champions\n\nWe encourage our developers to take part in open source.\n';
    expect(resultOf(text, 'question.champions').level).toBe('partial');
    const after = fixed(text, /^The section "Champions" answers/);
    expect(resultOf(after, 'question.champions').level).toBe('answered');
    expect(after.replace('<!-- ospo-strategy: answers question.champions -->\n\n', '')).toBe(text);
  });
});
