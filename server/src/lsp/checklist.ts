import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noteChecklistItem } from '../core/analysis/checklist/noteChecklistItem.ts';
import { readChecklist } from '../core/analysis/checklist/readChecklist.ts';
import { tickChecklistItem } from '../core/analysis/checklist/tickChecklistItem.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { Edit } from '../core/report/coverageReport.ts';
import { documentRange } from './documentRange.ts';
import {
  type ChecklistState,
  checklistRequest,
  noteRequest,
  type TickResult,
  tickRequest,
} from './protocol.ts';
import {
  booleanParam,
  nullableLineParam,
  nullableStringParam,
  stringParam,
} from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers what is ticked in a checklist file, and how to tick an item of it. */
export function answerChecklist(session: Session): void {
  const { configurations, guard, language } = session;
  const packFor = async (params: unknown): Promise<Pack> =>
    (await configurations.of(nullableStringParam(params, 'uri') ?? '')).pack;
  guard.request<ChecklistState>(
    checklistRequest,
    () => ({ models: [], problems: [] }),
    async (params) => {
      const pack = await packFor(params);
      return readChecklist(pack, nullableStringParam(params, 'text'), language);
    },
  );
  guard.request<TickResult>(
    tickRequest,
    () => ({ edits: [] }),
    async (params) => {
      const pack = await packFor(params);
      const text = nullableStringParam(params, 'text');
      const item = knownItem(pack, stringParam(params, 'item'));
      const ticked = booleanParam(params, 'ticked');
      return tickResult(text, tickChecklistItem(pack, text, item, ticked, language));
    },
  );
  guard.request<TickResult>(
    noteRequest,
    () => ({ edits: [] }),
    async (params) => {
      const pack = await packFor(params);
      const text = nullableStringParam(params, 'text');
      const item = knownItem(pack, stringParam(params, 'item'));
      const change = {
        line: nullableLineParam(params, 'line'),
        date: nullableDayParam(params, 'date'),
        text: stringParam(params, 'note'),
      };
      return tickResult(text, noteChecklistItem(pack, text, item, change, language));
    },
  );
}

function tickResult(text: string | null, edits: readonly Edit[]): TickResult {
  const file = TextDocument.create('', 'markdown', 0, text ?? '');
  return {
    edits: edits.map((edit) => ({ ...documentRange(file, edit.range), newText: edit.newText })),
  };
}

/** A day as it may stand in front of a note; anything else is none. */
function nullableDayParam(params: unknown, ...path: string[]): string | null {
  const date = nullableStringParam(params, ...path);
  if (date === null || /^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const message = `The parameter "${path.join('.')}" has to be a day such as 2026-12-01, or null.`;
  throw new ResponseError(ErrorCodes.InvalidParams, message);
}

function knownItem(pack: Pack, id: string): string {
  const isKnown = pack.maturityModels.some(({ stages }) =>
    stages.some(({ items }) => items.some((item) => item.id === id)),
  );
  if (isKnown) return id;
  const message = 'The parameter "item" has to be the id of a checklist item of the pack.';
  throw new ResponseError(ErrorCodes.InvalidParams, message);
}
