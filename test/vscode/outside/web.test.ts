import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/bundles.ts';
import { runExtensionTests } from '../../../scripts/host/extensionTests.ts';
import { installHost, versions } from '../../../scripts/host/install.ts';
import { startHost } from '../../../scripts/host/serve.ts';
import { becomeWebHost } from '../../../scripts/host/webHost.ts';
import { openChromium } from '../../../scripts/host/window.ts';

test('in the web extension host, the language server in its worker brings diagnostics', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-web-'));
  const host = await startHost({
    vscode: await installHost(versions[0]),
    dataFolder: join(folder, 'data'),
    extensionsFolder: join(folder, 'extensions'),
  });
  const window = await openChromium();
  try {
    const address = await becomeWebHost(window.context, host, {
      extension: root,
      tests: '/dist/test/vscode/web.cjs',
    });
    const { code, log } = await runExtensionTests(window, host, address);
    expect(code, log).toBe(0);
  } finally {
    await window.browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
