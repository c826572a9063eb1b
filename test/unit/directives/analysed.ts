import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { fixesFor } from '../../../server/src/core/analysis/fixes.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type {
  CriterionResult,
  DocumentReport,
  Finding,
  Fix,
} from '../../../server/src/core/report/coverageReport.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';
import { applyEdits } from '../analysis/applyEdits.ts';

/** The day on which all tests of directives take place. */
export const today = '2026-12-01';

export interface Analysed {
  readonly text: string;
  readonly report: DocumentReport;
  readonly fixes: readonly Fix[];
}

/** A text's analysis and fixes, on that day. */
export function analysed(text: string, absent: 'each' | 'summary' = 'each'): Analysed {
  const document = readDocument(text);
  const options = { path: 'x.md', pack, analyse: 'all', absent, today } as const;
  const report = analyseDocument(document, options);
  return { text, report, fixes: fixesFor(document, report, pack) };
}

/** One criterion's result. */
export function resultOf(text: string, id: string): CriterionResult {
  const result = analysed(text).report.criteria.find((candidate) => candidate.id === id);
  if (result === undefined) throw new Error(`There is no ${id}.`);
  return result;
}

/** What is said about directives: rule, the words that it marks, message. */
export function saidOf(text: string): string[] {
  return directiveFindings(text).map(
    ({ rule, range, message }) => `${rule} "${text.slice(range.start, range.end)}": ${message}`,
  );
}

export function directiveFindings(text: string): Finding[] {
  return analysed(text).report.findings.filter(({ rule }) => rule.endsWith('-directive'));
}

/** The text after a fix, chosen by its title. */
export function fixed(text: string, title: string | RegExp): string {
  const { fixes } = analysed(text);
  const fix = fixes.find((candidate) => candidate.title.match(title) !== null);
  if (fix === undefined) {
    throw new Error(`No "${title}" in: ${fixes.map((each) => each.title).join('; ')}`);
  }
  return applyEdits(text, fix.edits);
}
