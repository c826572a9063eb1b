/**
 * What was worked out for single blocks, kept over the versions of a document: an edit leaves all
 * blocks but those that it touches as they were. Entries go with the documents that they belong to.
 */
export class BlockMemo<Value> {
  readonly #kept = new WeakMap<object, { readonly given: string; readonly value: Value }>();

  /**
   * @param origin what stands for the block in every version, see `StrategyDocument.origins`
   * @param given all that the value depends on beside the block itself
   * @param workOut makes the value where it is not known
   */
  of(origin: object, given: string, workOut: () => Value): Value {
    const known = this.#kept.get(origin);
    if (known !== undefined && known.given === given) return known.value;
    const value = workOut();
    this.#kept.set(origin, { given, value });
    return value;
  }
}

/**
 * Memos that belong to a pack, a vocabulary or a model, each made at its first use.
 * @returns gives the memo of an owner
 */
export function memosByOwner<Value>(): (owner: object) => BlockMemo<Value> {
  const memos = new WeakMap<object, BlockMemo<Value>>();
  return (owner) => {
    let memo = memos.get(owner);
    if (memo === undefined) {
      memo = new BlockMemo<Value>();
      memos.set(owner, memo);
    }
    return memo;
  };
}
