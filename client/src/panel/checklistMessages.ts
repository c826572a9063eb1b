import type {
  ChecklistItemState,
  ChecklistModelState,
  ChecklistStageState,
  ChecklistState,
} from '../../../server/src/lsp/protocol.ts';
import {
  isCount,
  isFlag,
  isListOf,
  isNullOr,
  isOptional,
  isRecordOf,
  isText,
} from './checkedMessages.ts';

/** What the checklist file holds, as a page shows it. */
export interface ChecklistContent {
  /** The checklist file, as a path that the author recognises. */
  readonly file: string;
  readonly fileExists: boolean;
  /** True where the file has changes that are not saved. */
  readonly isDirty: boolean;
  /** The day that a new note gets, such as `2026-12-01`. */
  readonly today: string;
  readonly checklist: ChecklistState;
}

const isItem = isRecordOf<ChecklistItemState>({
  id: isText,
  title: isText,
  evidence: isText,
  ticked: isFlag,
  line: isOptional(isCount),
  notes: isListOf(
    isRecordOf<ChecklistItemState['notes'][number]>({
      line: isCount,
      date: isNullOr(isText),
      text: isText,
    }),
  ),
});

const isStage = isRecordOf<ChecklistStageState>({
  id: isText,
  title: isText,
  description: isText,
  items: isListOf(isItem),
});

const isModel = isRecordOf<ChecklistModelState>({
  id: isText,
  title: isText,
  caveat: isText,
  source: isText,
  stages: isListOf(isStage),
});

/** True for a state of the shape that the server promises. */
export const isChecklistState = isRecordOf<ChecklistState>({
  models: isListOf(isModel),
  problems: isListOf(
    isRecordOf<ChecklistState['problems'][number]>({ line: isCount, message: isText }),
  ),
});

export const isChecklistContent = isRecordOf<ChecklistContent>({
  file: isText,
  fileExists: isFlag,
  isDirty: isFlag,
  today: isText,
  checklist: isChecklistState,
});
