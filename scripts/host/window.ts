import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from './chromium.ts';
import type { Host } from './serve.ts';

/** What lets Chromium run as root, without a display and without asking the network for anything. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One VS Code window: a page of a Chromium of its own, with a fresh profile. */
export interface Window {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Starts a Chromium with one empty page.
 *
 * @throws where no Chromium is there and none can be installed.
 */
export async function openChromium(
  size: WindowSize = { width: 1400, height: 900 },
): Promise<Window> {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: chromiumArguments,
    // The scripts end everything themselves, in their own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({ viewport: size });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { browser, context, page: await context.newPage() };
}

export interface AddressOptions {
  readonly port: number;
  /** The folder to open, absolute. */
  readonly folder: string;
  /** The folder of an extension to load from its sources, absolute. */
  readonly extension?: string;
  /** A file to open in an editor, absolute. */
  readonly file?: string;
  /** A module that exports `run()`, to start in the extension host, absolute. */
  readonly tests?: string;
  readonly connectionToken?: string;
}

/** The address of a VS Code window on a host that `startHost` started. */
export function windowAddress(options: AddressOptions): string {
  const remote = `vscode-remote://127.0.0.1:${options.port}`;
  const payload = [
    ...(options.extension ? [['extensionDevelopmentPath', remote + options.extension]] : []),
    ...(options.tests ? [['extensionTestsPath', remote + options.tests]] : []),
    ...(options.file ? [['openFile', remote + options.file]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams();
  if (options.connectionToken) query.set('tkn', options.connectionToken);
  query.set('folder', options.folder);
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${options.port}/?${query}`;
}

/** Opens a VS Code window and waits until its workbench, and its file if any, is drawn. */
export async function openWorkbench(
  window: Window,
  host: Host,
  options: Omit<AddressOptions, 'port'>,
): Promise<void> {
  await window.page.goto(windowAddress({ ...options, port: host.port }));
  await window.page.waitForSelector('.monaco-workbench .statusbar', { timeout: 60_000 });
  if (options.file) {
    await window.page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
  }
}
