import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { codePages } from '../../../server/src/core/analysis/damage/codePages.ts';
import { repairText } from '../../../server/src/core/analysis/damage/repairText.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

const STRATEGY = `# 示例公司开源战略

## 法务 ✅

我们的法务部审批每一个许可证。

Plain lines stay as they are: a – b, “c”.
`;

/** The text as a tool shows it that takes its UTF-8 for a code page. */
function misread(text: string, name: string): string {
  const page = codePages.find((each) => each.name === name);
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (page?.upperHalf[byte - 0x80] ?? '?'),
  ).join('');
}

describe('text damage', () => {
  it.each(codePages.map(({ name }) => name))('by %s is undone exactly, once and twice', (name) => {
    const once = misread(STRATEGY, name);
    expect(repairText(once)?.text).toBe(STRATEGY);
    expect(repairText(misread(once, name))).toMatchObject({ text: STRATEGY, times: 2 });
  });

  it('is repaired line by line where only a part is damaged', () => {
    const [first, second] = ['我们审批许可证', '社区与贡献'];
    const damaged = `# 战略\n\n${misread(first, 'Mac Roman')}\n\n${misread(second, 'Mac Roman')}\n`;
    expect(repairText(damaged)?.text).toBe(`# 战略\n\n${first}\n\n${second}\n`);
  });

  it.each([
    ['French', 'La stratégie de l’État : « logiciel libre », cœur, à Orléans.'],
    ['one pair by chance', 'l’État'],
    ['German', 'Größe, Übersicht, Straße – „Quelltext“'],
    ['Portuguese', 'Ação e colaboração; não há exceções.'],
    ['Chinese', '开源战略：许可证与合规。'],
    ['emoji', 'Goals 🎯 and ✅ done'],
    ['plain English', 'Open source strategy'],
  ])('is not seen in healthy text: %s', (_, text) => {
    expect(repairText(text)).toBeUndefined();
  });

  it('is never seen in what was repaired: twice applied, the fix changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const repaired = repairText(text)?.text ?? text;
        expect(repairText(repaired)?.text ?? repaired).toBe(repaired);
      }),
    );
  });

  it('is one finding with one fix; after it the headings are read, and no other line moves', () => {
    const damaged = misread(STRATEGY, 'Mac Roman');
    const options = { path: 'strategy.md', pack, analyse: 'all', absent: 'summary' } as const;
    const { findings } = analyseDocument(readDocument(damaged), options);
    const found = findings.filter(({ rule }) => rule === 'damaged-text');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('read as Mac Roman');
    const edits = found[0]?.fixes?.[0]?.edits ?? [];
    const repaired = edits
      .toSorted((a, b) => b.range.start - a.range.start)
      .reduce(
        (text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
        damaged,
      );
    expect(repaired).toBe(STRATEGY);
    const after = analyseDocument(readDocument(repaired), options).findings;
    expect(after.some(({ rule }) => rule === 'damaged-text')).toBe(false);
  });
});
