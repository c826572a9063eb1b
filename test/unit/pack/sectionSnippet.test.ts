import { describe, expect, test } from 'vitest';
import { sectionSnippet } from '../../../server/src/core/pack/sectionSnippet.ts';

const options = { headingLevel: 2, firstTabStop: 1 };

function stop(number: number, text: string): string {
  return `\${${number}:[${text}]}`;
}

describe('a section as a snippet', () => {
  test('counts a tab stop for each thing to fill in, and shows it in brackets', () => {
    const section = {
      heading: 'Budget',
      body: '- **Amount:** {{amount}} a year, held by {{role}}.\n',
    };
    expect(sectionSnippet(section, options)).toEqual({
      snippet: `## Budget\n\n- **Amount:** ${stop(1, 'amount')} a year, held by ${stop(2, 'role')}.`,
      plainText: '## Budget\n\n- **Amount:** [amount] a year, held by [role].',
      nextTabStop: 3,
    });
  });

  test('goes on counting where another section left off, at the level asked for', () => {
    const section = { heading: 'Legal', body: '{{who}}' };
    const made = sectionSnippet(section, { headingLevel: 3, firstTabStop: 8 });
    expect(made.snippet).toBe(`### Legal\n\n${stop(8, 'who')}`);
    expect(made.nextTabStop).toBe(9);
  });

  test('escapes what a snippet would read as its own syntax, and only there', () => {
    const section = { heading: 'Cost in $', body: 'C:\\tools {x} $1 {{a } or $2 \\ b}}' };
    const made = sectionSnippet(section, options);
    expect(made.snippet).toBe(
      `## Cost in \\$\n\nC:\\\\tools {x\\} \\$1 ${stop(1, 'a \\} or \\$2 \\\\ b')}`,
    );
    expect(made.plainText).toBe('## Cost in $\n\nC:\\tools {x} $1 [a } or $2 \\ b]');
  });

  test('keeps a heading within the six levels of Markdown', () => {
    const section = { heading: 'Deep', body: '{{x}}' };
    expect(sectionSnippet(section, { headingLevel: 9, firstTabStop: 1 }).plainText).toMatch(
      /^#{6} Deep$/m,
    );
  });

  test('writes line feeds whatever the pack was written with', () => {
    const section = { heading: 'Lines', body: 'one {{a}}\r\ntwo {{b}}\r\n' };
    expect(sectionSnippet(section, options).plainText).toBe('## Lines\n\none [a]\ntwo [b]');
  });
});
