import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readChecklist } from '../core/analysis/checklist/readChecklist.ts';
import { tickChecklistItem } from '../core/analysis/checklist/tickChecklistItem.ts';
import type { Pack } from '../core/pack/pack.ts';
import { documentRange } from './documentRange.ts';
import { type ChecklistState, checklistRequest, type TickResult, tickRequest } from './protocol.ts';
import { booleanParam, nullableStringParam, stringParam } from './requestParams.ts';
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
      const file = TextDocument.create('', 'markdown', 0, text ?? '');
      const edits = tickChecklistItem(pack, text, item, ticked, language);
      return {
        edits: edits.map((edit) => ({ ...documentRange(file, edit.range), newText: edit.newText })),
      };
    },
  );
}

function knownItem(pack: Pack, id: string): string {
  const isKnown = pack.maturityModels.some(({ stages }) =>
    stages.some(({ items }) => items.some((item) => item.id === id)),
  );
  if (isKnown) return id;
  const message = 'The parameter "item" has to be the id of a checklist item of the pack.';
  throw new ResponseError(ErrorCodes.InvalidParams, message);
}
