import { sectionAt } from '../document/sections.ts';
import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { LanguageTag, Pack } from '../pack/pack.ts';
import type { DocumentReport, Fix } from '../report/coverageReport.ts';
import type { Say } from '../report/messages/message.ts';
import { addQuestionFix } from './addQuestion.ts';
import { listToSectionsFix } from './listToSections.ts';
import { sectionAnswersFixes } from './sectionAnswers.ts';

export interface AuthoringOptions {
  /** Of the editor, for titles. */
  readonly language: LanguageTag;
  readonly say: Say;
  /** Whether the editor knows tab stops. */
  readonly hasTabStops: boolean;
}

/**
 * What an author can have done at a place though nothing is wrong there.
 * @param document that was analysed
 * @param range where the author is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function authoringFixes(
  document: StrategyDocument,
  range: SourceRange,
  report: DocumentReport,
  pack: Pack,
  { language, say, hasTabStops }: AuthoringOptions,
): readonly Fix[] {
  if (!report.analysed) return [];
  const section = document.sections[sectionAt(document.sections, range.start)];
  if (section === undefined) return [];
  const isAtHeading = section.heading !== undefined && range.start <= section.heading.range.end;
  const list = listToSectionsFix(document, range.start, pack, say);
  const question = addQuestionFix(document, section, report, pack, say);
  const answers = isAtHeading
    ? sectionAnswersFixes(document, section, report, pack, language, say, hasTabStops)
    : [];
  return [...(list ? [list] : []), ...(question ? [question] : []), ...answers];
}
