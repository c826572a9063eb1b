import { defineConfig } from 'vitest/config';

/**
 * One project a suite, so that `npm test` can count each on its own. What needs a real VS Code
 * stands in `test/vscode/` and runs by `scripts/testVscode.ts`; `outside` drives VS Code through
 * its window as a person would.
 */
export default defineConfig({
  // What VS Code gives to its extensions is there only inside VS Code.
  resolve: { alias: { vscode: `${import.meta.dirname}/test/unit/client/vscodeStandIn.ts` } },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'fixtures', include: ['test/fixtures/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'lsp', include: ['test/lsp/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'outside',
          include: ['test/vscode/outside/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // One VS Code and one Chromium at a time: two of each starve a small machine.
          fileParallelism: false,
        },
      },
    ],
  },
});
