import type { StrategyDocument } from '../document/strategyDocument.ts';
import { criterionTitle, type Pack } from '../pack/pack.ts';
import type { DocumentReport, Edit, Finding, Fix } from '../report/coverageReport.ts';
import { directiveFixes } from './directives/directiveFixes.ts';
import { planSections, type SectionPlan, sectionPlacing } from './planSection.ts';

/**
 * Every fix of a document's findings, as data.
 * @param document that was analysed
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function fixesFor(
  document: StrategyDocument,
  report: DocumentReport,
  pack: Pack,
): readonly Fix[] {
  const missing = report.findings.filter(({ rule }) => rule.startsWith('missing-'));
  const placing = sectionPlacing(document, pack);
  const edits = (criteria: readonly string[]): readonly Edit[] =>
    sectionEdits(planSections(document, pack, criteria, report.language, placing));
  return [
    ...missing.flatMap((finding) =>
      finding.criteria.map((id) => ({
        title: `Insert section "${criterionTitle(pack, id)}"`,
        kind: 'insert-section',
        rules: [finding.rule],
        criteria: [id],
        edits: edits([id]),
      })),
    ),
    ...insertAll(missing, edits),
    ...directiveFixes(document, report, pack),
    ...report.findings.flatMap((finding) => finding.fixes ?? []),
  ];
}

function insertAll(
  missing: readonly Finding[],
  edits: (criteria: readonly string[]) => readonly Edit[],
): readonly Fix[] {
  const criteria = missing.flatMap((finding) => finding.criteria);
  if (criteria.length < 2) return [];
  return [
    {
      title: `Insert all ${criteria.length} missing sections`,
      kind: 'insert-all',
      rules: [...new Set(missing.map(({ rule }) => rule))],
      criteria,
      edits: edits(criteria),
    },
  ];
}

function sectionEdits(plans: readonly SectionPlan[]): readonly Edit[] {
  return plans.map(({ offset, snippet, plainText }) => ({
    range: { start: offset, end: offset },
    newText: plainText,
    snippet,
  }));
}
