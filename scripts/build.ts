/**
 * Builds every bundle of the extension into `dist/`.
 *
 *   node scripts/build.ts               for development, with source maps
 *   node scripts/build.ts --production  for the package: minified, no source maps
 *   node scripts/build.ts --test        also the tests that run inside VS Code
 *   node scripts/build.ts --watch       builds again whenever a source file changes
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, context } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const production = process.argv.includes('--production');
const withTests = process.argv.includes('--test');
const watch = process.argv.includes('--watch');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

const forNode: BuildOptions = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const forBrowser: BuildOptions = { ...shared, platform: 'browser', target: 'es2022' };

// Only the condition `worker` gives parsers without `document`: a worker has none.
const forWorker: BuildOptions = { ...forBrowser, conditions: ['worker', 'browser'] };

const bundles: BuildOptions[] = [
  {
    ...forNode,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
  },
  {
    ...forBrowser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/extension.browser.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...forNode, entryPoints: ['server/src/languageServer.ts'], outfile: 'dist/server.cjs' },
  {
    ...forWorker,
    entryPoints: ['server/src/languageServer.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
  },
  {
    ...forNode,
    entryPoints: ['server/src/commandLine.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...forBrowser,
    entryPoints: ['client/src/panel/webview/main.ts'],
    outfile: 'dist/panel.js',
    format: 'iife',
  },
  {
    ...forBrowser,
    entryPoints: ['client/src/panel/webview/panel.css'],
    outfile: 'dist/panel.css',
  },
];

/** The tests that run inside VS Code: the Mocha suite, and a smoke test for the web. */
async function testBundles(): Promise<BuildOptions[]> {
  const files = await readdir(`${root}/test/vscode/suite`);
  const names = files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.test.ts'.length))
    .sort();
  return [
    {
      ...forNode,
      entryPoints: ['test/vscode/index.ts'],
      outfile: 'dist/test/vscode/index.cjs',
      external: ['vscode'],
      minify: false,
      // Mocha's parallel runner, which we do not use, looks for files beside it.
      logOverride: { 'require-resolve-not-external': 'silent' },
      define: { ...shared.define, SUITE_NAMES: JSON.stringify(names) },
    },
    {
      ...forBrowser,
      entryPoints: ['test/vscode/web.ts'],
      outfile: 'dist/test/vscode/web.cjs',
      format: 'cjs',
      external: ['vscode'],
      minify: false,
    },
  ];
}

async function buildAll(): Promise<void> {
  const wanted = withTests ? [...bundles, ...(await testBundles())] : bundles;
  // TEMPORARY (while sources are being written): skip what is not there yet.
  const all = wanted.filter((options) => {
    const entry = String((options.entryPoints as string[])[0]);
    if (existsSync(`${root}/${entry}`)) return true;
    console.warn(`build: ${entry} is not there yet, skipped`);
    return false;
  });
  await mkdir(`${root}/dist`, { recursive: true });
  if (watch) {
    for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch();
    return;
  }
  // All of them, so that every error is told at once.
  const results = await Promise.allSettled(all.map((options) => build(options)));
  if (existsSync(`${root}/dist/cli.cjs`)) await chmod(`${root}/dist/cli.cjs`, 0o755);
  // esbuild has already said what is wrong and where.
  if (results.some((result) => result.status === 'rejected')) process.exitCode = 1;
}

await buildAll();
