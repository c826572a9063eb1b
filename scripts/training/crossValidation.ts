import { readBlocks } from '../../server/src/core/analysis/blockReading.ts';
import { packVocabulary } from '../../server/src/core/analysis/packVocabulary.ts';
import { recogniseFacets } from '../../server/src/core/analysis/recogniseFacets.ts';
import { sectionCriteria } from '../../server/src/core/analysis/sectionCriteria.ts';
import type { Pack } from '../../server/src/core/pack/pack.ts';
import { levelOf, levelSums } from '../../server/src/core/recognition/levelModel.ts';
import type { RecognitionModelData } from '../../server/src/core/recognition/recognitionModel.ts';
import { LEVELS, type LevelPair } from '../evaluation/agreement.ts';
import { levelWeights, type Verdict } from './levelWeights.ts';
import type { LabelledDocument } from './trainingData.ts';

/** An author who fills in a section of ours must see it answered: these verdicts weigh more. */
const WEIGHT_OF_EXAMPLES = 1.5;

/** Documents on another matter teach to recognise; levels are those of strategies. */
const WEIGHT_OF_OTHER_MATTERS = 0.25;

function weightOf({ isExample, levels }: LabelledDocument): number {
  if (isExample) return WEIGHT_OF_EXAMPLES;
  const isAboutAnything = Object.values(levels).some((level) => level !== 'absent');
  return isAboutAnything ? 1 : WEIGHT_OF_OTHER_MATTERS;
}

/** A reader's verdict with the sums of a model that has not seen the document. */
export interface HeldOutVerdict extends Verdict {
  readonly document: LabelledDocument;
}

/**
 * The reader's verdicts on some documents beside what a model makes of them.
 * @param documents that the model was not trained on
 * @param pack whose criteria are judged
 * @param model without levels
 */
export function heldOutVerdicts(
  documents: readonly LabelledDocument[],
  pack: Pack,
  model: RecognitionModelData,
): readonly HeldOutVerdict[] {
  const judged = { ...pack, model };
  const vocabulary = packVocabulary(judged);
  return documents.flatMap((document) => {
    const readings = readBlocks(document.document, vocabulary);
    const sections = sectionCriteria(document.document, vocabulary);
    const { seen: blocks, named } = recogniseFacets(document.document, readings, sections, judged);
    return pack.criteria.flatMap((criterion): HeldOutVerdict[] => {
      const { id } = criterion;
      const label = document.levels[id];
      if (label === undefined) return [];
      const seen = blocks.flatMap((block) => block.get(id) ?? []);
      const sums = levelSums(criterion, seen, named.has(id));
      const weight = weightOf(document);
      return [{ document, criterion: id, sums, level: LEVELS.indexOf(label), weight }];
    });
  });
}

/**
 * Levels for every verdict, by weights that were fitted to the verdicts of the other folds.
 * @param verdicts with sums that are held out already
 * @param criteria their ids
 * @param foldOf the fold of a text
 */
export function heldOutLevels(
  verdicts: readonly HeldOutVerdict[],
  criteria: readonly string[],
  foldOf: (text: number) => number,
): readonly (LevelPair & { readonly verdict: HeldOutVerdict })[] {
  const folds = [...new Set(verdicts.map(({ document }) => foldOf(document.text)))];
  return folds.flatMap((fold) => {
    const isHeldOut = ({ document }: HeldOutVerdict): boolean => foldOf(document.text) === fold;
    const levels = levelWeights(
      verdicts.filter((verdict) => !isHeldOut(verdict)),
      criteria,
    );
    return verdicts.filter(isHeldOut).map((verdict) => ({
      verdict,
      gold: LEVELS[verdict.level] ?? 'absent',
      ours: levelOf(verdict.criterion, verdict.sums, levels),
    }));
  });
}
