import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import type { Edit } from '../../../server/src/core/report/coverageReport.ts';
import { checklistPack } from './checklistPack.ts';

/** Applies edits as an editor does: ranges are those of the text before any of them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.range.start - one.range.start)
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}

/** Whether a checklist file ticks an item of `checklistPack`. */
export function isTicked(text: string | null, id: string): boolean {
  return readChecklist(checklistPack, text, 'en').models.some(({ stages }) =>
    stages.some(({ items }) => items.some((item) => item.id === id && item.ticked)),
  );
}
