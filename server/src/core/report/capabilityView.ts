import { inLanguage, type LanguageTag, type Pack } from '../pack/pack.ts';
import type { DocumentReport, MaturityItemResult } from './coverageReport.ts';

/** What the items of all models are about, taken together: neither a stage nor a score. */
export interface CapabilityResult {
  readonly id: string;
  readonly title: string;
  /** Every item of this capability, with its title; what the text supports has evidence. */
  readonly items: readonly (MaturityItemResult & { readonly title: string })[];
}

/**
 * The items of the maturity models by what they are about, beside the stages.
 * @param report of a document
 * @param pack that it was made with
 * @param language of the titles
 * @returns in the pack's order; a capability without an item in the report is left out
 */
export function capabilityView(
  { maturity }: Pick<DocumentReport, 'maturity'>,
  pack: Pack,
  language: LanguageTag,
): readonly CapabilityResult[] {
  const results = new Map(
    Object.values(maturity).flatMap(({ items }) => items.map((item) => [item.id, item] as const)),
  );
  const known = pack.maturityModels.flatMap(({ stages }) => stages.flatMap(({ items }) => items));
  return pack.capabilities.flatMap(({ id, title }) => {
    const items = known.flatMap((item) => {
      const result = results.get(item.id);
      if (item.capability !== id || result === undefined) return [];
      return [{ ...result, title: inLanguage(item.title, language) }];
    });
    return items.length === 0 ? [] : [{ id, title: inLanguage(title, language), items }];
  });
}
