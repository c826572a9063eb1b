import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGroup, stopGroup } from './processGroup.ts';

/** VS Code's server wants Node.js 24 (its loader needs `module.registerHooks`): npm brings one. */
export const node24 = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

export interface ServeOptions {
  /** The folder that `installHost` returned. */
  readonly vscode: string;
  /** Holds the server's data, user settings included. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** User settings beside those that hide what only distracts here. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What a browser must know to be let in; none for tests, which end with their browser. */
  readonly connectionToken?: string;
  /** The port to listen on; 0, the default, takes any free one. */
  readonly port?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface Host {
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** What keeps the window to the editor and the extension under test. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

function serverArguments(options: ServeOptions): string[] {
  const token = options.connectionToken;
  return [
    join(options.vscode, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    '--accept-server-license-terms',
    // Without it a built VS Code does not obey the `payload` of the address.
    '--enable-smoke-test-driver',
    '--disable-workspace-trust',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', options.dataFolder, '--extensions-dir', options.extensionsFolder],
  ];
}

/**
 * Starts VS Code's server on 127.0.0.1 and waits until it listens.
 *
 * @throws with the server's own words where it ends instead of listening, or a port is in use.
 */
export async function startHost(options: ServeOptions): Promise<Host> {
  const settingsFolder = join(options.dataFolder, 'data', 'User');
  await mkdir(settingsFolder, { recursive: true });
  await mkdir(options.extensionsFolder, { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  await writeFile(join(settingsFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  const server = startGroup(node24, serverArguments(options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: options.environment ?? process.env,
  });
  const port = await listeningPort(server, options.port ?? 0);
  return { port, process: server, stop: () => stopGroup(server) };
}

function listeningPort(server: ChildProcess, wantedPort: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
      if (output.includes('EADDRINUSE')) {
        reject(new Error(`Port ${wantedPort} of 127.0.0.1 is in use: choose another one.`));
        void stopGroup(server);
      }
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`VS Code's server ended before it listened (code ${code}):\n${output}`));
    });
  });
}
