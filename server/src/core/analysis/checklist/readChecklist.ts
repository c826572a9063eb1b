import { inLanguage, type LanguageTag, type Pack } from '../../pack/pack.ts';
import { type ChecklistLines, readChecklistLines } from './checklistLines.ts';
import { type ItemNote, readNotes } from './itemNotes.ts';
import { type ChecklistProblem, type MatchedChecklist, matchItems } from './matchItems.ts';

export interface ChecklistItemReading {
  readonly id: string;
  readonly title: string;
  readonly evidence: string;
  readonly ticked: boolean;
  /** The line of the item in the file, from 0; absent where the file does not have it. */
  readonly line?: number;
  /** What someone noted under it, in the order of the lines. */
  readonly notes: readonly ItemNote[];
}

export interface ChecklistStageReading {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly ChecklistItemReading[];
}

export interface ChecklistModelReading {
  readonly id: string;
  readonly title: string;
  readonly caveat: string;
  readonly source: string;
  readonly stages: readonly ChecklistStageReading[];
}

/** A pack's maturity models with the ticks of one file. */
export interface ChecklistReading {
  readonly models: readonly ChecklistModelReading[];
  /** In the order of their lines. */
  readonly problems: readonly ChecklistProblem[];
}

/**
 * Reads the ticks of a checklist file. Whatever stands in the file, every item of the pack is in
 * the result; what the file does not have is not ticked.
 * @param pack the framework whose maturity models are ticked
 * @param text the file as it is; null where there is none
 * @param language the language of the titles in the result
 */
export function readChecklist(
  pack: Pack,
  text: string | null,
  language: LanguageTag,
): ChecklistReading {
  const file = readChecklistLines(text ?? '');
  const { found, problems } = matchItems(pack, file);
  const models = pack.maturityModels.map((model) => ({
    id: model.id,
    title: inLanguage(model.title, language),
    caveat: inLanguage(model.caveat, language),
    source: model.source,
    stages: model.stages.map((stage) => ({
      id: stage.id,
      title: inLanguage(stage.title, language),
      description: inLanguage(stage.description, language),
      items: stage.items.map((item) => ({
        id: item.id,
        title: inLanguage(item.title, language),
        evidence: inLanguage(item.evidence, language),
        ...tickOf(item.id, file, found),
      })),
    })),
  }));
  return { models, problems: problems.toSorted((one, other) => one.line - other.line) };
}

function tickOf(
  id: string,
  file: ChecklistLines,
  found: MatchedChecklist['found'],
): Pick<ChecklistItemReading, 'ticked' | 'line' | 'notes'> {
  const fileItem = found.get(id)?.fileItem;
  if (fileItem === undefined) return { ticked: false, notes: [] };
  const notes = readNotes(file, fileItem);
  return { ticked: /^[xX]$/.test(fileItem.box), line: fileItem.line, notes };
}
