import type { SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import { normaliseText } from '../normaliseText.ts';

/**
 * The section that a comment speaks of: the one whose heading follows it, with nothing but comments
 * between; else the one that it stands in.
 * @param document with its sections
 * @param comment where it stands
 * @returns the section's index; undefined where it has no heading
 */
export function sectionBehind(
  document: StrategyDocument,
  comment: SourceRange,
): number | undefined {
  const { sections } = document;
  const next = sections.find(({ heading }) => (heading?.range.start ?? -1) >= comment.end);
  const start = next?.heading?.range.start;
  if (next !== undefined && start !== undefined) {
    if (isSilent(document, comment.end, start)) return next.index;
  }
  const around = sections.findLast(
    ({ ownRange }) => ownRange.start <= comment.start && comment.end <= ownRange.end,
  );
  return around?.heading === undefined ? undefined : around.index;
}

function isSilent({ blocks }: StrategyDocument, from: number, to: number): boolean {
  return !blocks.some(
    ({ kind, range }) => kind !== 'comment' && range.start >= from && range.end <= to,
  );
}

/**
 * The section that a heading opens.
 * @param document with its sections
 * @param heading its text
 * @returns the section's index
 */
export function sectionEntitled(document: StrategyDocument, heading: string): number | undefined {
  const wanted = normaliseText(heading);
  if (wanted === '') return undefined;
  return document.sections.find((section) => normaliseText(section.heading?.text ?? '') === wanted)
    ?.index;
}
