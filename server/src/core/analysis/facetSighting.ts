/**
 * The seam between recognising facets and judging coverage: whatever reads a block says it in these
 * terms, and whatever sums up reads nothing else.
 */
export interface FacetSighting {
  readonly criterion: string;
  readonly facet: string;
  /** The index of the block in the document. */
  readonly block: number;
  /** Whether the statement can be checked and speaks of this organisation. */
  readonly specific: boolean;
  /** The words of the document, normalised, that told. */
  readonly words: readonly string[];
}
