/**
 * Compiles the built-in pack: YAML in `server/packs/ospo-book/` to `server/packs/ospo-book.json`.
 *
 * `node scripts/compilePack.ts` writes the file; with `--check` it only tells whether it is stale.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pack } from '../server/src/core/pack/pack.ts';
import type { RecognitionModelData } from '../server/src/core/recognition/recognitionModel.ts';
import { buildPack } from './pack/buildPack.ts';
import { checkDefinitions } from './pack/checkDefinitions.ts';
import { checkLanguages } from './pack/checkLanguages.ts';
import { checkSectionHeadings } from './pack/checkSectionHeadings.ts';
import { writeOrCheck } from './pack/generatedFile.ts';
import { readPackSource } from './pack/readPackSource.ts';

const packs = join(import.meta.dirname, '../server/packs');

/** The folder of the built-in pack's sources. */
export const builtInPackFolder = join(packs, 'ospo-book');

/**
 * Reads, checks and compiles a pack.
 * @param folder the folder that holds `pack.yaml`
 * @param model what was learned; without it, that of the folder's `model.json`
 * @returns the pack, or everything that is wrong: file, line, path in the YAML and remedy, one a string
 */
export function compilePack(
  folder: string,
  model = readModel(folder),
): { pack: Pack } | { problems: readonly string[] } {
  const source = readPackSource(folder);
  if ('problems' in source) return source;
  const problems = [...checkDefinitions(source), ...checkLanguages(source)];
  if (model === undefined) problems.push('model.json: is missing; `npm run train` makes it');
  if (problems.length > 0 || model === undefined) return { problems };
  const pack = buildPack(source, model);
  const confused = [...checkSectionHeadings(pack)];
  return confused.length > 0 ? { problems: confused } : { pack };
}

function readModel(folder: string): RecognitionModelData | undefined {
  const file = join(folder, 'model.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as RecognitionModelData;
}

/** The text of a compiled pack's file: a line for everything that people read, one for all weights. */
export function packText(pack: Pack): string {
  const { model, ...readable } = pack;
  const text = JSON.stringify(readable, null, 1).replace(/\n}$/, '');
  return `${text},\n "model": ${JSON.stringify(model)}\n}\n`;
}

function main(): void {
  const compiled = compilePack(builtInPackFolder);
  if ('problems' in compiled) {
    for (const problem of compiled.problems) console.error(`server/packs/ospo-book/${problem}`);
    console.error(`The pack has ${compiled.problems.length} problem(s); nothing was written.`);
    process.exitCode = 1;
    return;
  }
  const check = process.argv.includes('--check');
  const file = join(packs, 'ospo-book.json');
  const stale = writeOrCheck(file, 'server/packs/ospo-book.json', packText(compiled.pack), check);
  if (stale) {
    console.error(stale);
    process.exitCode = 1;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) main();
