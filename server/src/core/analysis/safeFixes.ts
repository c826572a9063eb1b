import type { DocumentReport, Edit } from '../report/coverageReport.ts';

/**
 * The edits of all fixes that are safe to apply unseen, one a finding; of two that overlap, the first.
 * @param report of a document
 * @returns in document order; applied again, they change nothing more
 */
export function safeEdits({ findings }: Pick<DocumentReport, 'findings'>): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes?.find(({ isSafe }) => isSafe)?.edits ?? [];
    const isFree = edits.every(({ range }) =>
      chosen.every((other) => range.end <= other.range.start || other.range.end <= range.start),
    );
    if (isFree) chosen.push(...edits);
  }
  return chosen.toSorted((a, b) => a.range.start - b.range.start);
}
