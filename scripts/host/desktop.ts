import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import type { Version } from './install.ts';

/** How long the update server may stay silent, in milliseconds, before it counts as out of reach. */
const patience = 10_000;

/** True where a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Desktop VS Code, downloaded once into `.vscode-test/`.
 *
 * @returns its executable, or undefined where there is no display or no way to the update server.
 */
export async function desktopExecutable(version: Version): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version,
      timeout: patience,
      reporter: new SilentReporter(),
    });
  } catch {
    return undefined;
  }
}
