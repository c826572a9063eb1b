import type { Block, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import type { CriterionResult, Evidence } from '../../report/coverageReport.ts';
import type { Eligibility, IneligibleReason } from '../eligibleText.ts';
import type { AnswersDirective, Directives, WaiverDirective } from './directives.ts';

/**
 * The criteria that an author says a section answers, by the section's index.
 * @param directives of the document
 */
export function declaredSections({
  answers,
}: Pick<Directives, 'answers'>): ReadonlyMap<number, ReadonlySet<string>> {
  const sections = new Map<number, Set<string>>();
  for (const { section, criterion } of answers) {
    sections.set(section, (sections.get(section) ?? new Set()).add(criterion));
  }
  return sections;
}

/**
 * Gives the author the last word: what they say is answered is answered, unless nothing is written
 * there; what they say does not apply does not.
 * @param results from the text alone
 * @param directives of the document
 * @param document that was judged
 * @param eligibility of its blocks
 * @returns the same results, `textLevel` telling what the text alone shows where the author decided
 */
export function withAuthorsWord(
  results: readonly CriterionResult[],
  { waivers, answers }: Pick<Directives, 'waivers' | 'answers'>,
  document: StrategyDocument,
  eligibility: readonly Eligibility[],
): readonly CriterionResult[] {
  if (waivers.size === 0 && answers.length === 0) return results;
  return results.map((result) => {
    const waiver = waivers.get(result.id);
    if (waiver !== undefined) return waived(result, waiver);
    const written = answers.filter(
      ({ criterion, section }) =>
        criterion === result.id && isWritten(document, section, eligibility),
    );
    return written.length === 0 ? result : answered(result, written, document);
  });
}

function waived(result: CriterionResult, { reason, range }: WaiverDirective): CriterionResult {
  return {
    ...result,
    level: 'not-applicable',
    textLevel: result.level,
    waiver: { reason, range },
    because: `The author waives it: ${reason}`,
  };
}

function answered(
  result: CriterionResult,
  answers: readonly AnswersDirective[],
  document: StrategyDocument,
): CriterionResult {
  const sections = answers.map(({ section }) => section);
  const evidence = answers.map(({ section }) => sectionEvidence(result, document, section));
  const titles = sections.map((section) => document.sections[section]?.heading?.text ?? '');
  return {
    ...result,
    level: 'answered',
    textLevel: result.level,
    evidence: evidence.toSorted((a, b) => a.range.start - b.range.start),
    section: Math.min(...sections),
    because: `The author says that the section "${titles.join('", "')}" answers it.`,
  };
}

function sectionEvidence(
  { evidence }: CriterionResult,
  document: StrategyDocument,
  section: number,
): Evidence {
  const range = writtenRange(document, section);
  const inside = evidence.filter(
    (piece) =>
      piece.path === undefined && range.start <= piece.range.start && piece.range.end <= range.end,
  );
  return {
    range,
    facets: [...new Set(inside.flatMap(({ facets }) => facets))],
    specific: inside.some(({ specific }) => specific),
    words: [...new Set(inside.flatMap(({ words }) => words))],
  };
}

/** From the heading to the last thing below it. */
function writtenRange(document: StrategyDocument, section: number): SourceRange {
  const { start, end } = document.sections[section]?.range ?? { start: 0, end: 0 };
  const last = document.blocks.findLast(
    ({ kind, range }) => kind !== 'comment' && start <= range.start && range.end <= end,
  );
  return { start, end: Math.max(start, last?.range.end ?? end) };
}

/** Nobody's answer, whatever the author says. */
const UNWRITTEN: ReadonlySet<IneligibleReason> = new Set([
  'not-prose',
  'placeholder',
  'prompt',
  'question',
  'restated-question',
  'table-header',
]);

/**
 * Whether a section, with all below it, holds more than placeholders, prompts and questions.
 * @param document that it stands in
 * @param section its index
 * @param eligibility of the document's blocks
 */
export function isWritten(
  document: StrategyDocument,
  section: number,
  eligibility: readonly Eligibility[],
): boolean {
  const range = document.sections[section]?.range;
  if (range === undefined) return false;
  return document.blocks.some(
    (block, index) =>
      range.start <= block.range.start &&
      block.range.end <= range.end &&
      counts(block, eligibility[index]),
  );
}

function counts({ kind }: Block, text: Eligibility | undefined): boolean {
  if (kind === 'code') return true;
  return text?.eligible === true || (text !== undefined && !UNWRITTEN.has(text.because));
}
