/**
 * Writes `schemas/ospo-strategy.schema.json` from what a configuration may say.
 *
 *   node scripts/generateConfigurationSchema.ts          writes it
 *   node scripts/generateConfigurationSchema.ts --check  exits with 1 where it is stale
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { configurationSchema } from '../server/src/core/configuration/configurationSchema.ts';
import { builtInPack } from '../server/src/host/builtInPack.ts';
import { writeOrCheck } from './pack/generatedFile.ts';

const name = 'schemas/ospo-strategy.schema.json';
const folder = join(import.meta.dirname, '../schemas');

mkdirSync(folder, { recursive: true });
const text = `${JSON.stringify(configurationSchema(builtInPack), null, 2)}\n`;
const check = process.argv.includes('--check');
const stale = writeOrCheck(join(import.meta.dirname, '..', name), name, text, check);
if (stale !== undefined) {
  console.error(stale);
  process.exitCode = 1;
}
