import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../server/src/core/analysis/analyseDocument.ts';
import { fixesFor } from '../../server/src/core/analysis/fixes.ts';
import { readDocument } from '../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../server/src/host/builtInPack.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '# Open source strategy\n',
    '## Legal\n',
    '##法务\n',
    '---\n',
    '+++\n',
    '| a | b |\n| - | - |\n| PostgreSQL | 2027 |\n',
    '<table><tr><td>',
    '</table>\n',
    '<!-- ospo-strategy: not-applicable petal.legal reason="x" -->\n',
    '<!-- ospo-strategy: not-applicable nothing -->\n',
    '<!-- ospo-strategy: answers petal.legal; ignore-next -->\n',
    '<!-- ospo-strategy: ignore-file thin-answer, nothing until=1 -->\n',
    'ospo-strategy:\n  not-applicable:\n    petal.legal: { reason: "x", until: 2020-01-01 }\n  ignore: [a, missing-petal]\n',
    '<!--',
    '```\n',
    '* **LEGAL:** we review licences\n',
    'How can open source support those improvements?\n',
    '\r\n',
    '\r',
    '\n\n',
    '> quoted\n',
    '\ufeff',
    '\ud83c',
    '開源策略\n',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('whatever the text', () => {
  it('the analysis answers, every range lies inside, the same text gives the same report', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = readDocument(source);
        const options = {
          path: 'x.md',
          pack,
          analyse: 'all',
          absent: 'each',
          today: '2026-12-01',
        } as const;
        const report = analyseDocument(document, options);
        expect(report.criteria).toHaveLength(pack.criteria.length);
        const ranges = [
          ...report.findings.map(({ range }) => range),
          ...report.criteria.flatMap(({ evidence }) => evidence.map(({ range }) => range)),
          ...fixesFor(document, report, pack).flatMap(({ edits }) =>
            edits.map(({ range }) => range),
          ),
        ];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        expect(analyseDocument(readDocument(source), options)).toEqual(report);
      }),
      { numRuns: 300 },
    );
  });
});
