import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The arrows of docs/ARCHITECTURE.md: who may import whom. A file belongs to the first room whose
 * folder holds it; the composition roots, directly in `server/src`, wire the rooms together.
 */
const ROOMS: readonly { room: string; folder: string; mayImport: readonly string[] }[] = [
  { room: 'core', folder: 'server/src/core/', mayImport: ['core'] },
  { room: 'protocol', folder: 'server/src/lsp/protocol.ts', mayImport: [] },
  { room: 'lsp', folder: 'server/src/lsp/', mayImport: ['lsp', 'protocol', 'core'] },
  { room: 'cli', folder: 'server/src/cli/', mayImport: ['cli', 'core'] },
  { room: 'host', folder: 'server/src/host/', mayImport: ['host', 'core', 'packs'] },
  { room: 'packs', folder: 'server/packs/', mayImport: [] },
  {
    room: 'root',
    folder: 'server/src/',
    mayImport: ['root', 'core', 'lsp', 'cli', 'host', 'manifest'],
  },
  {
    room: 'webview',
    folder: 'client/src/panel/webview/',
    mayImport: ['webview', 'panel-messages', 'protocol'],
  },
  { room: 'client', folder: 'client/src/', mayImport: ['client', 'protocol', 'panel-messages'] },
  { room: 'manifest', folder: 'package.json', mayImport: [] },
];

/** Packages that a room may use beside its own files. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  core: /^(unified|remark-[\w-]+|mdast(-util-[\w-]+)?|unist-util-[\w-]+|htmlparser2|domhandler|yaml|micromark[\w-]*)$/,
  protocol: /^$/,
  lsp: /^vscode-languageserver(-textdocument|-protocol|-types)?(\/.*)?$/,
  cli: /^node:util$/,
  host: /^node:(fs|fs\/promises|path|url)$/,
  root: /^(node:[\w/]+|vscode-languageserver\/(node|browser))$/,
  webview: /^$/,
  client:
    /^(vscode|vscode-languageclient\/(node|browser)|vscode-languageclient|node:(crypto|path))$/,
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function roomOf(path: string): string {
  if (/^client\/src\/panel\/\w*[mM]essages\.ts$/.test(path)) return 'panel-messages';
  return ROOMS.find(({ folder }) => path.startsWith(folder))?.room ?? path;
}

function forbidden(path: string, text: string): string[] {
  const room = roomOf(path);
  const allowed = ROOMS.find((candidate) => candidate.room === room)?.mayImport ?? [
    'protocol',
    'panel-messages',
  ];
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? '';
    if (!target.startsWith('.')) {
      return PACKAGES[room]?.test(target) ? [] : [`${path} imports ${target}`];
    }
    const file = relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/');
    return allowed.includes(roomOf(file))
      ? []
      : [`${path} (${room}) imports ${file} (${roomOf(file)})`];
  });
}

describe('the arrows between the rooms', () => {
  const files = [...sources('server/src'), ...sources('client/src')];

  it('point one way in every source file', () => {
    const wrong = files.flatMap((path) => forbidden(path, readFileSync(join(root, path), 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('would be seen to turn round', () => {
    const text = "import { x } from '../../lsp/server.ts';\nimport fs from 'node:fs';\n";
    expect(forbidden('server/src/core/analysis/x.ts', text)).toHaveLength(2);
    expect(
      forbidden('client/src/x.ts', "import { y } from '../../server/src/core/pack/pack.ts';"),
    ).toHaveLength(1);
  });
});
