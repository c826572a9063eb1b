import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Host } from './serve.ts';

/** The path under which the page finds our files: its own origin is all that its policy allows. */
const prefix = '/ospo-strategy-files';

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The parts of the page's configuration that are changed here. */
interface WebConfiguration {
  remoteAuthority?: string;
  enableWorkspaceTrust?: boolean;
  developmentOptions?: Record<string, unknown>;
}

/** Where a file below the extension's folder stands in the page. */
function addressOf(host: Host, path: string) {
  return { scheme: 'http', authority: `127.0.0.1:${host.port}`, path: `${prefix}${path}` };
}

/** Rewrites the configuration in the HTML so that the page believes it has no server behind it. */
function withoutServer(html: string, host: Host, tests: string): string {
  const settings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  if (!settings.test(html)) throw new Error("VS Code's page has no configuration to change");
  return html.replace(settings, (_all, before: string, escaped: string) => {
    const configuration = JSON.parse(escaped.replaceAll('&quot;', '"')) as WebConfiguration;
    delete configuration.remoteAuthority;
    configuration.enableWorkspaceTrust = false;
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: [addressOf(host, '')],
      extensionTestsPath: addressOf(host, tests),
    };
    return `${before}${JSON.stringify(configuration).replaceAll('"', '&quot;')}"`;
  });
}

export interface WebHostOptions {
  /** The extension's folder: all that the page may read of the disk. */
  readonly extension: string;
  /** The test module, as a path from the extension's folder, with a slash in front. */
  readonly tests: string;
}

/**
 * Makes the pages of a browser context run extensions in the web extension host, as VS Code for the
 * Web does: the extension's files are answered from disk under the page's own origin.
 *
 * @returns the address to open.
 */
export async function becomeWebHost(
  context: BrowserContext,
  host: Host,
  { extension, tests }: WebHostOptions,
): Promise<string> {
  const origin = `http://127.0.0.1:${host.port}`;
  await context.route(`${origin}/?*`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: withoutServer(html, host, tests) });
  });
  await context.route(`${origin}${prefix}/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname));
    try {
      const body = await readFile(join(extension, path.slice(prefix.length)));
      const contentType = contentTypes[extname(path)] ?? 'application/octet-stream';
      await route.fulfill({ body, contentType });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
  return `${origin}/?ew=true`;
}
