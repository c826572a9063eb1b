import type { LanguageTag, Pack } from '../../pack/pack.ts';
import type { Edit } from '../../report/coverageReport.ts';
import { readChecklistLines } from './checklistLines.ts';
import { insertItem } from './insertItem.ts';
import { matchItems } from './matchItems.ts';
import { newChecklist } from './newChecklist.ts';
import { packItems } from './packItems.ts';

/**
 * The smallest change of a checklist file that ticks or unticks an item: the one character in its
 * box. An item that the file does not have is inserted when it is ticked.
 * @param pack the framework that the item belongs to
 * @param text the file as it is; null where there is none
 * @param itemId the item to tick or untick
 * @param ticked whether it shall be ticked
 * @param language the language to write a missing item, or a new file, in
 * @returns edits in offsets of `text` (of the empty text where it is null); none where nothing has
 * to change, and none for an item that the pack does not have
 */
export function tickChecklistItem(
  pack: Pack,
  text: string | null,
  itemId: string,
  ticked: boolean,
  language: LanguageTag,
): readonly Edit[] {
  const wanted = packItems(pack).find(({ item }) => item.id === itemId);
  if (wanted === undefined) return [];
  const file = readChecklistLines(text ?? '');
  const matched = matchItems(pack, file);
  const fileItem = matched.found.get(itemId)?.fileItem;
  if (fileItem !== undefined) {
    if (/^[xX]$/.test(fileItem.box) === ticked) return [];
    const range = { start: fileItem.boxStart, end: fileItem.boxStart + fileItem.box.length };
    return [{ range, newText: ticked ? 'x' : ' ' }];
  }
  if (!ticked) return [];
  if (file.lines.every((line) => line.isBlank)) {
    const end = file.text.length;
    const apart = file.lines.at(-1)?.text === '' ? '' : file.ending;
    const newText = apart + newChecklist(pack, language, itemId, file.ending);
    return [{ range: { start: end, end }, newText }];
  }
  return [insertItem(file, matched, wanted, true, language)];
}
