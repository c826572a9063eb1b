import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../../pack/pack.ts';
import type { DocumentReport, Level } from '../coverageReport.ts';
import { levelMarks, levels, levelWords } from '../levelWords.ts';

/** A petal as the picture shows it. */
export interface FlowerPetal {
  /** The criterion's id. */
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  /** From the centre outward. */
  readonly facets: readonly FlowerFacet[];
}

export interface FlowerFacet {
  readonly id: string;
  readonly title: string;
  readonly met: boolean;
}

/**
 * The petals of a report, in the pack's order, with their titles.
 * @param report of one document
 * @param pack that it was made with
 * @param language of the titles
 */
export function flowerPetals(
  report: DocumentReport,
  pack: Pack,
  language: LanguageTag,
): readonly FlowerPetal[] {
  return report.criteria.flatMap(({ id, kind, level, facets: results }): FlowerPetal[] => {
    const criterion = pack.criteria.find((each) => each.id === id);
    if (kind !== 'petal' || criterion === undefined) return [];
    const facets = criterion.facets.map((facet) => ({
      id: facet.id,
      title: inLanguage(facet.title, language),
      met: results.some((result) => result.id === facet.id && result.met),
    }));
    return [{ id, title: criterionTexts(criterion, language).title, level, facets }];
  });
}

/** "4 of 6": how many petals are answered, of those that are not waived. */
export function answeredOf(petals: readonly FlowerPetal[]): string {
  const counted = petals.filter(({ level }) => level !== 'not-applicable');
  const answered = counted.filter(({ level }) => level === 'answered');
  return `${answered.length} of ${counted.length}`;
}

/** "Legal: thin, 3 of 4 facets; without Activities": the petal for those who do not see it. */
export function describePetal({ title, level, facets }: FlowerPetal): string {
  if (level === 'not-applicable') return `${title}: ${levelWords[level]}`;
  const missing = facets.filter(({ met }) => !met).map((facet) => facet.title);
  const met = `${facets.length - missing.length} of ${facets.length} facets`;
  const without = missing.length === 0 ? '' : `; without ${missing.join(', ')}`;
  return `${title}: ${levelWords[level]}, ${met}${without}`;
}

/** "OSPO Flower. Answered: Legal. Thin: Management, OSPO.": the flower in a line, for a picture's text. */
export function describeFlower(petals: readonly FlowerPetal[]): string {
  const groups = levels.flatMap((level) => {
    const titles = petals.filter((petal) => petal.level === level).map(({ title }) => title);
    const word = levelWords[level];
    return titles.length === 0
      ? []
      : [`${word[0]?.toUpperCase()}${word.slice(1)}: ${titles.join(', ')}.`];
  });
  return ['OSPO Flower.', ...groups].join(' ');
}

/** What stands under a petal's title: its mark, and how many of its facets are met. */
export function petalCount({ level, facets }: FlowerPetal): string {
  if (level === 'not-applicable') return `${levelMarks[level]} ${levelWords[level]}`;
  const met = facets.filter((facet) => facet.met).length;
  return `${levelMarks[level]} ${met} of ${facets.length}`;
}
