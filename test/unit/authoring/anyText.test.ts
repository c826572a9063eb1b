import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { authoringFixes } from '../../../server/src/core/authoring/authoringFixes.ts';
import { completeFacetsFixes } from '../../../server/src/core/authoring/completeFacets.ts';
import { proposalsAt } from '../../../server/src/core/authoring/proposalsAt.ts';
import { subjectAt } from '../../../server/src/core/authoring/subjectAt.ts';
import { lineIndexAt } from '../../../server/src/core/document/linePosition.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { sayIn } from '../../../server/src/core/report/messages/message.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** Pieces of which places are made where something is offered, and of which they are broken. */
const pieces = fc.constantFrom(
  '# Open source strategy',
  '## ',
  '## Legal',
  '- **Legal:** counsel',
  '- Business',
  '  - nested',
  '- ',
  '| Legal | a |',
  '| --- | --- |',
  '| ',
  '<!-- ospo-strategy: ',
  'not-applicable petal.legal reason="',
  'answers ',
  '-->',
  '---',
  'ospo-strategy:',
  '  answers:',
  '```',
  'We build on Kubernetes.',
  '\ufeff',
  '\r',
  '😀',
);
const texts = fc
  .tuple(fc.array(pieces, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n', ' '))
  .map(([parts, eol]) => parts.join(eol));

/** Most often an author writes at the end. */
const places = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));

describe('any text, with the cursor anywhere', () => {
  it('gets proposals in the cursor’s line only, and fixes inside the text, without an exception', () => {
    fc.assert(
      fc.property(texts, places, (text, share) => {
        const offset = Math.floor(share * text.length);
        const document = readDocument(text);
        const pack = builtInPack;
        const report = analyseDocument(document, {
          path: 'strategy.md',
          pack,
          analyse: 'all',
          absent: 'each',
        });
        const line = (at: number) => lineIndexAt(document.lineStarts, at);
        for (const { replaces } of proposalsAt(document, offset, report, pack)) {
          expect(replaces.start).toBeLessThanOrEqual(offset);
          expect(replaces.end).toBeGreaterThanOrEqual(offset);
          expect(line(replaces.start)).toBe(line(replaces.end));
        }
        subjectAt(document, offset);
        const say = sayIn('en');
        const range = { start: offset, end: offset };
        const options = { language: 'en', say, hasTabStops: true };
        const fixes = [
          ...authoringFixes(document, range, report, pack, options),
          ...completeFacetsFixes(document, report, pack, 'en', say),
        ];
        for (const { range: changed } of fixes.flatMap(({ edits }) => edits)) {
          expect(changed.start).toBeGreaterThanOrEqual(0);
          expect(changed.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
