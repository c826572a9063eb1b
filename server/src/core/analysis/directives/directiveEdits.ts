import { lineEndAt, lineIndexAt } from '../../document/linePosition.ts';
import type { StrategyDocument } from '../../document/strategyDocument.ts';
import type { Edit } from '../../report/coverageReport.ts';
import { constructStart } from './constructs.ts';
import { lineEndOf } from './lineRemoval.ts';

/**
 * The edit by which an author says that a section answers a criterion: a comment before its heading.
 * @param document that holds the section
 * @param section its index
 * @param criterion an id
 * @returns undefined where the section has no heading to stand before
 */
export function answersDirectiveEdit(
  document: StrategyDocument,
  section: number,
  criterion: string,
): Edit | undefined {
  const heading = document.sections[section]?.heading;
  if (heading === undefined || isInFrontMatter(document, heading.range.start)) return undefined;
  return commentBefore(document, heading.range.start, `answers ${criterion}`);
}

/**
 * The edit by which an author waives a criterion: a comment at the document's end, where it disturbs
 * no reader. It takes effect once its reason is written.
 * @param document to write into
 * @param criterion an id
 */
export function waiverEdit(document: StrategyDocument, criterion: string): Edit {
  const waiver = (reason: string): string => `not-applicable ${criterion} reason="${reason}"`;
  const { newText: snippet } = commentAtEnd(document, waiver('$1'));
  return { ...commentAtEnd(document, waiver('')), snippet };
}

/**
 * The edit that has one rule ignored for what stands at a place.
 * @param document to write into
 * @param offset UTF-16, where the finding begins
 * @param rule an id
 * @returns undefined where nothing can stand before the place
 */
export function ignoreNextEdit(
  document: StrategyDocument,
  offset: number,
  rule: string,
): Edit | undefined {
  if (isInFrontMatter(document, offset)) return undefined;
  const start = constructStart(document, offset);
  return start === undefined ? undefined : commentBefore(document, start, `ignore-next ${rule}`);
}

/**
 * The edit that has one rule ignored in the whole file: a comment at its end.
 * @param document to write into
 * @param rule an id
 */
export function ignoreFileEdit(document: StrategyDocument, rule: string): Edit {
  return commentAtEnd(document, `ignore-file ${rule}`);
}

function commentAtEnd({ text }: StrategyDocument, directive: string): Edit {
  const eol = lineEndOf(text);
  const end = text.trimEnd().length;
  const lead = end === 0 ? '' : `${eol}${eol}`;
  const trail = text.length > end ? '' : eol;
  const newText = `${lead}<!-- ospo-strategy: ${directive} -->${trail}`;
  return { range: { start: end, end }, newText };
}

/** On a line of its own, a blank line behind it, as far in as the line that it precedes. */
function commentBefore(document: StrategyDocument, offset: number, directive: string): Edit {
  const { lineStarts, text } = document;
  const line = lineIndexAt(lineStarts, offset);
  const hasMark = line === 0 && text.startsWith('\ufeff');
  const start = (lineStarts[line] ?? 0) + (hasMark ? 1 : 0);
  const indent = /^[^\S\r\n]*/.exec(text.slice(start, lineEndAt(document, line)))?.[0] ?? '';
  const eol = lineEndOf(text);
  const newText = `${indent}<!-- ospo-strategy: ${directive} -->${eol}${eol}`;
  return { range: { start, end: start }, newText };
}

function isInFrontMatter({ frontMatter }: StrategyDocument, offset: number): boolean {
  return frontMatter !== undefined && offset < frontMatter.range.end;
}
