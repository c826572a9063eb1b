import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { asksQuestion } from '../../../server/src/core/analysis/asksQuestion.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

/** Many rows that all name the same two facets, and one weak line with a third. */
const ROWS = Array.from(
  { length: 20 },
  (_, row) => `| PostgreSQL ${row} | leaving a single vendor by 2027, our goal |`,
).join('\n');
const STRATEGY = `# Open source strategy

## Technologies that matter

| Technology | Goal |
| --- | --- |
${ROWS}

Much of it stands on the product roadmap.
`;

describe('evidence', () => {
  it('is there for every facet that is met, however many stronger pieces there are', () => {
    const options = { path: 'x.md', pack, analyse: 'all', absent: 'each' } as const;
    const { criteria } = analyseDocument(readDocument(STRATEGY), options);
    const technology = criteria.find(({ id }) => id === 'question.technology');
    const met = technology?.facets.filter((facet) => facet.met).map(({ id }) => id) ?? [];
    const shown = new Set(technology?.evidence.flatMap(({ facets }) => facets));
    expect(met).toEqual(expect.arrayContaining(['named', 'goals', 'roadmap']));
    expect(met.filter((facet) => !shown.has(facet))).toEqual([]);
    expect(technology?.evidence.length).toBeLessThanOrEqual(8);
  });
});

describe('a question', () => {
  it.each(['Why?', '« Suis-je concerné(e) ? »', '为什么？', 'Why? ', '(really?)'])('%s', (text) => {
    expect(asksQuestion(text)).toBe(true);
  });
  it.each(['Because.', 'What? This.', ''])('is not: %s', (text) => {
    expect(asksQuestion(text)).toBe(false);
  });
});
