import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import { cursorLine } from './cursorLine.ts';
import { directiveProposals } from './directiveProposals.ts';
import { entryProposals } from './entryProposals.ts';
import { frontMatterProposals } from './frontMatterProposals.ts';
import { headingProposals } from './headingProposals.ts';
import type { Proposal } from './proposal.ts';

/** Nobody writes in a longer line by hand (UTF-16 units). */
const LONGEST_LINE = 10_000;

/**
 * What an author can write at a cursor. Empty in prose, in code, and in files that are no strategies,
 * but for the front matter, where a file can be made one.
 * @param document as its author has it
 * @param offset UTF-16, where the cursor is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function proposalsAt(
  document: StrategyDocument,
  offset: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  if (cursorLine(document, offset).text.length > LONGEST_LINE) return [];
  const inFrontMatter = frontMatterProposals(document, offset, report, pack);
  if (inFrontMatter.length > 0 || !report.analysed) return inFrontMatter;
  const isInside = document.frontMatter !== undefined && offset < document.frontMatter.range.end;
  if (isInside) return [];
  for (const proposals of [directiveProposals, headingProposals, entryProposals]) {
    const found = proposals(document, offset, report, pack);
    if (found.length > 0) return found;
  }
  return [];
}
