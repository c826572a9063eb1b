import { inLanguage, type LanguageTag } from '../../pack/pack.ts';
import type { Edit } from '../../report/coverageReport.ts';
import { type ChecklistLines, indentation, isListLine } from './checklistLines.ts';
import type { FoundItem, MatchedChecklist, PlacedHeading } from './matchItems.ts';
import { asMarkdownLine, itemLine, type PlacedItem } from './packItems.ts';

/**
 * Puts an item that the file does not have where a reader expects it: beside the other
 * items of its stage, else under its stage's heading, which is made where it is missing.
 * @param file the lines of the file
 * @param matched what stands in them
 * @param wanted the item, which `matched` does not have
 * @param ticked whether it is ticked
 * @param language the language to write its words in
 * @returns one insertion of whole lines
 */
export function insertItem(
  file: ChecklistLines,
  matched: MatchedChecklist,
  wanted: PlacedItem,
  ticked: boolean,
  language: LanguageTag,
): Edit {
  const line = (lead?: string): string =>
    itemLine(inLanguage(wanted.item.title, language), wanted.item.id, ticked, lead);
  const beside = placeBesideSibling(file, matched, wanted);
  if (beside !== undefined) {
    return insertLines(file, beside.before, [line(leadOf(beside.sibling))]);
  }
  const heading = matched.headings.find(({ stage }) => stage === wanted.stage);
  if (heading !== undefined) {
    return insertLines(file, ownEnd(file, matched, heading), [line()], true);
  }
  const place = placeOfStage(file, matched, wanted);
  const level = place.modelLevel ?? 2;
  const stageHeading = `${marks(level + 1)} ${asMarkdownLine(inLanguage(wanted.stage.title, language))}`;
  const modelHeading = `${marks(level)} ${asMarkdownLine(inLanguage(wanted.model.title, language))}`;
  const headings =
    place.modelLevel === undefined ? [modelHeading, '', stageHeading] : [stageHeading];
  return insertLines(file, place.before, [...headings, '', line()], true);
}

function marks(level: number): string {
  return '#'.repeat(Math.min(level, 6));
}

function leadOf({ fileItem }: FoundItem): string {
  const number = /^(\d+)(.)$/.exec(fileItem.marker);
  const marker =
    number === null
      ? fileItem.marker
      : `${Math.min(Number(number[1]) + 1, 999_999_999)}${number[2]}`;
  return `${fileItem.prefix}${marker} `;
}

/** After the nearest item of the same stage that comes earlier in the pack, else before a later one. */
function placeBesideSibling(
  file: ChecklistLines,
  matched: MatchedChecklist,
  wanted: PlacedItem,
): { before: number; sibling: FoundItem } | undefined {
  const order = wanted.stage.items;
  const at = order.indexOf(wanted.item);
  const found = (items: typeof order): FoundItem | undefined =>
    items.map(({ id }) => matched.found.get(id)).find((each) => each !== undefined);
  const earlier = found(order.slice(0, at).toReversed());
  if (earlier !== undefined)
    return { before: itemEnd(file, earlier.fileItem.line), sibling: earlier };
  const later = found(order.slice(at + 1));
  return later === undefined ? undefined : { before: later.fileItem.line, sibling: later };
}

/** The line after an item, its notes and its nested items. */
function itemEnd(file: ChecklistLines, item: number): number {
  const own = indentation(file.lines[item]?.text ?? '');
  const headingLines = new Set(file.headings.map(({ firstLine }) => firstLine));
  let end = item + 1;
  for (let index = end; index < file.lines.length; index += 1) {
    const line = file.lines[index];
    if (line === undefined || endsInNothing(file, index) || headingLines.has(index)) break;
    const insideBlock = line.verbatim !== undefined && line.verbatim.first < index;
    if (line.isBlank && !insideBlock) continue;
    const deeper = indentation(line.text) > own;
    const goesOn = end === index && !isListLine(line.text);
    if (!insideBlock && !deeper && !goesOn) break;
    end = index + 1;
  }
  return end;
}

/** True inside a fence or comment that nothing closes: what is put after it would not be read. */
function endsInNothing(file: ChecklistLines, line: number): boolean {
  const verbatim = file.lines[line]?.verbatim;
  return verbatim !== undefined && verbatim.last >= file.lines.length;
}

/** The line before which the text directly under a heading ends. */
function ownEnd(
  file: ChecklistLines,
  matched: MatchedChecklist,
  { heading }: PlacedHeading,
): number {
  const next = matched.headings.find((each) => each.heading.firstLine > heading.line);
  return contentEnd(file, heading.line, next?.heading.firstLine ?? file.lines.length);
}

/** The line before which everything under a heading ends, its subheadings included. */
function fullEnd(
  file: ChecklistLines,
  matched: MatchedChecklist,
  { heading }: PlacedHeading,
): number {
  const next = matched.headings.find(
    (each) => each.heading.firstLine > heading.line && each.heading.level <= heading.level,
  );
  return contentEnd(file, heading.line, next?.heading.firstLine ?? file.lines.length);
}

/** Leaves out what nothing closes, and blank lines at the end. */
function contentEnd(file: ChecklistLines, after: number, limit: number): number {
  let end = limit;
  for (let line = after + 1; line < limit; line += 1) {
    if (!endsInNothing(file, line)) continue;
    end = line;
    break;
  }
  while (end > after + 1 && isBlank(file, end - 1)) end -= 1;
  return end;
}

/** Where the heading of a missing stage belongs, and the level of its model's heading. */
function placeOfStage(
  file: ChecklistLines,
  matched: MatchedChecklist,
  wanted: PlacedItem,
): { before: number; modelLevel?: number } {
  const { headings } = matched;
  const model = headings.find((each) => each.model === wanted.model && each.stage === undefined);
  const order = wanted.model.stages;
  const at = order.indexOf(wanted.stage);
  const ofStages = (stages: typeof order): PlacedHeading | undefined =>
    stages
      .map((stage) => headings.find((each) => each.stage === stage))
      .find((each) => each !== undefined);
  const earlier = ofStages(order.slice(0, at).toReversed());
  const later = ofStages(order.slice(at + 1));
  const levelOf = (stage: PlacedHeading): number => Math.max(1, stage.heading.level - 1);
  if (earlier !== undefined) {
    return { before: fullEnd(file, matched, earlier), modelLevel: levelOf(earlier) };
  }
  if (later !== undefined) return { before: later.heading.firstLine, modelLevel: levelOf(later) };
  if (model !== undefined) {
    return { before: ownEnd(file, matched, model), modelLevel: model.heading.level };
  }
  return { before: contentEnd(file, -1, file.lines.length) };
}

function isBlank(file: ChecklistLines, line: number): boolean {
  const found = file.lines[line];
  return found?.isBlank === true && found.verbatim === undefined;
}

/**
 * @param before the number of the line to insert before; the number of lines to insert at the end
 * @param apart whether blank lines have to part it from its neighbours
 */
function insertLines(
  file: ChecklistLines,
  before: number,
  inserted: readonly string[],
  apart = false,
): Edit {
  const atEnd = before >= file.lines.length;
  const previousFilled = before > 0 && !isBlank(file, before - 1);
  const nextFilled = !atEnd && !isBlank(file, before);
  const body = [
    ...(apart && previousFilled ? [''] : []),
    ...inserted,
    ...(apart && nextFilled ? [''] : []),
  ].join(file.ending);
  const offset = file.lines[before]?.start ?? file.text.length;
  const hasMark = offset === 0 && file.text.startsWith('\uFEFF');
  return {
    range: { start: hasMark ? 1 : offset, end: hasMark ? 1 : offset },
    newText: atEnd ? file.ending + body : body + file.ending,
  };
}
