import type { MaturityModel, MaturityStage, Pack } from '../../pack/pack.ts';
import type { ChecklistLines, FileHeading, FileItem } from './checklistLines.ts';
import { isWordingOf, type PlacedItem, packItems } from './packItems.ts';

/** A heading of the file with what it stands for in the pack. */
export interface PlacedHeading {
  readonly heading: FileHeading;
  readonly model?: MaturityModel;
  readonly stage?: MaturityStage;
}

/** A pack's item where the file has it. */
export interface FoundItem extends PlacedItem {
  readonly fileItem: FileItem;
}

/** Something in the file that a person should look at; nothing of it is changed. */
export interface ChecklistProblem {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

export interface MatchedChecklist {
  readonly headings: readonly PlacedHeading[];
  /** By item id: the first place where it stands, which decides. */
  readonly found: ReadonlyMap<string, FoundItem>;
  readonly problems: readonly ChecklistProblem[];
}

/**
 * Tells which of a pack's items and stages the lines of a file are: by the id in an item's comment,
 * else by its words in any language of the pack.
 * @param pack the framework whose items are looked for
 * @param file the lines of a checklist file
 */
export function matchItems(pack: Pack, file: ChecklistLines): MatchedChecklist {
  const items = packItems(pack);
  const headings = placeHeadings(pack, file.headings);
  const found = new Map<string, FoundItem>();
  const problems: ChecklistProblem[] = [];
  for (const fileItem of file.items) {
    const placed = placeItem(items, headings, fileItem);
    if (placed === undefined) {
      if (fileItem.id !== undefined) {
        problems.push({ line: fileItem.line, message: unknownId(fileItem.id, items) });
      }
      continue;
    }
    const first = found.get(placed.item.id);
    if (first === undefined) found.set(placed.item.id, { ...placed, fileItem });
    else problems.push({ line: fileItem.line, message: doubled(placed, first.fileItem.line) });
    if (!/^[ xX]$/.test(fileItem.box)) {
      problems.push({ line: fileItem.line, message: brokenBox(fileItem.box) });
    }
  }
  for (const { line, id } of file.boxless) problems.push({ line, message: noBox(id) });
  return { headings, found, problems };
}

function placeHeadings(pack: Pack, headings: readonly FileHeading[]): PlacedHeading[] {
  let model: MaturityModel | undefined;
  return headings.map((heading) => {
    const named = pack.maturityModels.find((each) => isWordingOf(heading.text, each.title));
    if (named !== undefined) {
      model = named;
      return { heading, model };
    }
    const models = model === undefined ? pack.maturityModels : [model];
    for (const each of models) {
      const stage = each.stages.find((candidate) => isWordingOf(heading.text, candidate.title));
      if (stage !== undefined) return { heading, model: each, stage };
    }
    return { heading };
  });
}

function placeItem(
  items: readonly PlacedItem[],
  headings: readonly PlacedHeading[],
  fileItem: FileItem,
): PlacedItem | undefined {
  if (fileItem.id !== undefined) return items.find(({ item }) => item.id === fileItem.id);
  const sameWords = items.filter(({ item }) =>
    fileItem.texts.some((text) => isWordingOf(text, item.title)),
  );
  // The same words may stand in two stages: the headings above then tell which is meant.
  const above = headings.filter(({ heading }) => heading.line < fileItem.line);
  const stage = above.findLast((each) => each.stage !== undefined)?.stage;
  const model = above.findLast((each) => each.model !== undefined)?.model;
  return (
    sameWords.find((each) => each.stage === stage) ??
    sameWords.find((each) => each.model === model) ??
    (sameWords.length === 1 ? sameWords[0] : undefined)
  );
}

function doubled({ item }: PlacedItem, firstLine: number): string {
  return `“${item.title.en}” stands here a second time. The tick in line ${firstLine + 1} counts; remove one of the two.`;
}

function brokenBox(box: string): string {
  return `The box “[${box}]” is neither ticked nor open: write “[ ]” or “[x]”. It counts as open.`;
}

function noBox(id: string): string {
  return `This line carries the comment of “${id.slice(0, 80)}” but no box: begin it with “- [ ]”, or remove the comment.`;
}

function unknownId(id: string, items: readonly PlacedItem[]): string {
  const nearest = items
    .map(({ item }) => ({ id: item.id, distance: editDistance(id, item.id) }))
    .reduce<{ id: string; distance: number } | undefined>(
      (best, each) => (best === undefined || each.distance < best.distance ? each : best),
      undefined,
    );
  const close = nearest !== undefined && nearest.distance <= Math.max(2, id.length / 3);
  const remedy = close ? `Did you mean “${nearest.id}”?` : 'Its tick does not count.';
  return `No checklist item has the id “${id.slice(0, 80)}”. ${remedy}`;
}

/** Levenshtein's distance; texts longer than 120 characters are compared by their beginning. */
function editDistance(one: string, other: string): number {
  const [from, to] = [one.slice(0, 120), other.slice(0, 120)];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
