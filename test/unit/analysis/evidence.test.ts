import { describe, expect, it } from 'vitest';
import type { FacetSighting } from '../../../server/src/core/analysis/facetSighting.ts';
import { judgeCoverage } from '../../../server/src/core/analysis/judgeCoverage.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

const CRITERION = 'question.technology';

/** Twenty strong pieces for one facet, and a weak one for another at the end. */
const LINES = Array.from({ length: 21 }, (_, index) => `Statement ${index}.`);
const SIGHTINGS = LINES.map(
  (_, block): FacetSighting => ({
    criterion: CRITERION,
    facet: block < 20 ? 'named' : 'goals',
    block,
    probability: 0.9,
    specific: block < 20 ? 0.9 : 0.1,
    words: ['a', 'word'],
  }),
);

describe('evidence', () => {
  const document = readDocument(LINES.join('\n\n'));
  const sections = { own: [new Set<string>()], inherited: [new Set<string>()] };
  const results = judgeCoverage(
    document.blocks,
    { sightings: SIGHTINGS, named: new Set() },
    sections,
    pack,
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
