import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import {
  criterionTexts,
  type Facet,
  inLanguage,
  type LanguageTag,
  type Pack,
} from '../pack/pack.ts';
import { sectionSnippet } from '../pack/sectionSnippet.ts';
import type { CriterionResult, DocumentReport, Edit, Fix } from '../report/coverageReport.ts';
import type { Say } from '../report/messages/message.ts';

/**
 * For each thin answer: a line for every facet that it lacks, to be filled in, behind what is written.
 * Lines that are there already are not written again.
 * @param document that was analysed
 * @param report its analysis
 * @param pack the same that analysed it
 * @param language of the editor, for titles
 * @param say fills in messages of that language
 */
export function completeFacetsFixes(
  document: StrategyDocument,
  report: DocumentReport,
  pack: Pack,
  language: LanguageTag,
  say: Say,
): readonly Fix[] {
  return report.findings
    .filter(({ rule }) => rule === 'thin-answer')
    .flatMap((finding): Fix[] => {
      const result = report.criteria.find(({ id }) => id === finding.criteria[0]);
      const criterion = pack.criteria.find(({ id }) => id === result?.id);
      const last = result && lastBlock(document, result);
      if (result === undefined || criterion === undefined || last === undefined) return [];
      const lacking = criterion.facets.filter((facet) =>
        isLacking(facet, result, document, report.language),
      );
      if (lacking.length === 0) return [];
      const facets = lacking.map((facet) => inLanguage(facet.title, language)).join(', ');
      return [
        {
          title: say('complete-facets', {
            title: criterionTexts(criterion, language).title,
            facets,
          }),
          kind: 'complete-facets',
          rules: [finding.rule],
          criteria: [criterion.id],
          at: finding.range,
          edits: [facetLines(document, last, lacking, report.language)],
        },
      ];
    });
}

function isLacking(
  facet: Facet,
  { facets }: CriterionResult,
  document: StrategyDocument,
  language: LanguageTag,
): boolean {
  const isMet = facets.some(({ id, met }) => id === facet.id && met);
  return !isMet && !document.text.includes(`**${inLanguage(facet.title, language)}:**`);
}

/** Where the answer ends: its section's last block, else its last evidence. */
function lastBlock(
  { blocks }: StrategyDocument,
  { evidence, section }: CriterionResult,
): Block | undefined {
  const own = blocks.findLast(
    (block) =>
      block.section === section && block.kind !== 'comment' && block.kind !== 'link-definition',
  );
  const end = evidence.findLast(({ path }) => path === undefined)?.range.end ?? 0;
  return own ?? blocks.findLast(({ range }) => range.end <= end);
}

function facetLines(
  document: StrategyDocument,
  last: Block,
  facets: readonly Facet[],
  language: LanguageTag,
): Edit {
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const offset = lineEndAt(
    document,
    lineIndexAt(document.lineStarts, Math.max(0, last.range.end - 1)),
  );
  const body = facets
    .map(
      ({ title, missing }) =>
        `- **${inLanguage(title, language)}:** {{${inLanguage(missing, language)}}}`,
    )
    .join('\n');
  // The skeleton's own form of what is to be filled in, without its heading.
  const { snippet, plainText } = sectionSnippet(
    { heading: '', body },
    { headingLevel: 1, firstTabStop: 1 },
  );
  const goesOn = last.depth === 1 && last.ordered !== true;
  const placed = (text: string): string =>
    `${goesOn ? '\n' : '\n\n'}${text.slice(text.indexOf('-'))}`.replaceAll('\n', eol);
  return {
    range: { start: offset, end: offset },
    newText: placed(plainText),
    snippet: placed(snippet),
  };
}
