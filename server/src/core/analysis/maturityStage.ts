import type { MaturityModel } from '../pack/pack.ts';
import type { BodyUse } from './packVocabulary.ts';
import type { TermHit } from './termMatcher.ts';

/** One phrase may be chance; two different ones in a document are a claim. */
const SIGNS_TO_SHOW_A_STAGE = 2;

/**
 * The highest stage that the text itself shows. A document claims; it does not prove.
 * @param model of the pack
 * @param signs by stage id: the different phrases found
 * @returns a stage id, or `unclear`
 */
export function maturityStage(
  model: MaturityModel,
  signs: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const shown = model.stages.filter(
    ({ id }) => (signs.get(id)?.size ?? 0) >= SIGNS_TO_SHOW_A_STAGE,
  );
  return shown.at(-1)?.id ?? 'unclear';
}

/**
 * The different phrases of a model's stages among the hits of a text.
 * @param model of the pack
 * @param texts normalised texts with the hits in them
 */
export function stageSigns(
  model: MaturityModel,
  texts: readonly { readonly text: string; readonly hits: readonly TermHit<BodyUse>[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const signs = new Map<string, Set<string>>();
  for (const { text, hits } of texts) {
    for (const { use, start, end } of hits) {
      if (use.kind !== 'stage' || use.model !== model.id) continue;
      const known = signs.get(use.stage) ?? new Set();
      signs.set(use.stage, known.add(text.slice(start, end)));
    }
  }
  return signs;
}
