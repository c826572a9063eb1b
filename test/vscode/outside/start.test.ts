import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/bundles.ts';
import { runToEnd, startGroup, stopGroup } from '../../../scripts/host/processGroup.ts';

/** As on a machine without a display: no `code` is started, no browser opened. */
function withoutDisplay(): NodeJS.ProcessEnv {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  return environment;
}

/** The process ids of all that descends from a process, as far as it still runs. */
function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const children = (of: number): number[] =>
    parents.flatMap(([child, parent]) =>
      child !== undefined && parent === of ? [child, ...children(child)] : [],
    );
  return children(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function statusOf(address: string | URL): Promise<number> {
  return (await fetch(address, { redirect: 'manual' })).status;
}

describe('npm start', () => {
  test('shows the coverage, serves VS Code to those who know the token, and ends on Ctrl-C', async () => {
    const child = startGroup('npm', ['start'], { cwd: root, env: withoutDisplay() });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        output += text.toString();
      });
    }
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      const address = await expect
        .poll(() => /http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0], { timeout: 60_000 })
        .toBeTruthy()
        .then(() => new URL(/http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0] ?? ''));
      expect(output).toContain('samples/');
      expect(address.searchParams.get('folder')).toBe(join(root, 'samples'));

      // With the token VS Code sets a cookie and leads on; without it nobody gets in.
      expect(await statusOf(address)).toBe(302);
      expect(await statusOf(address.origin)).toBe(403);

      const started = descendantsOf(child.pid ?? 0);
      expect(started.length).toBeGreaterThan(0);
      // To npm alone, as a supervisor would send it; a terminal sends it to all of them.
      child.kill('SIGINT');
      await ended;
      await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    } finally {
      await stopGroup(child);
    }
  });

  test('says so where the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    try {
      const { code, output } = await runToEnd('npm', ['start'], {
        cwd: root,
        env: { ...withoutDisplay(), PORT: String(port) },
      });
      expect(code).toBe(1);
      expect(output).toContain(`Port ${port} of 127.0.0.1 is in use`);
    } finally {
      other.close();
    }
  });
});
