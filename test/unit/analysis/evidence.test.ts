import { describe, expect, it } from 'vitest';
import { CoverageMemory } from '../../../server/src/core/analysis/coverageMemory.ts';
import type { SeenInBlock } from '../../../server/src/core/analysis/facetSighting.ts';
import { judgeCoverage } from '../../../server/src/core/analysis/judgeCoverage.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

const CRITERION = 'question.technology';

/** Twenty strong pieces for one facet, and a weak one for another at the end. */
const LINES = Array.from({ length: 21 }, (_, index) => `Statement ${index}.`);
const SEEN = LINES.map((_, block): SeenInBlock => {
  const sighting = {
    facet: block < 20 ? 'named' : 'goals',
    probability: 0.9,
    specific: block < 20 ? 0.9 : 0.1,
    words: ['a', 'word'],
  };
  return new Map([[CRITERION, [sighting]]]);
});

describe('evidence', () => {
  const document = readDocument(LINES.join('\n\n'));
  const sections = { own: [new Set<string>()], inherited: [new Set<string>()] };
  const results = judgeCoverage(
    document.blocks,
    { seen: SEEN, named: new Set() },
    sections,
    pack,
    new CoverageMemory(),
  );
  const evidence = results.find(({ id }) => id === CRITERION)?.evidence ?? [];

  it('is there for every facet that is met, however many stronger pieces there are', () => {
    expect(new Set(evidence.flatMap(({ facets }) => facets))).toEqual(new Set(['named', 'goals']));
  });

  it('proves and does not list every mention: eight pieces, in document order', () => {
    const starts = evidence.map(({ range }) => range.start);
    expect(starts).toHaveLength(8);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});
