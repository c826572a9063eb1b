import {
  type ChecklistLines,
  type FileItem,
  indentation,
  isListLine,
  lastLineOf,
} from './checklistLines.ts';

/** What someone noted under an item: a list line nested in it, without a box. */
export interface ItemNote {
  /** From 0. */
  readonly line: number;
  /** `2026-12-01`; null where the note does not begin with a day. */
  readonly date: string | null;
  /** Without its day and without what escapes it. */
  readonly text: string;
}

const notePattern = /^(?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+(?!\[.?\](?:[ \t]|$))(.*)$/su;
const datePattern = /^(\d{4}-\d{2}-\d{2}):?[ \t]+(.*)$/su;

/**
 * The notes of an item: the list lines that directly follow it, nested deeper, up to a task of its
 * own or anything else.
 * @param file the lines of a checklist file
 * @param item one of its items
 */
export function readNotes(file: ChecklistLines, item: FileItem): readonly ItemNote[] {
  const own = indentation(file.lines[item.line]?.text ?? '');
  const notes: ItemNote[] = [];
  for (let index = lastLineOf(file, item) + 1; index < file.lines.length; index += 1) {
    const line = file.lines[index];
    if (line === undefined || line.verbatim !== undefined) break;
    const isNested = isListLine(line.text) && indentation(line.text) > own;
    const text = isNested ? notePattern.exec(line.text)?.[1] : undefined;
    if (text === undefined) break;
    const dated = datePattern.exec(text);
    notes.push({ line: index, date: dated?.[1] ?? null, text: decode(dated?.[2] ?? text) });
  }
  return notes;
}

/**
 * A note's line, without its line ending.
 * @param item that it is noted under
 * @param date such as `2026-12-01`, or null for none
 * @param text of the note; it becomes one line
 */
export function noteLine(item: FileItem, date: string | null, text: string): string {
  const indent = item.prefix + ' '.repeat(item.marker.length + 1);
  return `${indent}- ${date === null ? '' : `${date}: `}${encode(text)}`;
}

/** A text as one line that reads as it is written, and that is never taken for an item's comment. */
function encode(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}

function decode(text: string): string {
  return text
    .trim()
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}
