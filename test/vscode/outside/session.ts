import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/bundles.ts';
import { installHost, versions } from '../../../scripts/host/install.ts';
import { type Host, startHost } from '../../../scripts/host/serve.ts';
import { openChromium, openWorkbench, type Window } from '../../../scripts/host/window.ts';

/** One VS Code window on a fresh copy of the workspace, to be driven as a person would. */
export interface Session {
  readonly page: Page;
  readonly host: Host;
  readonly window: Window;
  /** The workspace that is open: what the window changes is to be read here. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** True: the extension is loaded from its sources. Else what stands in `extensionsFolder` counts. */
  readonly fromSources: boolean;
  readonly extensionsFolder?: string;
  /** A file of the workspace to open in an editor. */
  readonly file: string;
  /** Changes the fresh copy of the workspace before it is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Starts the newest VS Code that is tested, and a Chromium with its window. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const temporary = await mkdtemp(join(tmpdir(), 'ospo-strategy-outside-'));
  const folder = join(temporary, 'workspace');
  await cp(join(root, 'test/vscode/workspace'), folder, { recursive: true });
  await options.prepare?.(folder);
  const host = await startHost({
    vscode: await installHost(versions[0]),
    dataFolder: join(temporary, 'data'),
    extensionsFolder: options.extensionsFolder ?? join(temporary, 'extensions'),
  });
  const window = await openChromium();
  await openWorkbench(window, host, {
    folder,
    file: join(folder, options.file),
    ...(options.fromSources ? { extension: root } : {}),
  });
  return {
    page: window.page,
    host,
    window,
    folder,
    async close() {
      await window.browser.close();
      await host.stop();
      await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
