/**
 * Stands in for the executable of desktop VS Code: understands those of its arguments that
 * `runTests` of `@vscode/test-electron` gives, and runs the tests in VS Code's server and Chromium.
 * The version comes from the environment variable `OSPO_STRATEGY_VSCODE`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runExtensionTests } from './extensionTests.ts';
import { installHost, versionFrom } from './install.ts';
import { endOnSignals } from './processGroup.ts';
import { startHost } from './serve.ts';
import { openChromium, windowAddress } from './window.ts';

function value(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

function required(name: string): string {
  const found = value(name);
  if (found === undefined) throw new Error(`launcher: --${name}=... is missing`);
  return resolve(found);
}

async function main(): Promise<number> {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (folder === undefined) throw new Error('launcher: the folder to open is missing');
  const extension = required('extensionDevelopmentPath');
  const tests = required('extensionTestsPath');
  const vscode = await installHost(versionFrom(process.env.OSPO_STRATEGY_VSCODE));
  const data = await mkdtemp(join(tmpdir(), 'ospo-strategy-launcher-'));
  const host = await startHost({
    vscode,
    dataFolder: resolve(value('user-data-dir') ?? join(data, 'user')),
    extensionsFolder: resolve(value('extensions-dir') ?? join(data, 'extensions')),
  });
  const window = await openChromium();
  try {
    const address = windowAddress({
      port: host.port,
      folder: resolve(folder),
      extension,
      tests,
    });
    const { code } = await runExtensionTests(window, host, address, console.log);
    return code;
  } finally {
    await window.browser.close();
    await host.stop();
    await rm(data, { recursive: true, force: true });
  }
}

endOnSignals();
try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
