import type { LoadedConfiguration } from '../configuration/loadConfiguration.ts';
import { matchesPattern } from '../configuration/matchesPattern.ts';
import { resolvePath } from './fileLinks.ts';
import type { ConfiguredSet } from './strategySet.ts';

/**
 * The sets that a configuration names, their paths counted from the workspace folder.
 * @param loaded the configuration in force, where there is one
 * @param pathOf a file's path from the workspace folder; undefined where it lies outside
 */
export function configuredSets(
  loaded: LoadedConfiguration | undefined,
  pathOf: (file: string) => string | undefined,
): readonly ConfiguredSet[] {
  const { sets } = loaded ?? {};
  const from = sets === undefined ? undefined : pathOf(sets.from);
  if (sets === undefined || from === undefined) return [];
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return sets.list.flatMap(({ index, files = [] }) => {
    const path = resolvePath(from, index);
    if (path === undefined) return [];
    const includes = (file: string): boolean =>
      file !== path &&
      file.startsWith(folder) &&
      files.some((pattern) => matchesPattern(file.slice(folder.length), pattern));
    return [{ index: path, includes }];
  });
}
