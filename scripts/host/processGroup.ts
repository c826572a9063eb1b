import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/**
 * Children that end when we end. Each is the head of a process group of its own (not on Windows,
 * which has none), so that what it started itself ends with it.
 */

const running = new Set<ChildProcess>();

/** How long a group may take to end by itself, in milliseconds. */
const grace = 4000;

/** Sends a signal to a group; false where nobody is left to receive it. `0` only asks. */
function signal(child: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    if (process.platform === 'win32') return child.exitCode === null && child.kill(name);
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/**
 * Starts a program as the head of its own process group.
 *
 * @throws never; a program that cannot be started reports by the child's `error` event.
 */
export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('error', () => running.delete(child));
  // What a head leaves behind ends too: it would hold its port and files otherwise.
  child.once('exit', () => {
    if (!signal(child, 'SIGTERM')) running.delete(child);
  });
  return child;
}

/** Asks a group to end, makes it end where it does not, and returns once nobody of it is left. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  const deadline = Date.now() + grace;
  signal(child, 'SIGTERM');
  while (signal(child, 0)) {
    if (Date.now() > deadline) signal(child, 'SIGKILL');
    await setTimeout(20);
  }
  running.delete(child);
}

let ending = false;

/** True once a signal has told this process to end. */
export function isEnding(): boolean {
  return ending;
}

/**
 * Ends this process and every group that it started on Ctrl-C, a `kill` or a closed terminal. A
 * second signal changes nothing: the end is on its way and comes within seconds.
 *
 * @param cleanUp runs once everything has ended.
 */
export function endOnSignals(cleanUp: () => Promise<void> = async () => {}): void {
  const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [name, code] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (ending) return;
      ending = true;
      void Promise.all([...running].map(stopGroup))
        .then(cleanUp)
        .finally(() => process.exit(code));
    });
  }
}

export interface RunResult {
  /** The exit code; 1 where a signal ended it. */
  readonly code: number;
  /** Both streams, as they came. */
  readonly output: string;
}

export interface RunOptions extends SpawnOptions {
  /** Shows the output while it comes; else it is only kept. */
  readonly echo?: boolean;
}

/**
 * Runs a program to its end.
 *
 * @throws where it cannot be started.
 */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { echo, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = startGroup(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        output += text;
        if (echo) process.stdout.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
