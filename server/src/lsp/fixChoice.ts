import type { Range } from 'vscode-languageserver';
import type { SourceRange } from '../core/document/strategyDocument.ts';
import type { Finding, Fix } from '../core/report/coverageReport.ts';
import { valueAt } from './clientSupport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange, rangesTouch } from './documentRange.ts';

/** A fix with the findings at hand that it resolves. */
export interface ChosenFix extends Resolving {
  /** True where it is the one obvious fix here. */
  readonly preferred: boolean;
}

/** What an author most likely wants comes first; what only silences comes last. */
const kindOrder = [
  'insert-section',
  'insert-all',
  'complete-facets',
  'answers',
  'waive',
  'ignore-next',
  'ignore-file',
];

/** All but the first are never the obvious fix: they do more than one finding asks for, or silence it. */
const neverPreferred: ReadonlySet<string> = new Set(kindOrder.slice(1));

/**
 * The fixes for a place in a document, best first.
 * @param analysis of the document's current version
 * @param range where the author is
 * @param diagnostics what the client shows there, as it sent them
 * @param more fixes of its findings beside those that every door applies
 */
export function chooseFixes(
  analysis: Analysis,
  range: Range,
  diagnostics: readonly unknown[],
  more: readonly Fix[] = [],
): ChosenFix[] {
  const at = analysis.report.findings.filter(
    (finding) =>
      rangesTouch(documentRange(analysis.text, finding.range), range) ||
      diagnostics.some((diagnostic) => isAbout(diagnostic, finding)),
  );
  if (at.length === 0) return [];
  const resolving = [...analysis.fixes(), ...more].flatMap((fix): Resolving[] => {
    const findings = at.filter((finding) => resolves(fix, finding));
    return findings.length === 0 ? [] : [{ fix, findings }];
  });
  const direct = resolving.filter(({ fix }) => !neverPreferred.has(fix.kind));
  return resolving
    .map((choice) => ({ ...choice, preferred: direct.length === 1 && direct[0] === choice }))
    .sort((one, other) => order(one.fix) - order(other.fix));
}

interface Resolving {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** Sections are inserted first, then all of them, then waivers; kinds not listed here lead. */
function order(fix: Fix): number {
  return kindOrder.indexOf(fix.kind);
}

function resolves(fix: Fix, finding: Finding): boolean {
  if (!fix.rules.includes(finding.rule)) return false;
  if (fix.at !== undefined) return isSameRange(fix.at, finding.range);
  // A fix or finding about no criterion in particular belongs to its rule as a whole.
  if (fix.criteria.length === 0 || finding.criteria.length === 0) return true;
  return fix.criteria.some((criterion) => finding.criteria.includes(criterion));
}

/** @returns whether two ranges of one text are the same */
export function isSameRange(one: SourceRange, other: SourceRange): boolean {
  return one.start === other.start && one.end === other.end;
}

/** True where a diagnostic that the client sent back carries this finding's rule and criteria. */
function isAbout(diagnostic: unknown, finding: Finding): boolean {
  if (valueAt(diagnostic, ['data', 'rule']) !== finding.rule) return false;
  const criteria = valueAt(diagnostic, ['data', 'criteria']);
  return (
    Array.isArray(criteria) &&
    criteria.length === finding.criteria.length &&
    finding.criteria.every((criterion) => criteria.includes(criterion))
  );
}
