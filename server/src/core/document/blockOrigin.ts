interface Kept {
  readonly owner: object;
  readonly given: unknown;
  readonly also: unknown;
  readonly value: unknown;
}

/**
 * Stands for what a block itself says, in every version of a text in which no edit touched it. What
 * follows from the block is kept here, one value a slot, so that it is worked out once.
 */
export class BlockOrigin {
  // Private, as two documents that say the same are the same, whatever is known of them.
  readonly #kept: (Kept | undefined)[] = [];

  /**
   * @param slot who asks
   * @param owner a value made for another owner (a pack, say) is made anew
   * @param given what else the value depends on, compared by identity
   * @param also a second such thing
   * @param workOut makes the value
   */
  keep(
    slot: number,
    owner: object,
    given: unknown,
    also: unknown,
    workOut: () => unknown,
  ): unknown {
    const known = this.#kept[slot];
    if (known?.owner === owner && known.given === given && known.also === also) return known.value;
    const value = workOut();
    this.#kept[slot] = { owner, given, also, value };
    return value;
  }
}
