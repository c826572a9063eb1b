import type { CoverageLevel } from './agreement.ts';

/** Documents of the corpus that say the same in two or more languages, by the number that opens their id. */
const TRANSLATIONS: readonly (readonly string[])[] = [
  ['014', '059'],
  ['022', '054'],
  ['033', '065', '066', '067'],
];

type LevelsByDocument = ReadonlyMap<string, ReadonlyMap<string, CoverageLevel>>;

/** Two translations of one document, and how many criteria got the same level in both. */
export interface TranslationPair {
  readonly documents: readonly [string, string];
  readonly same: number;
  readonly criteria: number;
  /** Those whose levels differ. */
  readonly differing: readonly string[];
}

/**
 * Compares our levels of documents that are translations of each other; those not there are passed over.
 * @param levels of every document, by its id
 * @param groups of numbers that open ids
 */
export function compareTranslations(
  levels: LevelsByDocument,
  groups: readonly (readonly string[])[] = TRANSLATIONS,
): readonly TranslationPair[] {
  return groups.flatMap((group) => {
    const present = group.flatMap((number) => {
      const found = [...levels].find(([id]) => id.startsWith(`${number}-`));
      return found === undefined ? [] : [found];
    });
    return present.flatMap((one, index) =>
      present.slice(index + 1).map((other) => comparePair(one, other)),
    );
  });
}

type Entry = readonly [string, ReadonlyMap<string, CoverageLevel>];

function comparePair([one, levels]: Entry, [other, others]: Entry): TranslationPair {
  const criteria = [...levels.keys()];
  const differing = criteria.filter((id) => levels.get(id) !== others.get(id));
  return {
    documents: [one, other],
    same: criteria.length - differing.length,
    criteria: criteria.length,
    differing,
  };
}
