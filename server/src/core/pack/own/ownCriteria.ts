import type { CriterionChange, FacetChange } from '../../configuration/configuration.ts';
import type { Criterion, CriterionTexts, CriterionTranslations, Facet } from '../pack.ts';
import type { KindedChange } from './effectivePack.ts';

/** The one facet of a new criterion for which nobody has named any. */
export const ONLY_FACET = 'content';

/**
 * A criterion with an organisation's own words for it. They hold in every language: a name is a name.
 * @param criterion as it is
 * @param change of it
 */
export function changedCriterion(criterion: Criterion, change: CriterionChange): Criterion {
  const facets = changedFacets(criterion.facets, change.facets ?? []);
  const facetsToAnswer = change.facetsToAnswer ?? criterion.facetsToAnswer;
  return {
    ...criterion,
    texts: changedTexts(criterion.texts, change),
    facets,
    facetsToAnswer: Math.max(1, Math.min(facetsToAnswer, facets.length)),
  };
}

/**
 * A part of a criterion: it has its facets, its vocabulary and what the model has learned of it.
 * @param whole what it is split off from
 * @param change which part
 */
export function partOf(whole: Criterion, change: CriterionChange): Criterion {
  const { origin, id } = whole;
  const part = changedCriterion(whole, change);
  const facetWords = (change.facets ?? []).flatMap(({ words = [] }) => words);
  const ownWords = [...(change.words ?? []), ...facetWords];
  return { ...part, id: change.id, origin: origin ?? id, ownWords };
}

/**
 * A criterion that the pack does not have. The model was not trained on it: how the words of its
 * facets stand in the document decides.
 * @param change which names it
 */
export function newCriterion(change: KindedChange): Criterion {
  const { id, kind, title = id, description = '', guidance = '', section } = change;
  const facets = (change.facets ?? []).filter(({ off }) => off !== true).map(newFacet);
  const only: Facet = {
    id: ONLY_FACET,
    title: { en: title },
    missing: { en: `say anything specific on "${title}"` },
  };
  const all = facets.length > 0 ? facets : [only];
  const toAnswer = change.facetsToAnswer ?? Math.ceil(all.length / 2);
  const heading = section?.heading ?? title;
  const body =
    section?.body ??
    all.map((facet) => `- **${facet.title.en}:** {{${facet.title.en}}}`).join('\n');
  const texts: CriterionTexts = {
    title,
    wordings: [],
    description,
    guidance,
    goodAnswer: '',
    weakAnswer: '',
    section: { heading, body },
  };
  return {
    id,
    kind,
    texts: { en: texts },
    facets: all,
    facetsToAnswer: Math.max(1, Math.min(toAnswer, all.length)),
    resources: [],
  };
}

function changedTexts(
  texts: CriterionTranslations,
  change: CriterionChange,
): CriterionTranslations {
  const { title, description, guidance, section } = change;
  const heading = section?.heading ?? title;
  const own = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(guidance === undefined ? {} : { guidance }),
  };
  const inOneLanguage = <T extends Partial<CriterionTexts>>(text: T): T => ({
    ...text,
    ...own,
    ...(text.section === undefined
      ? {}
      : {
          section: {
            heading: heading ?? text.section.heading,
            body: section?.body ?? text.section.body,
          },
        }),
  });
  const translated = Object.entries(texts).flatMap(([language, text]) =>
    text === undefined ? [] : [[language, inOneLanguage(text)] as const],
  );
  return { ...Object.fromEntries(translated), en: inOneLanguage(texts.en) };
}

function changedFacets(
  facets: readonly Facet[],
  changes: readonly FacetChange[],
): readonly Facet[] {
  const changed = facets.flatMap((facet): Facet[] => {
    const change = changes.find(({ id }) => id === facet.id);
    if (change === undefined) return [facet];
    return change.off === true ? [] : [changedFacet(facet, change)];
  });
  const known = new Set(facets.map(({ id }) => id));
  const added = changes.filter(({ id, off }) => !known.has(id) && off !== true).map(newFacet);
  const all = [...changed, ...added];
  // A criterion without any part could never be answered.
  return all.length > 0 ? all : facets;
}

function changedFacet(facet: Facet, { title, missing }: FacetChange): Facet {
  return {
    ...facet,
    ...(title === undefined ? {} : { title: { en: title } }),
    ...(missing === undefined ? {} : { missing: { en: missing } }),
  };
}

function newFacet({ id, title = id, missing }: FacetChange): Facet {
  return { id, title: { en: title }, missing: { en: missing ?? `say anything on "${title}"` } };
}
