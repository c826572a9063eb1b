import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { runToEnd } from './processGroup.ts';

/** Names of Chromium and its kin on Linux, as the distributions and the makers call them. */
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where the installers of macOS and Windows put them. */
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The full path of a command, or undefined where PATH does not have it. */
export function findCommand(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function installedChromium(): string | undefined {
  for (const name of commands) {
    const path = findCommand(name);
    if (path) return path;
  }
  return [...applications, chromium.executablePath()].find((path) => existsSync(path));
}

function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

async function installWithApt(): Promise<string> {
  console.log("Installing Chromium from the distribution's packages ...");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runToEnd('apt-get', ['update'], { env });
  const install = await runToEnd(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    { env },
  );
  return update.output + install.output;
}

async function installWithPlaywright(): Promise<string> {
  console.log('Installing Chromium by Playwright ...');
  const script = fileURLToPath(
    new URL('../../node_modules/playwright-core/cli.js', import.meta.url),
  );
  return (await runToEnd(process.execPath, [script, 'install', 'chromium'])).output;
}

/**
 * Finds a Chromium, or installs one: the distribution's package where apt and root are there, else
 * Playwright's build.
 *
 * @returns the path of its executable.
 * @throws where there is none and none can be installed.
 */
export async function findOrInstallChromium(): Promise<string> {
  const installed = installedChromium();
  if (installed) return installed;
  let said = '';
  if (mayInstallPackages()) {
    said += await installWithApt();
    const path = installedChromium();
    if (path) return path;
  }
  said += await installWithPlaywright();
  const path = installedChromium();
  if (path) return path;
  throw new Error(
    `No Chromium, Chrome or Edge is installed, and none could be installed. Install one.\n${said}`,
  );
}
