/**
 * Generates `snippets/<language>.json` from the pack.
 *
 * `node scripts/generateSnippets.ts` writes the files; with `--check` it only tells which are stale.
 */

import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pack } from '../server/src/core/pack/pack.ts';
import { builtInPackFolder, compilePack } from './compilePack.ts';
import { writeOrCheck } from './pack/generatedFile.ts';
import { languageSnippets } from './pack/languageSnippets.ts';

const folder = join(import.meta.dirname, '../snippets');

/**
 * The texts of all snippets files: one a language of the pack. VS Code offers all of them in every
 * Markdown file; their prefixes tell them apart.
 * @param pack a compiled pack
 * @returns by file name, such as `en.json`
 */
export function snippetFiles(pack: Pack): ReadonlyMap<string, string> {
  return new Map(
    pack.languages.map((language) => [
      `${language.language}.json`,
      `${JSON.stringify(languageSnippets(pack, language), null, 1)}\n`,
    ]),
  );
}

function main(): void {
  const compiled = compilePack(builtInPackFolder);
  if ('problems' in compiled) {
    console.error('The pack does not compile: run `node scripts/compilePack.ts` to see why.');
    process.exitCode = 1;
    return;
  }
  const check = process.argv.includes('--check');
  const files = snippetFiles(compiled.pack);
  const stale = [...files].flatMap(
    ([name, text]) => writeOrCheck(join(folder, name), `snippets/${name}`, text, check) ?? [],
  );
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    if (files.has(name)) continue;
    if (check)
      stale.push(`snippets/${name} is of no language of the pack: run \`npm run generate\`.`);
    else rmSync(join(folder, name));
  }
  for (const message of stale) console.error(message);
  if (stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) main();
