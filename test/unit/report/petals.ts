import type { FlowerPetal } from '../../../server/src/core/report/flower/flowerPetals.ts';

/** Petals of every level in turn, named by what is given. */
export function petalsNamed(...titles: readonly string[]): readonly FlowerPetal[] {
  const levels = ['answered', 'partial', 'absent', 'not-applicable'] as const;
  const facets = ['Stakeholders', 'Activities', 'Channels', 'Material'];
  return titles.map((title, index) => {
    const level = levels[index % levels.length] ?? 'absent';
    return {
      id: `petal.number-${index + 1}`,
      title,
      level,
      facets: facets.map((facet, at) => ({
        id: facet.toLowerCase(),
        title: facet,
        met: level === 'answered' || (level === 'partial' && at < 2),
      })),
    };
  });
}

/** As many petals as asked for. */
export function petals(count: number): readonly FlowerPetal[] {
  return petalsNamed(...Array.from({ length: count }, (_, index) => `Petal ${index + 1}`));
}
