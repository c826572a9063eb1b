import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { CriterionKind } from '../pack/pack.ts';
import type { CriterionResult, DocumentReport } from './coverageReport.ts';

/**
 * The criteria that a section is about: those that its heading or its author names, then those with
 * evidence directly below the heading.
 * @param document that was analysed
 * @param report its analysis
 * @param section its index
 */
export function criteriaInSection(
  document: StrategyDocument,
  report: DocumentReport,
  section: number,
): readonly CriterionResult[] {
  const found = document.sections[section];
  if (found === undefined) return [];
  const isInside = ({ start, end }: SourceRange): boolean =>
    found.ownRange.start <= start && end <= found.ownRange.end;
  const own = report.criteria.filter((result) => result.section === section);
  const others = report.criteria.filter(
    (result) =>
      result.section !== section &&
      result.evidence.some(({ path, range }) => path === undefined && isInside(range)),
  );
  return [...own, ...others];
}

/** How much of what is asked is answered; what does not apply is not asked. */
export interface CoverageCounts {
  readonly questions: number;
  readonly allQuestions: number;
  readonly petals: number;
  readonly allPetals: number;
  /** Thin answers of all kinds. */
  readonly thin: number;
}

/**
 * @param report of an analysed document
 */
export function coverageCounts({ criteria }: DocumentReport): CoverageCounts {
  const asked = (kind: CriterionKind): readonly CriterionResult[] =>
    criteria.filter((result) => result.kind === kind && result.level !== 'not-applicable');
  const answered = (kind: CriterionKind): number =>
    asked(kind).filter(({ level }) => level === 'answered').length;
  return {
    questions: answered('question'),
    allQuestions: asked('question').length,
    petals: answered('petal'),
    allPetals: asked('petal').length,
    thin: criteria.filter(({ level }) => level === 'partial').length,
  };
}
