import type { MaturityModel } from '../pack/pack.ts';
import type { SentenceReading } from './blockReading.ts';

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
 * The different phrases of a model's stages in the sentences of a document.
 * @param model of the pack
 * @param sentences that count
 */
export function stageSigns(
  model: MaturityModel,
  sentences: readonly SentenceReading[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const signs = new Map<string, Set<string>>();
  for (const { letters, hits } of sentences) {
    for (const { use, start, end } of hits) {
      if (use.kind !== 'stage' || use.model !== model.id) continue;
      const known = signs.get(use.stage) ?? new Set();
      signs.set(use.stage, known.add(letters.slice(start, end)));
    }
  }
  return signs;
}
