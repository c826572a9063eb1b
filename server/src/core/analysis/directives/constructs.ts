import type { Block, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';

/**
 * What stands behind a place: a heading, or a paragraph, or a whole list or table.
 * @param document to look into
 * @param offset UTF-16
 * @returns its range; empty at the end of the text where nothing follows
 */
export function constructBehind(document: StrategyDocument, offset: number): SourceRange {
  const { blocks, sections, text } = document;
  const nothing = { start: text.length, end: text.length };
  const index = blocks.findIndex(({ kind, range }) => kind !== 'comment' && range.start >= offset);
  const block = blocks[index];
  const heading = sections.find(({ heading: own }) => (own?.range.start ?? -1) >= offset)?.heading;
  if (heading !== undefined && heading.range.start < (block?.range.start ?? text.length)) {
    return heading.range;
  }
  if (block === undefined) return nothing;
  let last = block;
  for (const following of blocks.slice(index + 1)) {
    if (!areOne(block, following)) break;
    last = following;
  }
  return { start: block.range.start, end: Math.max(block.range.end, last.range.end) };
}

/**
 * Where the heading, paragraph, list or table begins that a place lies in.
 * @param document to look into
 * @param offset UTF-16
 * @returns undefined where it lies in none of them
 */
export function constructStart(document: StrategyDocument, offset: number): number | undefined {
  const { blocks, sections } = document;
  const heading = sections.find(
    ({ heading: own }) => own !== undefined && own.range.start <= offset && offset < own.range.end,
  )?.heading;
  if (heading !== undefined) return heading.range.start;
  let index = blocks.findLastIndex(
    ({ kind, range }) => kind !== 'comment' && range.start <= offset,
  );
  const block = blocks[index];
  if (block === undefined || offset >= Math.max(block.range.end, block.range.start + 1)) return;
  while (index > 0) {
    const before = blocks[index - 1];
    if (before === undefined || !areOne(before, block)) break;
    index--;
  }
  return blocks[index]?.range.start;
}

/** Rows of one table, items of one list. */
function areOne(one: Block, other: Block): boolean {
  const areRows = one.kind === 'table-row' && other.kind === 'table-row';
  const areItems = one.depth !== undefined && other.depth !== undefined;
  return one.section === other.section && (areRows || areItems);
}
