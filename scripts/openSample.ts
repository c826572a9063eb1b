/**
 * Shows the extension at work: builds it, prints the coverage of `samples/`, and opens a real VS Code
 * on that folder. Ctrl-C ends everything that was started here.
 *
 * The environment variable PORT chooses the port of VS Code's server, where it is needed; else any
 * free one is taken.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCommand } from './host/chromium.ts';
import { hasDisplay } from './host/desktop.ts';
import { openDesktop } from './host/desktopWindow.ts';
import { installHost, versions } from './host/install.ts';
import { endOnSignals, isEnding, runToEnd, startGroup } from './host/processGroup.ts';
import { startHost } from './host/serve.ts';
import { windowAddress } from './host/window.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const samples = join(root, 'samples');

async function sampleFiles(): Promise<string[]> {
  const names = await readdir(samples);
  return names.filter((name) => name.endsWith('.md')).sort();
}

async function build(): Promise<void> {
  const { code } = await runToEnd(process.execPath, [join(root, 'scripts/build.ts')], {
    echo: true,
  });
  if (code !== 0) throw new Error('The build failed.');
}

async function printCoverage(files: readonly string[]): Promise<void> {
  const paths = files.map((file) => join('samples', file));
  await runToEnd(process.execPath, ['dist/cli.cjs', 'report', ...paths], { cwd: root, echo: true });
}

function openBrowser(address: string): void {
  const opener = findCommand(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (opener === undefined || !hasDisplay()) return;
  startGroup(opener, [address], { stdio: 'ignore' }).once('error', () => {});
}

/** Serves VS Code on 127.0.0.1, to whoever knows the token, until it is ended. */
async function serve(folder: string, port: number, file: string | undefined): Promise<void> {
  const vscode = await installHost(versions[0]);
  const connectionToken = randomBytes(16).toString('hex');
  const host = await startHost({
    vscode,
    port,
    connectionToken,
    dataFolder: join(folder, 'data'),
    extensionsFolder: join(folder, 'extensions'),
  });
  const address = windowAddress({
    port: host.port,
    connectionToken,
    folder: samples,
    extension: root,
    ...(file ? { file: join(samples, file) } : {}),
  });
  console.log(`\nVS Code ${versions[0]} with the extension, on samples/ (Ctrl-C ends it):\n`);
  console.log(`  ${address}\n`);
  openBrowser(address);
  const code = await new Promise((resolve) => host.process.once('exit', resolve));
  throw new Error(`VS Code's server ended by itself (code ${code}).`);
}

async function main(folder: string): Promise<void> {
  const port = Number(process.env.PORT ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is a number from 0 to 65535, not "${process.env.PORT}".`);
  }
  await build();
  const files = await sampleFiles();
  await printCoverage(files);
  const code = hasDisplay() ? findCommand('code') : undefined;
  if (code) await openDesktop({ code, folder, extension: root, samples, file: files[0] });
  else await serve(folder, port, files[0]);
}

const folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-start-'));
const cleanUp = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
endOnSignals(cleanUp);
try {
  await main(folder);
} catch (error) {
  // What we end ourselves fails too, and is nobody's trouble.
  if (isEnding()) await new Promise(() => {});
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await cleanUp();
process.exit();
