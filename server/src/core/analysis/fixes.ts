import type { StrategyDocument } from '../document/strategyDocument.ts';
import { inLanguage, type LanguageTag, type Pack } from '../pack/pack.ts';
import type { DocumentReport, Edit, Finding, Fix } from '../report/coverageReport.ts';
import { planSections } from './planSection.ts';

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
  return report.findings.flatMap((finding) => {
    if (finding.rule.startsWith('missing-')) return missingFixes(finding, document, report, pack);
    if (finding.rule === 'unwritten-section') {
      return finding.criteria.map((id) => waiveFix(finding, id, document, pack));
    }
    return [];
  });
}

function missingFixes(
  finding: Finding,
  document: StrategyDocument,
  report: DocumentReport,
  pack: Pack,
): readonly Fix[] {
  const language = sectionLanguage(report.language, pack);
  const insertOne = finding.criteria.map((id) => ({
    title: `Insert section "${titleOf(id, pack)}"`,
    kind: 'insert-section',
    rule: finding.rule,
    criteria: [id],
    edits: sectionEdits(document, pack, [id], language),
  }));
  const missing = report.findings
    .filter(({ rule }) => rule.startsWith('missing-'))
    .flatMap(({ criteria }) => criteria);
  const insertAll = {
    title: `Insert all ${missing.length} missing sections`,
    kind: 'insert-all',
    rule: finding.rule,
    criteria: missing,
    edits: sectionEdits(document, pack, missing, language),
  };
  return [
    ...insertOne,
    ...(missing.length > 1 ? [insertAll] : []),
    ...finding.criteria.map((id) => waiveFix(finding, id, document, pack)),
  ];
}

function titleOf(id: string, pack: Pack): string {
  return pack.criteria.find((criterion) => criterion.id === id)?.texts.en.title ?? id;
}

/** The document's language where the pack has skeletons in it, else English. */
function sectionLanguage(language: LanguageTag, pack: Pack): LanguageTag {
  const texts = pack.criteria[0]?.texts;
  return texts === undefined
    ? 'en'
    : inLanguage({ ...texts }, language) === texts.en
      ? 'en'
      : language;
}

function sectionEdits(
  document: StrategyDocument,
  pack: Pack,
  criteria: readonly string[],
  language: LanguageTag,
): readonly Edit[] {
  return planSections(document, pack, criteria, language).map(({ offset, snippet, plainText }) => ({
    range: { start: offset, end: offset },
    newText: plainText,
    snippet,
  }));
}

/** The waiver goes to the end, where it disturbs no reader; it takes effect once it has a reason. */
function waiveFix(finding: Finding, id: string, document: StrategyDocument, pack: Pack): Fix {
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const end = document.text.trimEnd().length;
  const hasFinalLineEnd = document.text.length > end;
  const directive = (reason: string): string =>
    `${eol}${eol}<!-- ospo-strategy: not-applicable ${id} reason="${reason}" -->${hasFinalLineEnd ? '' : eol}`;
  return {
    title: `Not applicable: waive "${titleOf(id, pack)}" with a reason`,
    kind: 'waive',
    rule: finding.rule,
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
