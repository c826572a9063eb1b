import type { CoverageReport, CriterionResult, DocumentReport } from './coverageReport.ts';
import { lineSpan } from './lineSpan.ts';

/**
 * The report as the command line's contract has it: plain data, lines from 1. Keys may be added,
 * never renamed.
 * @param report to render
 * @param lineStartsOf the offsets at which a document's lines start, by path
 */
export function jsonReport(
  report: CoverageReport,
  lineStartsOf: (path: string) => readonly number[],
): unknown {
  return {
    schemaVersion: report.schemaVersion,
    pack: report.pack,
    documents: report.documents.map((document) =>
      jsonDocument(document, lineStartsOf(document.path)),
    ),
  };
}

function jsonDocument(document: DocumentReport, lineStarts: readonly number[]): unknown {
  const { path, language, detection, analysed, partOf, parts } = document;
  const { criteria, findings } = document;
  return {
    path,
    language,
    detection,
    analysed,
    ...(partOf === undefined ? {} : { partOf }),
    ...(parts === undefined ? {} : { parts }),
    criteria: criteria.map((criterion) => jsonCriterion(criterion, lineStarts)),
    maturity: jsonMaturity(document, lineStarts),
    diagnostics: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      ...lineSpan(lineStarts, finding.range),
      message: finding.message,
      criteria: finding.criteria,
    })),
  };
}

/** Stages, and the items that the text supports. */
function jsonMaturity({ maturity }: DocumentReport, lineStarts: readonly number[]): unknown {
  const models = Object.entries(maturity).map(([model, { stage, items }]) => {
    const supported = items.filter(({ evidence }) => evidence.length > 0);
    return [
      model,
      {
        stage,
        items: supported.map(({ id, stage: of, evidence }) => ({
          id,
          stage: of,
          evidence: evidence.map(({ range, path, lines, words }) => ({
            ...(path === undefined ? {} : { path }),
            ...(lines ?? lineSpan(lineStarts, range)),
            words,
          })),
        })),
      },
    ] as const;
  });
  return Object.fromEntries(models);
}

function jsonCriterion(criterion: CriterionResult, lineStarts: readonly number[]): unknown {
  const { id, kind, level, because, facets, evidence, waiver } = criterion;
  return {
    id,
    kind,
    level,
    because,
    facets,
    evidence: evidence.map(({ range, path, lines, facets: met, specific, words }) => ({
      ...(path === undefined ? {} : { path }),
      ...(lines ?? lineSpan(lineStarts, range)),
      facets: met,
      specific,
      words,
    })),
    ...(waiver === undefined ? {} : { waiver: { reason: waiver.reason } }),
  };
}
