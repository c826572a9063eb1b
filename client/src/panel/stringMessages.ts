import { isRecord, isText } from './checkedMessages.ts';

/** Every text of the pages that is not the pack's or the author's, by name. `{0}` is filled in. */
export const stringNames = [
  'analyseAnyway',
  'answered',
  'asTable',
  'better',
  'betterThan',
  'cancel',
  'capabilities',
  'changesSince',
  'checklistDirty',
  'checklistHint',
  'checklistMissing',
  'collapseAll',
  'compareWith',
  'completeIt',
  'countOf',
  'date',
  'deleteNote',
  'editNote',
  'elements',
  'expandAll',
  'exportAs',
  'facetMet',
  'facetOpen',
  'facetsFromCentre',
  'facetsMet',
  'facetsOf',
  'facetsOpen',
  'flowerIntoDocument',
  'foundAtLine',
  'foundInText',
  'hide',
  'inPlace',
  'inTheFile',
  'insertSection',
  'level',
  'line',
  'lines',
  'maturity',
  'maturityChecklist',
  'missing',
  'next',
  'noChanges',
  'notAnalysed',
  'notYet',
  'note',
  'noteAdd',
  'nothingToCompare',
  'nowLevel',
  'openFile',
  'overview',
  'petals',
  'questions',
  'restartServer',
  'save',
  'source',
  'stages',
  'thin',
  'tickIt',
  'view',
  'waived',
  'worse',
  'worseThan',
] as const;

export type StringName = (typeof stringNames)[number];

export type PanelStrings = { readonly [name in StringName]: string };

export function isPanelStrings(value: unknown): value is PanelStrings {
  return isRecord(value) && stringNames.every((name) => isText(value[name]));
}

/**
 * A text with what belongs into it.
 * @param text with `{0}`, `{1}`, ...
 * @param parts what they stand for
 */
export function filled(text: string, ...parts: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index) => String(parts[Number(index)] ?? whole));
}
