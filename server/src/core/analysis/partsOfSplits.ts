import type { Pack } from '../pack/pack.ts';
import type { BlockFacts } from '../recognition/blockFacts.ts';

/** Whether a block speaks of a part of a split criterion, rather than of another part. */
export type PartTest = (facts: BlockFacts) => boolean;

/**
 * How the parts of split criteria share what their origin would count. A block belongs to the part
 * whose heading it stands under, else to those whose own words it has; a part without words of its own
 * takes what no heading gives to another.
 * @param pack with or without such parts
 * @returns by the part's id; a criterion that was not split off has no entry
 */
export function partsOfSplits(pack: Pack): ReadonlyMap<string, PartTest> {
  const parts = pack.criteria.filter(({ origin }) => origin !== undefined);
  return new Map(
    parts.map(({ id, origin, ownWords }) => {
      const others = parts.filter((part) => part.origin === origin && part.id !== id);
      const test: PartTest = ({ context, parts: told }) => {
        if (context.has(id)) return true;
        if (others.some((other) => context.has(other.id))) return false;
        return (ownWords ?? []).length === 0 || told.has(id);
      };
      return [id, test];
    }),
  );
}
