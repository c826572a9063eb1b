import type { StrategyDocument } from '../../document/strategyDocument.ts';
import type { CriterionResult, Finding } from '../../report/coverageReport.ts';
import { namedCriteria } from '../namedCriteria.ts';
import type { PackVocabulary } from '../packVocabulary.ts';
import { directiveFinding, removeNameFix } from './directiveFindings.ts';
import type { Directives } from './directives.ts';

/**
 * The author's words that change nothing: a waiver of what the text answers, the claim of an answer
 * that the text alone shows in that very section.
 * @param directives of the document
 * @param criteria judged, with what the text alone shows
 * @param document that they stand in
 * @param vocabulary of the pack
 */
export function unusedDirectives(
  { waivers, answers }: Pick<Directives, 'waivers' | 'answers'>,
  criteria: readonly CriterionResult[],
  document: StrategyDocument,
  vocabulary: PackVocabulary,
): readonly Finding[] {
  const isAnswered = (id: string): boolean =>
    criteria.some((result) => result.id === id && result.textLevel === 'answered');
  const idleWaivers = [...waivers.values()].filter(({ criterion }) => isAnswered(criterion));
  const idleAnswers = answers.filter(({ criterion, section }) => {
    const heading = document.sections[section]?.heading?.text ?? '';
    return isAnswered(criterion) && namedCriteria(heading, vocabulary).has(criterion);
  });
  return [
    ...idleWaivers.map(({ criterion, name, written }) => {
      const message = `The document answers ${criterion}, so this waiver hides an answer. Remove it, if the answer is one.`;
      return directiveFinding('unused-directive', name.range, message, [
        removeNameFix(written, name),
      ]);
    }),
    ...idleAnswers.map(({ criterion, name, written }) => {
      const message = `The section is seen to answer ${criterion} without being told. This directive can go.`;
      return directiveFinding('unused-directive', name.range, message, [
        { ...removeNameFix(written, name), isSafe: true },
      ]);
    }),
  ];
}
