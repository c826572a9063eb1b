import type { LanguageTag, Pack } from '../../pack/pack.ts';
import type { Edit } from '../../report/coverageReport.ts';
import { type ChecklistLines, lastLineOf, readChecklistLines } from './checklistLines.ts';
import { insertItem } from './insertItem.ts';
import { noteLine, readNotes } from './itemNotes.ts';
import { type MatchedChecklist, matchItems } from './matchItems.ts';
import { newChecklist } from './newChecklist.ts';
import { type PlacedItem, packItems } from './packItems.ts';

/** What shall stand in a note. */
export interface NoteChange {
  /** The line of the note that it replaces, from 0; null adds one. */
  readonly line: number | null;
  /** `2026-12-01`, or null for none. */
  readonly date: string | null;
  /** Empty removes the note. */
  readonly text: string;
}

/**
 * The smallest change of a checklist file that adds, changes or removes a note of an item. An item
 * that the file does not have is inserted unticked, with the note.
 * @param pack the framework that the item belongs to
 * @param text the file as it is; null where there is none
 * @param itemId the item that the note belongs to
 * @param change what shall stand there
 * @param language the language to write a missing item, or a new file, in
 * @returns edits in offsets of `text` (of the empty text where it is null); none where nothing has
 * to change, where the pack has no such item, and where no note of the item stands in that line
 */
export function noteChecklistItem(
  pack: Pack,
  text: string | null,
  itemId: string,
  change: NoteChange,
  language: LanguageTag,
): readonly Edit[] {
  const wanted = packItems(pack).find(({ item }) => item.id === itemId);
  const isEmpty = change.text.trim() === '';
  if (wanted === undefined || (isEmpty && change.line === null)) return [];
  const before = text ?? '';
  const withItem = change.line === null ? withItemIn(pack, before, wanted, language) : before;
  const file = readChecklistLines(withItem);
  const matched = matchItems(pack, file);
  const after = withNote(file, matched, itemId, change);
  return after === undefined || after === before ? [] : [editBetween(before, after)];
}

/** The text with the item in it. */
function withItemIn(pack: Pack, text: string, wanted: PlacedItem, language: LanguageTag): string {
  const file = readChecklistLines(text);
  const matched = matchItems(pack, file);
  if (matched.found.has(wanted.item.id)) return text;
  if (file.lines.every((line) => line.isBlank)) {
    const apart = file.lines.at(-1)?.text === '' ? '' : file.ending;
    return text + apart + newChecklist(pack, language, undefined, file.ending);
  }
  const { range, newText } = insertItem(file, matched, wanted, false, language);
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

function withNote(
  file: ChecklistLines,
  { found }: MatchedChecklist,
  itemId: string,
  { line, date, text }: NoteChange,
): string | undefined {
  const item = found.get(itemId)?.fileItem;
  if (item === undefined) return undefined;
  const notes = readNotes(file, item);
  const written = noteLine(item, date, text);
  if (line === null) {
    const above = file.lines[notes.at(-1)?.line ?? lastLineOf(file, item)];
    if (above === undefined) return undefined;
    return `${file.text.slice(0, above.end)}${file.ending}${written}${file.text.slice(above.end)}`;
  }
  const replaced = notes.some((note) => note.line === line) ? file.lines[line] : undefined;
  if (replaced === undefined) return undefined;
  if (text.trim() !== '') {
    return file.text.slice(0, replaced.start) + written + file.text.slice(replaced.end);
  }
  const before = file.lines[line - 1]?.end ?? 0;
  return file.text.slice(0, before) + file.text.slice(replaced.end);
}

/** The one edit that makes a text of another, as short as it can be. */
function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const range = { start, end: before.length - same };
  return { range, newText: after.slice(start, after.length - same) };
}
