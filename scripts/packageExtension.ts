/**
 * Builds for production and packs the VSIX, which must stay small.
 *
 *   node scripts/packageExtension.ts [--out FILE.vsix]
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { endOnSignals, runToEnd } from './host/processGroup.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The largest VSIX that we hand out, in bytes: the pack alone takes half of it, compressed. */
const limit = 1040 * 1024;

async function run(script: string, args: readonly string[]): Promise<void> {
  const { code } = await runToEnd(process.execPath, [join(root, script), ...args], {
    cwd: root,
    echo: true,
  });
  if (code !== 0) process.exit(code);
}

endOnSignals();
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const file = values.out ?? join(root, `${manifest.name}-${manifest.version}.vsix`);
await run('scripts/build.ts', ['--production']);
await run('node_modules/@vscode/vsce/vsce', [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  ...['--out', file],
]);
const { size } = await stat(file);
console.log(`${file}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`The package is larger than ${limit / 1024} KB.`);
  process.exit(1);
}
