import { resolve } from 'node:path';
import type { ConfigurationFinder } from '../core/configuration/configurationFinder.ts';
import { findConfiguration } from '../core/configuration/findConfiguration.ts';
import {
  type ConfigurationHost,
  type LoadedConfiguration,
  loadConfiguration,
} from '../core/configuration/loadConfiguration.ts';
import { parseYaml } from '../core/configuration/parseYaml.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { ReadFile, UnreadableFile } from '../core/workspace.ts';
import { nodeWorkspace } from './node.ts';

/** A file that somebody has named has to be there. */
async function readNamed(path: string): Promise<ReadFile | UnreadableFile> {
  const message = 'There is no such file. Check the path.';
  return (await nodeWorkspace.readFile(path)) ?? { path, message };
}

/**
 * Looks for configurations on this machine: from a document's folder up to the working directory, or
 * up to the root where the document lies elsewhere. Each is read once.
 * @param pack as shipped
 * @param workingDirectory where paths count from
 * @param file what holds for every document instead of what would be found
 */
export function nodeConfigurations(
  pack: Pack,
  workingDirectory: string,
  file: string | undefined,
): ConfigurationFinder {
  const absolute = (path: string): string => resolve(workingDirectory, path).replaceAll('\\', '/');
  const top = absolute('.');
  const host = (path: string): ConfigurationHost => ({
    readFile: nodeWorkspace.readFile,
    parse: async (text) => parseYaml(text),
    root: path.startsWith(`${top}/`) ? top : (path.split('/')[0] ?? ''),
  });
  const byFolder = new Map<string, Promise<LoadedConfiguration | undefined>>();
  const find = (document: string): Promise<LoadedConfiguration | undefined> => {
    const path = absolute(file ?? document);
    const folder = file === undefined ? path.slice(0, path.lastIndexOf('/') + 1) : path;
    let found = byFolder.get(folder);
    if (found === undefined) {
      found =
        file === undefined
          ? findConfiguration(path, pack, host(path))
          : loadConfiguration(path, pack, { ...host(path), readFile: readNamed });
      byFolder.set(folder, found);
    }
    return found;
  };
  const nameOf = (path: string): string =>
    path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path;
  return { find, nameOf, pathOf: absolute };
}
