import { readdir } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What all bundles share. For production they are minified, without source maps. */
function sharedOptions(production: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    // Chinese stays one character each: escapes would make the package larger.
    charset: 'utf8',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

/** The compiled pack: one file beside the bundles, which all of them share. */
export const packFile = { source: 'server/packs/ospo-book.json', name: 'ospo-book.json' } as const;

/** Bundles for Node.js load the pack from beside them instead of holding a copy each. */
const sharedPack: Plugin = {
  name: 'shared pack',
  setup({ onResolve }) {
    onResolve({ filter: /\/ospo-book\.json$/ }, () => ({
      path: `./${packFile.name}`,
      external: true,
    }));
  },
};

const forNode: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  plugins: [sharedPack],
};
const forBrowser: BuildOptions = { platform: 'browser', target: 'es2022' };

/** Where a bundle for both worlds finds the variants for Node.js of the protocol's libraries. */
function nodeVariants(...libraries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    libraries.map((name) => [`${name}/node`, `./node_modules/${name}/lib/node/main.js`]),
  );
}

/**
 * The language server, for a Node.js process and a Web Worker alike. It is built for the worker, so
 * that no library picks its variant for Node.js or for a page; only the protocol's libraries are
 * there in both variants, of which `languageServer.ts` runs one.
 */
const server: BuildOptions = {
  ...forBrowser,
  plugins: [sharedPack],
  // Only the condition `worker` gives parsers without `document`: a worker has none.
  conditions: ['worker', 'browser'],
  alias: nodeVariants('vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-jsonrpc'),
  external: [...builtinModules, 'node:*'],
  entryPoints: ['server/src/languageServer.ts'],
  outfile: 'dist/server.cjs',
  format: 'iife',
};

/** The extension, for Node.js and a Web Worker alike: `client/src/main.ts` runs one part of it. */
const extension: BuildOptions = {
  ...forBrowser,
  alias: nodeVariants('vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-jsonrpc'),
  external: ['vscode', ...builtinModules, 'node:*'],
  entryPoints: ['client/src/main.ts'],
  outfile: 'dist/extension.cjs',
  format: 'cjs',
};

/** Everything that the package holds, and the command line. */
const shipped: readonly BuildOptions[] = [
  extension,
  server,
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
async function testBundles(): Promise<readonly BuildOptions[]> {
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
      // Mocha's parallel runner, which we do not use, looks for files beside it.
      logOverride: { 'require-resolve-not-external': 'silent' },
      define: { SUITE_NAMES: JSON.stringify(names) },
    },
    {
      ...forBrowser,
      entryPoints: ['test/vscode/web.ts'],
      outfile: 'dist/test/vscode/web.cjs',
      format: 'cjs',
      external: ['vscode'],
    },
  ];
}

export interface BundleChoice {
  readonly production: boolean;
  /** Also the tests that run inside VS Code. */
  readonly withTests: boolean;
}

/** The options of every bundle, for esbuild. Paths are relative to the project's folder. */
export async function bundleOptions(choice: BundleChoice): Promise<BuildOptions[]> {
  const shared = sharedOptions(choice.production);
  const tests = choice.withTests ? await testBundles() : [];
  return [
    ...shipped.map((bundle) => ({ ...shared, ...bundle })),
    // Tests stay readable: their failures show their code.
    ...tests.map((bundle) => ({
      ...shared,
      minify: false,
      ...bundle,
      define: { ...shared.define, ...bundle.define },
    })),
  ];
}

/** The code of the language server, as it ships: built in memory. */
export async function buildServer(): Promise<string> {
  const result = await build({ ...sharedOptions(true), ...server, write: false });
  return result.outputFiles.map((file) => file.text).join('\n');
}
