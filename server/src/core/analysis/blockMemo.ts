import type { BlockOrigin } from '../document/blockOrigin.ts';

let slots = 0;
let made = 0;

/** How many values were worked out for blocks so far: what an edit costs, in no machine's time. */
export function valuesMade(): number {
  return made;
}

/**
 * One kind of thing that is worked out for single blocks, kept over the versions of a document: an
 * edit leaves all blocks but those that it touches as they were. What is kept goes with its block.
 */
export class BlockMemo<Value> {
  readonly #slot = slots++;

  /**
   * @param origin what stands for the block in every version
   * @param owner the pack or vocabulary that it is worked out with
   * @param given what it depends on beside the block and the owner, compared by identity
   * @param also a second such thing
   * @param workOut makes the value where it is not known
   */
  of(
    origin: BlockOrigin | undefined,
    owner: object,
    given: unknown,
    also: unknown,
    workOut: () => Value,
  ): Value {
    const make = (): Value => {
      made++;
      return workOut();
    };
    if (origin === undefined) return make();
    // The slot is ours alone, so that what comes back is what `workOut` has made.
    return origin.keep(this.#slot, owner, given, also, make) as Value;
  }
}
