import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { runToEnd } from './processGroup.ts';

export interface DesktopWindow {
  /** The path of the `code` command. */
  readonly code: string;
  /** A temporary folder of ours: tells the processes of this window from a person's own. */
  readonly folder: string;
  readonly extension: string;
  readonly samples: string;
  readonly file: string | undefined;
}

/** The processes whose command line names a folder, this one left out. */
function processesOf(folder: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(folder))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid);
}

/** `code` starts VS Code in a session of its own, out of reach of our process group. */
function endWindow(folder: string): void {
  if (process.platform === 'win32') return;
  for (const pid of processesOf(folder)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended already.
    }
  }
}

/**
 * Opens desktop VS Code with the extension loaded from its sources, and waits until its window is
 * closed. The window has settings and extensions of its own, and ends when this process ends.
 *
 * @throws where `code` fails.
 */
export async function openDesktop(window: DesktopWindow): Promise<void> {
  process.on('exit', () => endWindow(window.folder));
  console.log('\nOpening VS Code (Ctrl-C ends it) ...\n');
  const { code, output } = await runToEnd(window.code, [
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    `--user-data-dir=${join(window.folder, 'data')}`,
    `--extensions-dir=${join(window.folder, 'extensions')}`,
    `--extensionDevelopmentPath=${window.extension}`,
    window.samples,
    ...(window.file ? [join(window.samples, window.file)] : []),
  ]);
  if (code !== 0) throw new Error(`The command \`code\` failed (exit code ${code}):\n${output}`);
}
