import type { CriterionResult, Detection, Finding } from '../report/coverageReport.ts';

/**
 * What is said of a file that is part of a set.
 * @param index path of the set's index
 */
export function partDetection(index: string): Detection {
  return {
    isStrategy: true,
    reason: `It is part of ${index}: what it answers counts there, and what is missing is told there.`,
  };
}

/**
 * What is told in a part: nothing that the whole set is asked for, and of thin answers those that its
 * own headings promise.
 * @param findings of the file on its own
 * @param criteria the same
 */
export function findingsOfPart(
  findings: readonly Finding[],
  criteria: readonly CriterionResult[],
): readonly Finding[] {
  const promised = new Set(
    criteria.filter(({ section }) => section !== undefined).map(({ id }) => id),
  );
  return findings.filter(({ rule, criteria: about }) => {
    if (rule.startsWith('missing-')) return false;
    return rule !== 'thin-answer' || about.some((id) => promised.has(id));
  });
}
