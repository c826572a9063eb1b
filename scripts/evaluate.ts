/**
 * Measures the analysis against a labelled corpus: `docs/*.md` and `labels/*.json` in one folder.
 *
 *   npm run eval -- DIR                  overall, by criterion, by language, by document
 *   npm run eval -- DIR --by language    one of these tables only
 *   npm run eval -- DIR --write          writes the figures into docs/accuracy.md, too
 *
 * Exit codes: 0 all was read; 1 a file could not be read or written; 2 the call cannot be understood.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInPack } from '../server/src/host/builtInPack.ts';
import { figuresMarkdown, withFigures } from './evaluation/accuracyPage.ts';
import { readEvaluationCall, USAGE } from './evaluation/evaluationCall.ts';
import { evaluationReport } from './evaluation/evaluationReport.ts';
import { isFault } from './evaluation/labelFile.ts';
import { type Measurement, measureCorpus } from './evaluation/measureCorpus.ts';
import { type Corpus, readCorpus } from './evaluation/readCorpus.ts';

const PAGE = 'docs/accuracy.md';

function main(words: readonly string[]): number {
  const call = readEvaluationCall(words);
  if (isFault(call)) return refuse(`${call.fault}\n${USAGE}`, 2);
  const corpus = readCorpus(call.folder);
  if (isFault(corpus)) return refuse(corpus.fault, 2);
  tellLeftOut(corpus);
  const measurement = measureCorpus(corpus.documents, builtInPack);
  process.stdout.write(evaluationReport(measurement, call.groupings));
  if (!call.write) return corpus.problems.length > 0 ? 1 : 0;
  if (corpus.problems.length > 0 || measurement.judgements.length === 0) {
    return refuse(`${PAGE} is left as it is: it takes figures of a whole corpus only.`, 1);
  }
  return writePage(measurement);
}

function tellLeftOut({ unlabelled, labelsAlone, problems }: Corpus): void {
  for (const problem of problems) console.error(problem);
  if (unlabelled.length > 0) {
    console.error(`Not measured, for they have no label: ${unlabelled.join(', ')}.`);
  }
  if (labelsAlone.length > 0) {
    console.error(`Labels without a document in docs/: ${labelsAlone.join(', ')}.`);
  }
}

function writePage(measurement: Measurement): number {
  const file = join(import.meta.dirname, '..', PAGE);
  const page = withFigures(readFileSync(file, 'utf8'), figuresMarkdown(measurement));
  if (page === undefined) {
    return refuse(
      `${PAGE} lacks the two comments that the figures stand between; restore them.`,
      1,
    );
  }
  writeFileSync(file, page);
  console.error(`Wrote the figures into ${PAGE}.`);
  return 0;
}

function refuse(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}

process.exitCode = main(process.argv.slice(2));
