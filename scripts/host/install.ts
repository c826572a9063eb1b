import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './processGroup.ts';

/** The versions of VS Code that are tested, the newest first; see `vscode` in package.json's engines. */
export const versions = ['1.139.1', '1.100.3'] as const;
export type Version = (typeof versions)[number];

/** Where everything stands that tests install: not under version control, kept between runs. */
export const cacheFolder = fileURLToPath(new URL('../../.vscode-test', import.meta.url));

/** Reads a version as it stands in an environment variable; the newest where there is none. */
export function versionFrom(text: string | undefined): Version {
  if (!text) return versions[0];
  const version = versions.find((known) => known === text || known.startsWith(`${text}.`));
  if (version) return version;
  throw new Error(`VS Code ${text} is not one of those that are tested: ${versions.join(', ')}`);
}

/** The npm package `code-server` that carries this version of VS Code: 4.139.1 carries 1.139.1. */
function codeServerVersion(version: Version): string {
  return version.replace(/^1\./, '4.');
}

async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const environment = { ...process.env };
  // An npm that runs us says where *it* works; the one that we start works elsewhere.
  delete environment.npm_config_local_prefix;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = await runToEnd('npm', ['install', ...options, ...args], {
    cwd: folder,
    env: environment,
  });
  if (result.code !== 0) {
    throw new Error(
      `npm could not install VS Code's server (is the npm registry within reach?):\n${result.output}`,
    );
  }
}

/** Removes what an interrupted installation left behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const pid = /^installing-.*-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs VS Code's server from the npm registry, once. It goes to a temporary name first: what
 * stands under the final name is whole.
 *
 * @returns the folder that holds VS Code (`out/server-main.js` in it).
 * @throws where npm fails.
 */
export async function installHost(version: Version): Promise<string> {
  const name = `vscode-server-${version}`;
  const folder = join(cacheFolder, name);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  if (existsSync(vscode)) return vscode;
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers();
  console.log(`Installing VS Code ${version} from the npm registry into .vscode-test/ ...`);
  const temporary = join(cacheFolder, `installing-${name}-${process.pid}`);
  await mkdir(temporary, { recursive: true });
  await writeFile(join(temporary, 'package.json'), '{ "private": true }\n');
  await npmInstall(temporary, ['--no-save', `code-server@${codeServerVersion(version)}`]);
  await npmInstall(join(temporary, 'node_modules/code-server/lib/vscode'), ['--omit=dev']);
  try {
    await rename(temporary, folder);
  } catch (error) {
    // Another process may have installed it meanwhile.
    if (!existsSync(vscode)) throw error;
    await rm(temporary, { recursive: true, force: true });
  }
  return vscode;
}
