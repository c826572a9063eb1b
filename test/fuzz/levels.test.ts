import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../server/src/core/document/readDocument.ts';
import type { Level } from '../../server/src/core/report/coverageReport.ts';
import { builtInPack as pack } from '../../server/src/host/builtInPack.ts';

const RANK: { readonly [level in Level]: number } = {
  absent: 0,
  partial: 1,
  answered: 2,
  'not-applicable': 3,
};

const TITLE = '# Open source strategy of Example Works\n';

/** Sections about open source, each on a topic of its own. */
const SECTIONS = [
  '## Technologies that matter to us\n\nWe run PostgreSQL in production today and move to Kubernetes by 2027, because our goal is to leave a single vendor; both stand on the product roadmap of Billing 5.\n',
  '## Legal\n\nMarit Dahl in the legal department reviews every licence within two working days; Apache-2.0 and MIT are approved, the GPL needs her approval. Ask in #open-source-legal.\n',
  '## Champions\n\nWe encourage everyone to take part.\n',
  '## Projects we depend on\n\nWe depend directly on PostgreSQL and Keycloak; Keycloak is critical, and the platform team watches its health every quarter.\n',
  '## Regulators\n\nThe Cyber Resilience Act demands of us a report of exploited vulnerabilities within 24 hours; Ada Berg talks with the national authority twice a year.\n',
];

/** Sections about something else. */
const UNRELATED = [
  '## Plum cake\n\nStone the plums. Stir butter and sugar until they are pale.\n',
  '## Opening hours\n\n- Monday: 9 to 17\n- Friday: 9 to 13\n',
  '## 天气\n\n今天下雨，明天晴。\n',
  '## Water level\n\n| Day | Level |\n| --- | --- |\n| Monday | 3.20 m |\n',
];

function levels(sections: readonly string[]): ReadonlyMap<string, Level> {
  const document = readDocument([TITLE, ...sections].join('\n'));
  const report = analyseDocument(document, { path: 'x.md', pack, analyse: 'all', absent: 'each' });
  return new Map(report.criteria.map(({ id, level }) => [id, level]));
}

const strategy = fc.subarray(SECTIONS, { minLength: 1 });

describe('the levels of a strategy', () => {
  it('are not lowered by a section about something else, wherever it stands', () => {
    fc.assert(
      fc.property(
        strategy,
        fc.subarray(UNRELATED, { minLength: 1 }),
        fc.nat(),
        (own, other, at) => {
          const before = levels(own);
          const place = at % (own.length + 1);
          const after = levels([...own.slice(0, place), ...other, ...own.slice(place)]);
          const lowered = [...before].filter(
            ([id, level]) => RANK[after.get(id) ?? 'absent'] < RANK[level],
          );
          expect(lowered).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are absent where all sections are about something else', () => {
    fc.assert(
      fc.property(fc.subarray(UNRELATED), (other) => {
        expect(new Set(levels(other).values())).toEqual(new Set(['absent']));
      }),
    );
  });

  it('do not depend on the order of its sections', () => {
    const shuffled = fc.shuffledSubarray(SECTIONS, { minLength: SECTIONS.length });
    fc.assert(
      fc.property(shuffled, (sections) => {
        expect(levels(sections)).toEqual(levels(SECTIONS));
      }),
      { numRuns: 40 },
    );
  });
});
