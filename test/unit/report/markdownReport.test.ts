import { describe, expect, test } from 'vitest';
import { htmlReport } from '../../../server/src/core/report/htmlReport.ts';
import { escapeMarkdown, markdownReport } from '../../../server/src/core/report/markdownReport.ts';
import type { ReadableReport } from '../../../server/src/core/report/readableReport.ts';
import { petals } from './petals.ts';

const hostile = '<img src=x onerror=alert(1)> | [x](javascript:alert(1)) `x` @someone #12\u202e';

const report: ReadableReport = {
  attribution: 'The OSPO Book',
  documents: [
    {
      path: hostile,
      analysed: true,
      reason: hostile,
      answeredPetals: '1 of 2',
      petals: petals(2),
      groups: [
        {
          heading: 'Petals',
          counts: '1 answered, 1 missing',
          rows: [
            {
              title: 'Legal',
              level: 'partial',
              met: ['Stakeholders'],
              open: ['Channels'],
              places: 'lines 3-4',
              because: '',
            },
            {
              title: 'Business',
              level: 'not-applicable',
              met: [],
              open: [],
              places: '',
              because: hostile,
            },
          ],
        },
      ],
      notes: [],
      maturity: [{ title: 'OSPO', stage: 'Ad hoc' }],
    },
  ],
};

describe('the report as Markdown', () => {
  test('has a table a kind, with level, facets and lines', () => {
    expect(markdownReport(report)).toContain(
      '| **Legal** | ◐ thin | Stakeholders | Channels | lines 3-4 |\n',
    );
  });

  test('takes nothing of a document for markup', () => {
    expect(escapeMarkdown(hostile)).toBe(
      '\\<img src=x onerror=alert(1)\\> \\| \\[x\\](javascript:alert(1)) \\`x\\` &#64;someone &#35;12\ufffd',
    );
    const cells = markdownReport(report)
      .split('\n')
      .find((line) => line.includes('Business'));
    expect(cells?.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});

describe('the report as HTML', () => {
  const html = htmlReport(report, '2026-12-01');

  test('loads nothing and runs nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|img|link|iframe|object|a)\b/i);
    expect(html).not.toMatch(/\b(src|href)="/);
  });

  test('shows hostile text as text', () => {
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('\u202e');
  });

  test('has the flower, with ids of its own for each document', () => {
    const [one] = report.documents;
    const two = htmlReport({ ...report, documents: one ? [one, one] : [] }, '2026-12-01');
    const ids = [...two.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
