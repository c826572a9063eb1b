import type { Detection } from '../report/coverageReport.ts';
import type { Configuration } from './configuration.ts';
import { relativeToConfiguration } from './findConfiguration.ts';
import type { LoadedConfiguration } from './loadConfiguration.ts';
import { matchesPattern } from './matchesPattern.ts';

/**
 * What a configuration says of whether a file is a strategy; the nearest of its files that says
 * anything has said it.
 * @param loaded the configuration in force
 * @param document path or URI of the file
 * @returns undefined where it says nothing of this file
 */
export function configuredDetection(
  { files }: LoadedConfiguration,
  document: string,
): Detection | undefined {
  for (const { path, reading } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const relative = relativeToConfiguration(document, path);
    const said = detectionBy(reading.configuration, relative, name);
    if (said !== undefined) return said;
  }
  return undefined;
}

function detectionBy(
  { documents, sets }: Configuration,
  path: string,
  name: string,
): Detection | undefined {
  const excluded = documents?.exclude?.find((pattern) => matchesPattern(path, pattern));
  if (excluded !== undefined) {
    return { isStrategy: false, reason: `${name} excludes it (documents.exclude: ${excluded}).` };
  }
  const included = documents?.include?.find((pattern) => matchesPattern(path, pattern));
  if (included !== undefined) {
    return { isStrategy: true, reason: `${name} includes it (documents.include: ${included}).` };
  }
  const set = sets?.find(({ index }) => matchesPattern(path, index));
  if (set === undefined) return undefined;
  const title = set.title === undefined ? '' : ` "${set.title}"`;
  return { isStrategy: true, reason: `${name} names it as the index of the strategy set${title}.` };
}
