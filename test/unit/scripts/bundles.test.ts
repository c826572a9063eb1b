import { expect, test } from 'vitest';
import { buildServer, bundleOptions } from '../../../scripts/bundles.ts';

test('the language server for the web needs no document: a worker has none', async () => {
  const code = await buildServer();
  expect(code.length).toBeGreaterThan(100_000);
  expect(code).not.toContain('document.createElement');
});

test('what ships is minified and has no source maps', async () => {
  for (const bundle of await bundleOptions({ production: true, withTests: false })) {
    expect(bundle.minify).toBe(true);
    expect(bundle.sourcemap).toBe(false);
  }
});
