import type { Criterion, Pack } from '../pack/pack.ts';
import type { FacetSighting, SeenInBlock } from './facetSighting.ts';
import type { Judgement } from './judgeCoverage.ts';

/** Judges one criterion by what was seen in all blocks of a document. */
export type Judge = (
  criterion: Criterion,
  blocks: readonly SeenInBlock[],
  isNamed: boolean,
  pack: Pack,
) => Judgement;

interface Latest {
  readonly pack: Pack;
  readonly seen: readonly SeenInBlock[];
  readonly named: ReadonlySet<string>;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/**
 * The judgements of a document's last version: a criterion is judged anew only where an edit changed
 * what was seen of it. The results are the same as if all were judged afresh.
 */
export class CoverageMemory {
  #latest: Latest | undefined;
  /** How many criteria were judged in the last version: what an edit costs, in no machine's time. */
  judgedLast = 0;

  /**
   * @param seen by block index
   * @param named criteria that the document names
   * @param pack whose criteria are judged
   * @param judge makes the judgement of one criterion
   * @returns by criterion id
   */
  judge(
    seen: readonly SeenInBlock[],
    named: ReadonlySet<string>,
    pack: Pack,
    judge: Judge,
  ): ReadonlyMap<string, Judgement> {
    const latest = this.#latest?.pack === pack ? this.#latest : undefined;
    const change = latest === undefined ? undefined : changeOf(latest.seen, seen);
    const judgements = new Map<string, Judgement>();
    this.judgedLast = 0;
    for (const criterion of pack.criteria) {
      const { id } = criterion;
      const isNamed = named.has(id);
      const before = latest?.judgements.get(id);
      const isSame =
        before !== undefined &&
        change !== undefined &&
        latest?.named.has(id) === isNamed &&
        !change.criteria.has(id);
      if (!isSame) this.judgedLast++;
      judgements.set(id, isSame ? moved(before, change) : judge(criterion, seen, isNamed, pack));
    }
    this.#latest = { pack, seen, named, judgements };
    return judgements;
  }
}

/** Which blocks were exchanged for which, and the criteria of which other things are seen in them. */
interface SeenChange {
  /** Blocks from here on, by the old index, have moved by `shift`. */
  readonly oldEnd: number;
  readonly shift: number;
  readonly criteria: ReadonlySet<string>;
}

function changeOf(before: readonly SeenInBlock[], after: readonly SeenInBlock[]): SeenChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const [oldEnd, newEnd] = [before.length - same, after.length - same];
  const criteria = new Set<string>();
  for (let index = start; index < Math.max(oldEnd, newEnd); index++) {
    const old = index < oldEnd ? before[index] : undefined;
    const young = index < newEnd ? after[index] : undefined;
    for (const id of new Set([...(old?.keys() ?? []), ...(young?.keys() ?? [])])) {
      if (!isSameSeen(old?.get(id), young?.get(id))) criteria.add(id);
    }
  }
  return { oldEnd, shift: newEnd - oldEnd, criteria };
}

function isSameSeen(
  before: readonly FacetSighting[] | undefined,
  after: readonly FacetSighting[] | undefined,
): boolean {
  if (before === after) return true;
  if (before === undefined || after === undefined || before.length !== after.length) return false;
  return before.every((sighting, index) => {
    const other = after[index];
    return (
      other !== undefined &&
      sighting.facet === other.facet &&
      sighting.probability === other.probability &&
      sighting.specific === other.specific &&
      sighting.words.join('\n') === other.words.join('\n')
    );
  });
}

/** The same judgement, its evidence pointing at where the blocks are now. */
function moved(judgement: Judgement, { oldEnd, shift }: SeenChange): Judgement {
  if (shift === 0) return judgement;
  const evidence = judgement.evidence.map((piece) =>
    piece.block < oldEnd ? piece : { ...piece, block: piece.block + shift },
  );
  return { ...judgement, evidence };
}
