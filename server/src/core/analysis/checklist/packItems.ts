import type {
  ChecklistItem,
  Localised,
  MaturityModel,
  MaturityStage,
  Pack,
} from '../../pack/pack.ts';

/** An item with the stage and model that it belongs to. */
export interface PlacedItem {
  readonly item: ChecklistItem;
  readonly stage: MaturityStage;
  readonly model: MaturityModel;
}

/** Every item of a pack, in the pack's order. */
export function packItems(pack: Pack): readonly PlacedItem[] {
  return pack.maturityModels.flatMap((model) =>
    model.stages.flatMap((stage) => stage.items.map((item) => ({ item, stage, model }))),
  );
}

/**
 * True where a text is one of the wordings in some language, leaving markup, comments, case, width
 * and closing punctuation aside.
 */
export function isWordingOf(text: string, wordings: Localised<string>): boolean {
  const folded = fold(text);
  return (
    folded !== '' &&
    Object.values(wordings).some((wording) => wording !== undefined && fold(wording) === folded)
  );
}

/** A text as a reader sees it, folded for comparison. */
export function fold(text: string): string {
  return text
    .replace(/<!--.*?-->/gs, ' ')
    .normalize('NFKC')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*_`~[\]]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.:;。]+$/u, '')
    .trim()
    .toLowerCase();
}

/** A pack's text as one line of Markdown that reads as it is written. */
export function asMarkdownLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<]/g, '\\$&');
}

/** A checklist item's line, without its line ending. */
export function itemLine(title: string, id: string, ticked: boolean, lead = '- '): string {
  return `${lead}[${ticked ? 'x' : ' '}] ${asMarkdownLine(title)} <!-- ospo-strategy: ${id} -->`;
}
