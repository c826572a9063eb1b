import { type LinePosition, linePositionAt } from '../document/linePosition.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { CriterionKind } from '../pack/pack.ts';
import type { DocumentReport, Level } from './coverageReport.ts';

/** Where a strategy speaks of a criterion: small enough to keep of every file. */
export interface CoverageSymbol {
  readonly criterion: string;
  readonly kind: CriterionKind;
  readonly level: Level;
  /** The section's heading, where it has one of its own. */
  readonly heading?: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/**
 * The place of each criterion that a document says something of: its section's heading, else its first
 * evidence.
 * @param document that was analysed
 * @param report its analysis
 */
export function coverageSymbols(
  document: StrategyDocument,
  report: DocumentReport,
): readonly CoverageSymbol[] {
  return report.criteria.flatMap(({ id, kind, level, section, evidence, waiver }) => {
    const heading = section === undefined ? undefined : document.sections[section]?.heading;
    const first = evidence.find(({ path }) => path === undefined);
    const range = heading?.range ?? first?.range ?? waiver?.range;
    if (range === undefined) return [];
    return [
      {
        criterion: id,
        kind,
        level,
        ...(heading === undefined ? {} : { heading: heading.text }),
        start: linePositionAt(document, range.start),
        end: linePositionAt(document, range.end),
      },
    ];
  });
}
