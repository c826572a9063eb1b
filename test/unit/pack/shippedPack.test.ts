import { expect, test } from 'vitest';
import { shippedPack, unfoldedPack } from '../../../server/src/core/pack/shippedPack.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** The order of terms tells nothing; which there are, and what they tell, does. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((it) => typeof it === 'string') ? value.toSorted() : value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, inOrder(it)]));
}

test('the pack that ships says what the compiled one says', () => {
  const unique = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(inOrder(value)), (_, it) =>
      Array.isArray(it) ? [...new Set(it)] : it,
    );
  const unfolded = unfoldedPack(JSON.parse(JSON.stringify(shippedPack(builtInPack))));
  expect(unique(unfolded.languages)).toEqual(unique(builtInPack.languages));
  expect(unfolded.model).toEqual(builtInPack.model);
});

test('a compiled pack stays what it is', () => {
  expect(unfoldedPack(builtInPack)).toEqual(builtInPack);
});
