import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { askedFacets } from '../../server/src/core/recognition/facetFeatures.ts';
import type { RecognitionModelData } from '../../server/src/core/recognition/recognitionModel.ts';
import { builtInPackFolder, compilePack } from '../compilePack.ts';
import { foldsOf } from './folds.ts';
import { readTrainingData } from './trainingData.ts';
import { emptyModel, trainModel } from './trainModel.ts';

/** The folder of labelled texts. */
export const trainingFolder = join(import.meta.dirname, '../../server/training');

/**
 * Trains a model for each fold, on all other folds; one on everything for `undefined`.
 * @param folds what to leave out
 * @returns the models without levels, in the order asked
 * @throws where a training fails
 */
export async function trainInParallel(
  folds: readonly (number | undefined)[],
): Promise<readonly RecognitionModelData[]> {
  const models: (RecognitionModelData | undefined)[] = folds.map(() => undefined);
  const queue = [...folds.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, leftOut] = next;
      models[index] = await trainInWorker(leftOut);
      console.log(
        leftOut === undefined ? 'trained on everything' : `trained without fold ${leftOut + 1}`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), folds.length) }, work));
  return models.map((model) => model ?? emptyModel);
}

function trainInWorker(leftOut: number | undefined): Promise<RecognitionModelData> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { leftOut } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A training worker ended with ${code}.`));
    });
  });
}

function trainWithout(leftOut: number | undefined): RecognitionModelData {
  const compiled = compilePack(builtInPackFolder, emptyModel);
  if ('problems' in compiled) throw new Error(compiled.problems.join('\n'));
  const data = readTrainingData(trainingFolder, compiled.pack);
  const foldOf = foldsOf(data.texts);
  const blocks = data.blocks.filter(({ text }) => foldOf(text) !== leftOut);
  return trainModel(blocks, askedFacets(compiled.pack), foldOf);
}

if (!isMainThread) {
  const { leftOut } = workerData as { readonly leftOut: number | undefined };
  parentPort?.postMessage(trainWithout(leftOut));
}
