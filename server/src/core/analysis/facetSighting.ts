/**
 * The seam between recognising facets and judging coverage: whatever reads a block says it in these
 * terms, and whatever sums up reads nothing else.
 */
export interface FacetSighting {
  readonly facet: string;
  /** How probably the block meets the facet, 0 to 1. */
  readonly probability: number;
  /** How probably the statement can be checked and speaks of this organisation, 0 to 1. */
  readonly specific: number;
  /** The words of the document, normalised, that told; where the sighting is clear. */
  readonly words: readonly string[];
}

/** What was seen in one block, by criterion. */
export type SeenInBlock = ReadonlyMap<string, readonly FacetSighting[]>;

/** A sighting below this counts in sums only: no line is shown for it. */
export const CLEAR_SIGHT = 0.25;

/**
 * Whether a sighting is clear enough to be shown.
 * @param sighting of a facet
 */
export function isClear({ probability }: FacetSighting): boolean {
  return probability >= CLEAR_SIGHT;
}
