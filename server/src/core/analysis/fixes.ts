import type { StrategyDocument } from '../document/strategyDocument.ts';
import { criterionTitle, type Pack } from '../pack/pack.ts';
import type { DocumentReport, Edit, Finding, Fix } from '../report/coverageReport.ts';
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
  const unwritten = report.findings.filter(({ rule }) => rule === 'unwritten-section');
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
    ...[...missing, ...unwritten].flatMap(({ rule, criteria }) =>
      criteria.map((id) => waiveFix(rule, id, document, pack)),
    ),
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

/** The waiver goes to the end, where it disturbs no reader; it takes effect once it has a reason. */
function waiveFix(rule: string, id: string, document: StrategyDocument, pack: Pack): Fix {
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const end = document.text.trimEnd().length;
  const hasFinalLineEnd = document.text.length > end;
  const directive = (reason: string): string =>
    `${eol}${eol}<!-- ospo-strategy: not-applicable ${id} reason="${reason}" -->${hasFinalLineEnd ? '' : eol}`;
  return {
    title: `Not applicable: waive "${criterionTitle(pack, id)}" with a reason`,
    kind: 'waive',
    rules: [rule],
    criteria: [id],
    edits: [
      {
        range: { start: end, end },
        newText: directive(''),
        snippet: directive('$1'),
      },
    ],
  };
}
