import { type AnalysisOptions, analyseDocument } from '../analysis/analyseDocument.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import type { StrategySet } from './strategySet.ts';

/**
 * The report of an index, judged together with its parts as one document: what a part answers counts,
 * with evidence in that file.
 * @param index as `readDocument` made it
 * @param set as `gatherSet` read it
 * @param options what applies to the index
 */
export function analyseSet(
  index: StrategyDocument,
  set: StrategySet,
  options: AnalysisOptions,
): DocumentReport {
  return analyseDocument(index, { ...options, set });
}
