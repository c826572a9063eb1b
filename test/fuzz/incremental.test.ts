import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../server/src/core/analysis/analyseDocument.ts';
import { CoverageMemory } from '../../server/src/core/analysis/coverageMemory.ts';
import { DocumentReader } from '../../server/src/core/document/documentReader.ts';
import { readDocument } from '../../server/src/core/document/readDocument.ts';
import type { DocumentReport } from '../../server/src/core/report/coverageReport.ts';
import { builtInPack as pack } from '../../server/src/host/builtInPack.ts';

/** What an author may type, paste or leave half finished. */
const PIECES = [
  '# Open source strategy\n\n',
  '## Legal\n\n',
  '### Licences\n',
  'Ada Lovelace approves every licence within three days.\n\n',
  'We fund PostgreSQL with 20 000 euros a year.\n',
  'Who maintains our projects?\n\n',
  '- **Budget:** two engineers, one day a week\n',
  '- see [the policy][p] and [^1]\n',
  '[p]: https://example.org/policy\n',
  '[^1]: A note.\n\n',
  '| Petal | Owner |\n|---|---|\n| Legal | Ada |\n\n',
  '> quoted\n\n',
  '```\ncode\n```\n\n',
  '```\n',
  '<!-- ospo-strategy: not-applicable petal.legal reason="x" -->\n\n',
  '<!--',
  '-->',
  '<table><tr><td>Legal</td>\n\n',
  '<td>Ada</td></tr></table>\n\n',
  'TBD\n\n',
  '---\ntitle: x\n---\n',
  'title\n===\n\n',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '#',
  '1. ',
  '    ',
  '開源戦略。',
  '\ud83d\ude00',
  '\ud83d',
  '\0',
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((all) => all.join(''));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(40)),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 }), fc.constant('')),
});

const RUNS = Number(process.env.INCREMENTAL_RUNS ?? 400);

/** A start, then one edit after the other: finds of the property below. */
const FOUND: readonly (readonly [string, readonly [at: number, insert: string][]])[] = [
  // The same text in two places, of which one was there before.
  [
    'Ada Lovelace approves every licence within three days.\n\n',
    [[0, 'Ada Lovelace approves every licence within three days.\n\n']],
  ],
];

describe('after any edits, an incremental result is the one of a fresh reading', () => {
  it.each(FOUND)('as it once was not: %j', (start, edits) => {
    const reader = new DocumentReader();
    const memory = new CoverageMemory();
    let current = start;
    report(reader.read(current), memory);
    for (const [at, insert] of edits) {
      current = current.slice(0, at) + insert + current.slice(at);
      expect(report(reader.read(current), memory)).toStrictEqual(report(readDocument(current)));
    }
  });

  it('byte for byte, for the document and for its report', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        const reader = new DocumentReader();
        const memory = new CoverageMemory();
        let current = start;
        reader.read(current);
        for (const { at, remove, insert } of edits) {
          const from = Math.floor(at * current.length);
          current = current.slice(0, from) + insert + current.slice(from + remove);
          const document = reader.read(current);
          expect(document).toStrictEqual(readDocument(current));
          expect(report(document, memory)).toStrictEqual(report(readDocument(current)));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function report(
  document: ReturnType<typeof readDocument>,
  memory = new CoverageMemory(),
): DocumentReport {
  const options = { path: 'a.md', pack, analyse: 'all', absent: 'summary' } as const;
  return analyseDocument(document, options, memory);
}
