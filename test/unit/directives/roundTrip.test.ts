import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../../server/src/core/didYouMean.ts';
import type { Finding, Fix } from '../../../server/src/core/report/coverageReport.ts';
import { applyEdits } from '../analysis/applyEdits.ts';
import { type Analysed, analysed } from './analysed.ts';

const sample = readFileSync(
  fileURLToPath(new URL('../../../samples/open-source-strategy.md', import.meta.url)),
  'utf8',
);

/** Pieces that raise every rule, directives that cannot be followed, are idle or have ended included. */
const PIECES: readonly string[] = [
  '# Open source strategy\n\n',
  '## Legal\n\n',
  '## Legal\n\nTBD\n\n',
  '## Champions\n\nWe encourage our developers to take part in open source.\n\n',
  '##法务\n\n',
  '**法务：**我们先问。\n\n',
  'Our lawyers Marit Dahl and Jon Vik answer licence questions in #legal within two days. GPL needs approval.\n\n',
  '* one\n* **法务：**two\n* three\n\n',
  '| Project | Why |\n| - | - |\n| PostgreSQL | all bookings |\n\n',
  'A plain line.\n\n',
  '<!-- ospo-strategy: not-applicable petal.legal -->\n\n',
  '<!-- ospo-strategy: not-applicable petal.leagl reason="x" -->\n\n',
  '<!-- ospo-strategy: not-applicable petal.ospo reason="x" until=2025-01-01 -->\n\n',
  '<!-- ospo-strategy: not-applicable petal.business reason="x" until=1.2.2028 -->\n\n',
  '<!-- ospo-strategy: answers petal.legal; ignore-next thin-answer -->\n\n',
  '<!-- ospo-strategy: ignore-file missing-petal, damaged-document -->\n\n',
  '<!-- ospo-strategy: ignore-next -->\n\n',
  '<!-- ospo-strategy: waive petal.legal -->\n\n',
];

const lineEnds = fc.constantFrom('\n', '\r\n');
const text = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }), lineEnds)
  .map(([pieces, eol]) => pieces.join('').replaceAll('\n', eol));

/** The fixes of one finding, as the editor offers them there. */
function fixesOf(finding: Finding, { fixes }: Analysed): readonly Fix[] {
  return fixes.filter(
    ({ rules, at, criteria }) =>
      rules.includes(finding.rule) &&
      (at === undefined
        ? criteria.some((id) => finding.criteria.includes(id))
        : at.start === finding.range.start && at.end === finding.range.end),
  );
}

/** A fix that leaves room for a reason is done once the reason is written. */
function applied(before: string, { edits }: Fix): string {
  return applyEdits(
    before,
    edits.map((edit) => ({ ...edit, newText: edit.newText.replace('reason=""', 'reason="so"') })),
  );
}

function countOf(findings: readonly Finding[], { rule, message, criteria }: Finding): number {
  return findings.filter(
    (each) =>
      each.rule === rule &&
      each.criteria.join() === criteria.join() &&
      (criteria.length > 0 || each.message.replace(/\d+/g, '') === message.replace(/\d+/g, '')),
  ).length;
}

/** What is neither a directive nor white space: no fix of a directive may move it. */
function substance(source: string): string {
  return source
    .replace(/<!-- ospo-strategy:.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const AUTHORS_KINDS: ReadonlySet<string> = new Set([
  'answers',
  'correct-directive',
  'extend-waiver',
  'ignore-file',
  'ignore-next',
  'remove-directive',
  'waive',
  'write-reason',
]);

function check(source: string): void {
  const before = analysed(source, 'summary');
  for (const finding of before.report.findings) {
    const fixes = fixesOf(finding, before).filter(({ kind }) => AUTHORS_KINDS.has(kind));
    // One waiver of a summary stands for the others.
    const firstWaiver = fixes.find(({ kind }) => kind === 'waive');
    for (const fix of fixes.filter((each) => each.kind !== 'waive' || each === firstWaiver)) {
      const after = analysed(applied(source, fix), 'summary');
      const where = `${fix.title} in ${JSON.stringify(source)}`;
      expect(countOf(after.report.findings, finding), where).toBeLessThan(
        countOf(before.report.findings, finding),
      );
      expect(substance(after.text), where).toBe(substance(source));
    }
  }
}

describe("every fix that writes the author's word", () => {
  it('takes its finding away and moves no other text', { timeout: 60_000 }, () => {
    fc.assert(fc.property(text, check), { numRuns: 60 });
  });

  it('does so for each finding of the sample', { timeout: 60_000 }, () => check(sample));

  it('is there for every finding: one can always be ignored, in the file at least', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const before = analysed(source, 'summary');
        for (const finding of before.report.findings) {
          const kinds = fixesOf(finding, before).map(({ kind }) => kind);
          expect(kinds).toContain('ignore-file');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('written and removed again leaves the text as it was', { timeout: 60_000 }, () => {
    const before = analysed(sample);
    const written = before.fixes.filter(
      ({ kind }) => kind === 'ignore-file' || kind === 'ignore-next',
    );
    expect(written.length).toBeGreaterThan(4);
    for (const fix of written) {
      const once = applyEdits(sample, fix.edits);
      const twice = applyEdits(once, fix.edits);
      const idle = analysed(twice).fixes.find(({ kind }) => kind === 'remove-directive');
      expect(applyEdits(twice, idle?.edits ?? []), fix.title).toBe(once);
    }
  });
});

describe('did you mean', () => {
  it('finds a name with a slip in it', () => {
    expect(didYouMean('petal.leagl', ['petal.legal', 'petal.ospo'])).toEqual(['petal.legal']);
  });

  it('finds nothing where nothing is near', () => {
    expect(didYouMean('something-else', ['petal.legal', 'petal.ospo'])).toEqual([]);
  });
});
