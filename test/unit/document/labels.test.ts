import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';

/** The label of the first block, and the source at its range. */
function labelOf(markdown: string): [string, string] | undefined {
  const label = readDocument(markdown).blocks[0]?.label;
  return label && [label.text, markdown.slice(label.range.start, label.range.end)];
}

describe('the label of a paragraph or list item', () => {
  test.each([
    ['**Legal:** we check', 'Legal'],
    ['**Legal**: we check', 'Legal'],
    ['**LEGAL** — we check', 'LEGAL'],
    ['**LEGAL** - we check', 'LEGAL'],
    ['**Legal.** We check', 'Legal'],
    ['__Legal__: we check', 'Legal'],
    ['✅ **Legal:** we check', 'Legal'],
    ['**Legal** (compliance): we check', 'Legal'],
    ['**Legal**\nwe check', 'Legal'],
    ['**Legal**  \nwe check', 'Legal'],
    ['**法务**：我们检查', '法务'],
    ['- **Legal:** we check', 'Legal'],
    ['- Legal: we check', 'Legal'],
    ['- Legal and risk — we check', 'Legal and risk'],
    ['- 法务：我们检查', '法务'],
    ['<b>Legal:</b> we check', 'Legal'],
    ['**Legal**', 'Legal'],
    ['> **Legal:** they check', 'Legal'],
  ])('%j is labelled', (markdown, label) => {
    expect(labelOf(markdown)).toEqual([label, label]);
  });

  test.each([
    ['Legal: a paragraph without bold'],
    ['**Open source** is good'],
    ['We say **Legal:** later'],
    ['- See https://legal.example: yes'],
    ['- at 10:30 we meet'],
    ['- This is a whole sentence with many words: and more'],
    ['**This sentence stresses that everything we write is open source.**'],
    ['`**Legal:** code`'],
  ])('%j has none', (markdown) => {
    expect(labelOf(markdown)).toBeUndefined();
  });

  test('the text holds the label too, and bold text alone is both', () => {
    expect(readDocument('**Legal:** we check').blocks[0]?.text).toBe('Legal: we check');
    expect(readDocument('**Legal**').blocks[0]).toMatchObject({
      text: 'Legal',
      label: { text: 'Legal' },
    });
  });
});

describe('a label that is not bold for CommonMark', () => {
  test.each([
    ['**法务：**该花瓣', '法务', '法务：该花瓣'],
    ['- **法务（Legal）**该花瓣', '法务（Legal）', '法务（Legal）该花瓣'],
    ['**法务：**该 *花瓣*', '法务', '法务：该 花瓣'],
  ])('%j is a label all the same, and a problem', (markdown, label, text) => {
    const { blocks, problems } = readDocument(markdown);
    expect(blocks[0]).toMatchObject({ text, label: { text: label } });
    expect(problems.map(({ id }) => id)).toEqual(['label-not-strong']);
    expect(problems[0]?.message).toContain('line 1');
    const { start = 0, end = 0 } = problems[0]?.range ?? {};
    expect(markdown.slice(start, end)).toMatch(/^\*\*.*\*\*$/);
  });

  test('introduces its list without the marks', () => {
    expect(readDocument('**法务：**该花瓣\n\n- 一').blocks[1]?.introduction).toBe('法务：该花瓣');
  });
});
