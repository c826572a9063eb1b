import type { StrategyDocument } from '../../document/strategyDocument.ts';
import { criterionTitle, type Pack } from '../../pack/pack.ts';
import type { CriterionResult, DocumentReport, Finding, Fix } from '../../report/coverageReport.ts';
import {
  answersDirectiveEdit,
  ignoreFileEdit,
  ignoreNextEdit,
  waiverEdit,
} from './directiveEdits.ts';
import { DIRECTIVE_RULES } from './ignoredFindings.ts';

/**
 * The fixes that give the author the last word on each finding: not applicable, this section answers
 * it, ignore it here, ignore it in this file.
 * @param document that was analysed
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function directiveFixes(
  document: StrategyDocument,
  report: DocumentReport,
  pack: Pack,
): readonly Fix[] {
  return report.findings.flatMap((finding) => [
    ...finding.criteria.map((id) => waiveFix(finding, id, document, pack)),
    ...answersFix(finding, document, report, pack),
    ...ignoreFixes(finding, document),
  ]);
}

function waiveFix(finding: Finding, id: string, document: StrategyDocument, pack: Pack): Fix {
  return {
    title: `Not applicable: waive "${criterionTitle(pack, id)}" with a reason`,
    kind: 'waive',
    rules: [finding.rule],
    criteria: [id],
    edits: [waiverEdit(document, id)],
  };
}

/** Where a thin answer stands, its author may know better. */
function answersFix(
  { rule, criteria }: Finding,
  document: StrategyDocument,
  report: DocumentReport,
  pack: Pack,
): readonly Fix[] {
  const [id] = criteria;
  const result = report.criteria.find((candidate) => candidate.id === id);
  if (rule !== 'thin-answer' || id === undefined || result === undefined) return [];
  const section = sectionWithEvidence(document, result);
  if (section === undefined) return [];
  const edit = answersDirectiveEdit(document, section, id);
  if (edit === undefined) return [];
  const heading = document.sections[section]?.heading?.text ?? '';
  return [
    {
      title: `The section "${heading}" answers "${criterionTitle(pack, id)}"`,
      kind: 'answers',
      rules: [rule],
      criteria: [id],
      edits: [edit],
    },
  ];
}

/** Its own section where the evidence stands in it, else the one with the most of it. */
function sectionWithEvidence(
  document: StrategyDocument,
  { section, evidence }: CriterionResult,
): number | undefined {
  // What stands in another file of a set is no section of this one.
  const here = evidence.filter(({ path }) => path === undefined);
  const [best] = here.toSorted((a, b) => b.facets.length - a.facets.length);
  if (best === undefined) return undefined;
  const own = section === undefined ? undefined : document.sections[section]?.range;
  const isInOwn = own !== undefined && own.start <= best.range.start && best.range.end <= own.end;
  if (isInOwn) return section;
  return document.blocks.find(({ range }) => range.start === best.range.start)?.section;
}

function ignoreFixes(finding: Finding, document: StrategyDocument): readonly Fix[] {
  const { rule, criteria, range } = finding;
  const about = { rules: [rule], criteria, at: range };
  const isDirective = DIRECTIVE_RULES.has(rule);
  const here = isDirective ? undefined : ignoreNextEdit(document, range.start, rule);
  const inFile: Fix = {
    title: `Ignore ${rule} in this file`,
    kind: 'ignore-file',
    ...about,
    edits: [ignoreFileEdit(document, rule)],
  };
  if (here === undefined) return [inFile];
  return [{ title: `Ignore ${rule} here`, kind: 'ignore-next', ...about, edits: [here] }, inFile];
}
