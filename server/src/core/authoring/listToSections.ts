import { namedCriteria } from '../analysis/namedCriteria.ts';
import { packVocabulary } from '../analysis/packVocabulary.ts';
import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { Fix } from '../report/coverageReport.ts';
import type { Say } from '../report/messages/message.ts';
import { lineText } from './cursorLine.ts';

const ITEM = /^([-*+]|\d+[.)])(\s+)(.*)$/;
/** "**Legal:** counsel", "**Legal**: counsel", "Legal: counsel", "Legal". */
const LEAD = /^(?:\*\*|__)?(.+?)(?:[:：](?:\*\*|__)?|(?:\*\*|__)\s*[:：—–-]?|\s+[—–-]|$)\s*(.*)$/;
const ENTRIES_TO_TELL = 2;
/** A name stands at the beginning of an item (UTF-16 units). */
const LONGEST_LEAD = 200;

interface Item {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Turns a list whose items name petals (or questions, or elements) into a section for each, with what
 * stands in the item below its heading.
 * @param document that was analysed
 * @param offset UTF-16, where the author is
 * @param pack the same that analysed it
 * @param say fills in messages of the editor's language
 * @returns undefined where the author is in no such list
 */
export function listToSectionsFix(
  document: StrategyDocument,
  offset: number,
  pack: Pack,
  say: Say,
): Fix | undefined {
  const cursor = lineIndexAt(document.lineStarts, offset);
  const { first, last } = listAround(document, cursor);
  const items = itemsOf(document, first, last);
  const vocabulary = packVocabulary(pack);
  const named = items.filter(({ name }) => namedCriteria(name, vocabulary).size > 0);
  // An item without a name would lose its place among the sections.
  if (named.length < ENTRIES_TO_TELL || named.length < items.length) return undefined;
  const start = document.lineStarts[first] ?? 0;
  const range = { start, end: lineEndAt(document, last) };
  const above = document.sections.findLast(({ ownRange }) => ownRange.start <= start);
  const isTop = above?.heading === undefined;
  const level = isTop ? 2 : Math.min(6, (above.heading?.level ?? 1) + 1);
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const sections = items.map(({ name, lines }) =>
    [`${'#'.repeat(level)} ${name}`, lines.join('\n').trim()].filter(Boolean).join('\n\n'),
  );
  const before = lineText(document, first - 1).trim() === '' ? '' : '\n';
  const newText = `${before}${sections.join('\n\n')}`.replaceAll('\n', eol);
  return {
    title: say('list-to-sections'),
    kind: 'list-to-sections',
    rules: [],
    criteria: [],
    at: range,
    edits: [{ range, newText }],
  };
}

/** The lines of an outermost list, nested items and paragraphs in it included. */
function listAround(
  document: StrategyDocument,
  cursor: number,
): { readonly first: number; readonly last: number } {
  const isPart = (line: number): boolean =>
    /^(?:[-*+]|\d+[.)])\s|^\s+\S/.test(lineText(document, line));
  const goesOn = (line: number, step: number): boolean =>
    isPart(line) || (lineText(document, line) === '' && isPart(line + step) && line !== cursor);
  if (!isPart(cursor)) return { first: cursor, last: cursor };
  let first = cursor;
  while (first > 0 && goesOn(first - 1, -1)) first--;
  let last = cursor;
  while (last + 1 < document.lineStarts.length && goesOn(last + 1, 1)) last++;
  return { first, last };
}

function itemsOf(document: StrategyDocument, first: number, last: number): readonly Item[] {
  const items: { name: string; lines: string[]; width: number }[] = [];
  for (let line = first; line <= last; line++) {
    const text = lineText(document, line);
    const [, mark, blanks, content] = ITEM.exec(text) ?? [];
    if (mark !== undefined && blanks !== undefined && content !== undefined) {
      const [, name = '', begun = ''] = LEAD.exec(content.slice(0, LONGEST_LEAD)) ?? [];
      const rest = begun + content.slice(LONGEST_LEAD);
      items.push({ name: name.trim(), lines: [rest], width: mark.length + blanks.length });
      continue;
    }
    const item = items.at(-1);
    item?.lines.push(text.replace(new RegExp(`^\\s{1,${item.width}}`), ''));
  }
  return items;
}
