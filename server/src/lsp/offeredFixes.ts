import type { Range } from 'vscode-languageserver';
import { safeEdits } from '../core/analysis/safeFixes.ts';
import { authoringFixes } from '../core/authoring/authoringFixes.ts';
import { completeFacetsFixes } from '../core/authoring/completeFacets.ts';
import type { Fix } from '../core/report/coverageReport.ts';
import type { Analysis } from './documentAnalyses.ts';
import type { Session } from './session.ts';

/** What an editor runs on saving, where its author wants that. */
export const fixAllKind = 'source.fixAll.ospoStrategy';

/** For each thin answer of a document, what would complete it. */
export function completions(
  { language, say }: Session,
  { document, pack, report }: Analysis,
): readonly Fix[] {
  return completeFacetsFixes(document, report, pack, language, say);
}

/** What an author can have done at a place though nothing is wrong there. */
export function authoringFixesAt(
  { language, say, support }: Session,
  { document, pack, report, text }: Analysis,
  range: Range,
): readonly Fix[] {
  const place = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
  const hasTabStops = support.snippetEdits;
  return authoringFixes(document, place, report, pack, { language, say, hasTabStops });
}

/** All that is safe to repair, as one fix; none where there is nothing. */
export function fixAll({ say }: Session, { report }: Analysis): readonly Fix[] {
  const edits = safeEdits(report);
  if (edits.length === 0) return [];
  return [{ title: say('fix-all'), kind: 'fix-all', rules: [], criteria: [], edits }];
}
