import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
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
}

/** Starts the newest VS Code that is tested, and a Chromium with its window. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const temporary = await mkdtemp(join(tmpdir(), 'ospo-strategy-outside-'));
  const folder = join(temporary, 'workspace');
  await cp(join(root, 'test/vscode/workspace'), folder, { recursive: true });
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

/** Runs a command by its title, from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** The content of the webview that is on show: VS Code wraps it in two frames. */
export function webviewOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The rows of the Problems panel. */
export function problemsOf(page: Page) {
  return page.locator('.markers-panel .monaco-list-row');
}
