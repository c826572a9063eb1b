import type { Pack } from '../pack/pack.ts';
import {
  type ConfigurationHost,
  type LoadedConfiguration,
  loadConfiguration,
} from './loadConfiguration.ts';

/** The names of configuration files, in the order in which they are looked for. */
export const configurationNames: readonly string[] = [
  '.ospo-strategy.yaml',
  '.ospo-strategy.yml',
  '.ospo-strategy.json',
];

/**
 * Whether a path or URI is that of a configuration file, or of one made to be continued by others,
 * such as `group.ospo-strategy.yaml`.
 * @param path with `/` between folders
 */
export function isConfigurationPath(path: string): boolean {
  return /\.ospo-strategy\.(?:ya?ml|json)$/.test(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * The configuration of a document: the nearest file, from the document's folder up to the workspace
 * folder. It holds as a whole; it takes over another one only where it `extends` it.
 * @param document path or URI, inside `host.root`
 * @param pack as shipped
 * @param host to read with
 * @returns undefined where there is none
 */
export async function findConfiguration(
  document: string,
  pack: Pack,
  host: ConfigurationHost,
): Promise<LoadedConfiguration | undefined> {
  for (const folder of foldersUp(document, host.root)) {
    for (const name of configurationNames) {
      const found = await loadConfiguration(`${folder}/${name}`, pack, host);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * The folders that a document's configuration may lie in, nearest first.
 * @param document path or URI
 * @param root the workspace folder, where the search ends
 * @returns without `/` at their ends; none where the document lies outside
 */
export function foldersUp(document: string, root: string): readonly string[] {
  const top = root.replace(/\/+$/, '');
  const folders: string[] = [];
  let folder = document.slice(0, Math.max(0, document.lastIndexOf('/')));
  while (folder === top || folder.startsWith(`${top}/`)) {
    folders.push(folder);
    if (folder === top) break;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return folders;
}

/**
 * A document's path as its configuration counts it.
 * @param document path or URI
 * @param configuration path or URI of the configuration file
 * @returns relative to the configuration's folder; percent signs of a URI are resolved
 */
export function relativeToConfiguration(document: string, configuration: string): string {
  const folder = configuration.slice(0, configuration.lastIndexOf('/') + 1);
  const path = document.startsWith(folder) ? document.slice(folder.length) : document;
  if (!/^[a-z][a-z0-9+.-]+:/i.test(document)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
