import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findConfiguration } from '../../../server/src/core/configuration/findConfiguration.ts';
import type { LoadedConfiguration } from '../../../server/src/core/configuration/loadConfiguration.ts';
import { parseYaml } from '../../../server/src/core/configuration/parseYaml.ts';
import type { Pack } from '../../../server/src/core/pack/pack.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** Files by their path below the workspace folder. */
export type Files = { readonly [path: string]: string };

const ROOT = '/work space';

/** The configuration of a document in a workspace of files in memory. */
export async function configurationOf(
  document: string,
  files: Files,
): Promise<LoadedConfiguration | undefined> {
  return await findConfiguration(`${ROOT}/${document}`, builtInPack, {
    root: ROOT,
    parse: async (text) => parseYaml(text),
    readFile: async (path) => {
      const text = files[path.slice(ROOT.length + 1)];
      return text === undefined ? undefined : { path, text, problems: [] };
    },
  });
}

/** The same for a configuration beside the document. */
export async function configured(text: string): Promise<LoadedConfiguration> {
  const loaded = await configurationOf('strategy.md', { '.ospo-strategy.yaml': text });
  if (loaded === undefined) throw new Error('The configuration was not found.');
  return loaded;
}

/** The pack that a configuration makes; throws what is wrong with it. */
export async function packOf(text: string): Promise<Pack> {
  const { pack, files } = await configured(text);
  const problems = files.flatMap((file) => file.problems);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return pack;
}

/** What is wrong with a configuration: how bad, at which words, what is said. */
export async function problemsOf(text: string): Promise<string[]> {
  const [file] = (await configured(text)).files;
  return (file?.problems ?? []).map(
    ({ severity, range, message }) =>
      `${severity} "${text.slice(range.start, range.end)}": ${message}`,
  );
}

/** The files of a folder in `samples/`. */
export function sampleFiles(name: string): Files {
  const folder = fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
