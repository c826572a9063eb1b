import { type AnalysisOptions, analyseDocument } from '../core/analysis/analyseDocument.ts';
import type { LoadedConfiguration } from '../core/configuration/loadConfiguration.ts';
import type { StrategyDocument } from '../core/document/strategyDocument.ts';
import type { DocumentReport } from '../core/report/coverageReport.ts';
import { analyseSet } from '../core/set/analyseSet.ts';
import { configuredSets } from '../core/set/configuredSets.ts';
import { gatherSet, type PartDocuments } from '../core/set/gatherSet.ts';
import { owningIndex } from '../core/set/owningIndex.ts';
import type { SetHost } from '../core/set/strategySet.ts';

/** Where the files of a document's set are looked for. */
export interface SetPlace {
  readonly host: SetHost;
  /** A file's path from the folder that the host reads; undefined where it lies outside. */
  readonly pathOf: (file: string) => string | undefined;
}

/**
 * The report of one file, with the set that it leads or that it is part of.
 * @param document of the file
 * @param file as its configuration names files
 * @param place where the set's files are looked for
 * @param loaded the configuration in force
 * @param isNamed whether the user asked for this very file, not only for its folder
 * @param options what applies to it
 * @param documents read before
 */
export async function analyseWithSet(
  document: StrategyDocument,
  file: string,
  { host, pathOf }: SetPlace,
  loaded: LoadedConfiguration | undefined,
  isNamed: boolean,
  options: AnalysisOptions,
  documents: PartDocuments,
): Promise<DocumentReport> {
  const alone = analyseDocument(document, options);
  const path = pathOf(file);
  if (path === undefined) return alone;
  const sets = configuredSets(loaded, pathOf);
  const partOf = await owningIndex(path, document, sets, options.pack, host, documents);
  if (partOf !== undefined) {
    // Its folder's index tells of it; asked for by name, it tells for itself.
    const analyse = isNamed || options.analyse === 'all' ? options.analyse : 'none';
    return { ...analyseDocument(document, { ...options, analyse, partOf }), partOf };
  }
  if (!alone.analysed) return alone;
  const set = await gatherSet(path, document, sets, host, documents);
  const isAlone = set.parts.length === 0 && set.lost.length === 0;
  return isAlone ? alone : analyseSet(document, set, options);
}
