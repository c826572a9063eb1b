import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/bundles.ts';
import { problemsOf, runCommand, webviewOf } from '../../../scripts/host/driving.ts';
import { installHost, versions } from '../../../scripts/host/install.ts';
import { runToEnd } from '../../../scripts/host/processGroup.ts';
import { node24 } from '../../../scripts/host/serve.ts';
import { openSession, type Session } from './session.ts';

/** The largest VSIX that we hand out, in bytes. */
const limit = 1040 * 1024;

describe('the package', () => {
  let folder: string;
  let vsix: string;
  let session: Session | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-package-'));
    vsix = join(folder, 'extension.vsix');
    const script = join(root, 'scripts/packageExtension.ts');
    const { code, output } = await runToEnd(node24, [script, '--out', vsix], { cwd: root });
    if (code !== 0) throw new Error(output);
  });
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('is small', async () => {
    expect((await stat(vsix)).size).toBeLessThanOrEqual(limit);
  });

  test('installs into VS Code and works from there', async () => {
    const extensionsFolder = join(folder, 'extensions');
    const vscode = await installHost(versions[0]);
    const { code, output } = await runToEnd(node24, [
      join(vscode, 'out/server-main.js'),
      ...['--install-extension', vsix],
      ...['--extensions-dir', extensionsFolder, '--server-data-dir', join(folder, 'data')],
    ]);
    expect(code, output).toBe(0);
    expect((await readdir(extensionsFolder)).join()).toContain('ospo-strategy');

    session = await openSession({ fromSources: false, extensionsFolder, file: 'strategy.md' });
    const { page } = session;
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await runCommand(page, 'Problems: Focus on Problems View');
    await problemsOf(page).filter({ hasText: 'guiding questions' }).first().waitFor();
    await runCommand(page, 'OSPO Strategy: Show Maturity Checklist');
    await webviewOf(page).locator('input[type=checkbox]').first().waitFor();
  });
});
