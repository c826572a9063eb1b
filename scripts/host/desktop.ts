import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import type { Version } from './install.ts';

/** How long the update server may stay silent, in milliseconds, before it counts as out of reach. */
const patience = 10_000;

/** True where a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** False where the machine lacks a library that the build is linked against. */
function canRun(executable: string): boolean {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(executable, ['--eval', ''], { env, stdio: 'ignore' }).status === 0;
}

/**
 * Desktop VS Code, downloaded once into `.vscode-test/`.
 *
 * @returns its executable, or undefined where it cannot be had: no display, no way to the update
 * server, or a library is missing.
 */
export async function desktopExecutable(version: Version): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  try {
    const reporter = new SilentReporter();
    const executable = await downloadAndUnzipVSCode({ version, timeout: patience, reporter });
    return canRun(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}
