/**
 * Learns the recognition of facets and levels from `server/training/` into
 * `server/packs/ospo-book/model.json`, and prints how well it does on documents held out.
 *
 * `node scripts/train.ts` writes the file; with `--check` it only tells whether training reproduces it.
 */

import { join } from 'node:path';
import type { Pack } from '../server/src/core/pack/pack.ts';
import type { RecognitionModelData } from '../server/src/core/recognition/recognitionModel.ts';
import { builtInPackFolder, compilePack } from './compilePack.ts';
import { exactAgreement, type LevelPair, weightedKappa } from './evaluation/agreement.ts';
import { writeOrCheck } from './pack/generatedFile.ts';
import { heldOutLevels, heldOutVerdicts } from './training/crossValidation.ts';
import { FOLDS, foldsOf } from './training/folds.ts';
import { levelWeights } from './training/levelWeights.ts';
import { trainInParallel, trainingFolder } from './training/trainInParallel.ts';
import { readTrainingData } from './training/trainingData.ts';
import { emptyModel } from './training/trainModel.ts';

async function main(): Promise<void> {
  const compiled = compilePack(builtInPackFolder, emptyModel);
  if ('problems' in compiled) {
    for (const problem of compiled.problems) console.error(`server/packs/ospo-book/${problem}`);
    console.error('The pack must compile before a model can be trained; nothing was written.');
    process.exitCode = 1;
    return;
  }
  const model = await train(compiled.pack);
  const stale = writeOrCheck(
    join(builtInPackFolder, 'model.json'),
    'server/packs/ospo-book/model.json',
    `${JSON.stringify(model)}\n`,
    process.argv.includes('--check'),
    'npm run train',
  );
  if (stale) {
    console.error(stale);
    process.exitCode = 1;
  }
}

async function train(pack: Pack): Promise<RecognitionModelData> {
  const data = readTrainingData(trainingFolder, pack);
  const foldOf = foldsOf(data.texts);
  const documents = data.documents.filter(({ isExample }) => !isExample).length;
  console.log(`${documents} documents, ${data.texts} texts, ${data.blocks.length} blocks`);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const models = await trainInParallel([...folds, undefined]);
  const verdicts = folds.flatMap((fold) => {
    const heldOut = data.documents.filter(({ text }) => foldOf(text) === fold);
    return heldOutVerdicts(heldOut, pack, models[fold] ?? emptyModel);
  });
  const criteria = pack.criteria.map(({ id }) => id);
  const judged = heldOutLevels(verdicts, criteria, foldOf);
  show(judged.filter(({ verdict }) => !verdict.document.isExample));
  showExamples(judged.filter(({ verdict }) => verdict.document.isExample));
  return { ...(models[FOLDS] ?? emptyModel), levels: levelWeights(verdicts, criteria) };
}

function show(pairs: ReturnType<typeof heldOutLevels>): void {
  const line = (name: string, list: readonly LevelPair[]): void =>
    console.log(
      `${name.padEnd(32)} ${String(list.length).padStart(5)}  kappa ${(weightedKappa(list) ?? 0).toFixed(3)}  exact ${(exactAgreement(list) ?? 0).toFixed(3)}`,
    );
  const by = (name: (pair: (typeof pairs)[number]) => string): void => {
    for (const value of [...new Set(pairs.map(name))].toSorted()) {
      line(
        value,
        pairs.filter((pair) => name(pair) === value),
      );
    }
  };
  line('held out, all', pairs);
  by(({ verdict }) => verdict.document.language);
  by(({ verdict }) => verdict.criterion);
}

function showExamples(pairs: ReturnType<typeof heldOutLevels>): void {
  const right = pairs.filter(({ gold, ours }) => (gold === 'answered') === (ours === 'answered'));
  console.log(
    `the pack's own sections, held out: ${right.length} of ${pairs.length} as they should be`,
  );
}

await main();
