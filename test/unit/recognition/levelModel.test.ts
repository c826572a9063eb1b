import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FacetSighting } from '../../../server/src/core/analysis/facetSighting.ts';
import { levelOf, levelSums } from '../../../server/src/core/recognition/levelModel.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

const RANK = { absent: 0, partial: 1, answered: 2 } as const;
const criterion = fc.constantFrom(...pack.criteria);

const sightingsOf = (facets: readonly string[]) =>
  fc.array(
    fc.record({
      criterion: fc.constant(''),
      facet: fc.constantFrom(...facets),
      block: fc.nat(50),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      specific: fc.double({ min: 0, max: 1, noNaN: true }),
      words: fc.constant([]),
    }),
    { maxLength: 12 },
  );

const seen = criterion.chain((it) =>
  fc.tuple(fc.constant(it), sightingsOf(it.facets.map(({ id }) => id)), fc.boolean()),
);

function level(
  it: (typeof pack.criteria)[number],
  sightings: readonly FacetSighting[],
  named: boolean,
) {
  return levelOf(it.id, levelSums(it, sightings, named), pack.model.levels);
}

describe('the level of a criterion', () => {
  it('is absent where nothing was seen, heading or not', () => {
    for (const it of pack.criteria) {
      expect(level(it, [], false)).toBe('absent');
      expect(level(it, [], true)).toBe('absent');
    }
  });

  it('is never lowered by one more sighting', () => {
    fc.assert(
      fc.property(seen, fc.nat(), ([it, sightings, named], at) => {
        const fewer = sightings.filter((_, index) => index !== at % (sightings.length + 1));
        expect(RANK[level(it, sightings, named)]).toBeGreaterThanOrEqual(
          RANK[level(it, fewer, named)],
        );
      }),
    );
  });

  it('does not depend on the order in which things were seen', () => {
    fc.assert(
      fc.property(seen, ([it, sightings, named]) => {
        const turned = levelSums(it, sightings.toReversed(), named);
        for (const [index, sum] of levelSums(it, sightings, named).entries()) {
          expect(turned[index]).toBeCloseTo(sum, 9);
        }
      }),
    );
  });

  it('is answered where every facet is surely met by specific statements', () => {
    for (const it of pack.criteria) {
      const all = it.facets.map(({ id }, block) => ({
        criterion: it.id,
        facet: id,
        block,
        probability: 0.98,
        specific: 0.98,
        words: [],
      }));
      expect(level(it, all, true), it.id).toBe('answered');
    }
  });

  it('of a criterion that the model was not trained on is judged without a leaning', () => {
    const [first] = pack.criteria;
    if (first === undefined) throw new Error('The pack has no criteria.');
    const facet = first.facets[0]?.id ?? '';
    const one = {
      criterion: 'petal.export',
      facet,
      block: 0,
      probability: 0.9,
      specific: 0.1,
      words: [],
    };
    const foreign = { ...first, id: 'petal.export' };
    expect(level(foreign, [one], false)).toBe('partial');
  });
});
