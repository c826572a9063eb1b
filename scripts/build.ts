/**
 * Builds every bundle of the extension into `dist/`.
 *
 *   node scripts/build.ts               for development, with source maps
 *   node scripts/build.ts --production  for the package: minified, no source maps
 *   node scripts/build.ts --test        also the tests that run inside VS Code
 *   node scripts/build.ts --watch       builds again whenever a source file changes
 */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';
import { shippedPack } from '../server/src/core/pack/shippedPack.ts';
import { bundleOptions, packFile, root } from './bundles.ts';

async function watch(bundles: readonly BuildOptions[]): Promise<void> {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch();
}

/** Builds all of them, so that every error is told at once. @returns whether all went well. */
async function buildAll(bundles: readonly BuildOptions[]): Promise<boolean> {
  // esbuild itself says what is wrong and where.
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  if (results.some((result) => result.status === 'rejected')) return false;
  const pack = JSON.parse(await readFile(join(root, packFile.source), 'utf8'));
  await writeFile(join(root, 'dist', packFile.name), JSON.stringify(shippedPack(pack)));
  // `npx ospo-strategy` runs the file itself.
  await chmod(join(root, 'dist/cli.cjs'), 0o755);
  return true;
}

const bundles = await bundleOptions({
  production: process.argv.includes('--production'),
  withTests: process.argv.includes('--test'),
});
if (process.argv.includes('--watch')) await watch(bundles);
else if (!(await buildAll(bundles))) process.exitCode = 1;
