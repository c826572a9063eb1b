import {
  ApplyWorkspaceEditRequest,
  type ApplyWorkspaceEditResult,
  type Command,
  ErrorCodes,
  ExecuteCommandRequest,
  ResponseError,
} from 'vscode-languageserver';
import type { Fix } from '../core/report/coverageReport.ts';
import { valueAt } from './clientSupport.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';
import { plainWorkspaceEdit } from './workspaceEdits.ts';

/** The command by which a client without code action literals has a fix applied. */
export const applyFixCommandId = 'ospoStrategy.applyFix';

/**
 * @param uri the document's
 * @param fix the fix; it is named, not carried, so that it fits the text when it is applied
 */
export function applyFixCommand(uri: string, fix: Fix): Command {
  const { kind, criteria, title, at } = fix;
  return { title, command: applyFixCommandId, arguments: [{ uri, kind, criteria, title, at }] };
}

/** Answers `workspace/executeCommand`: finds the fix anew and asks the client to apply it. */
export function answerApplyFix(session: Session): void {
  const { analyses, connection, guard, support } = session;
  guard.request<null>(
    ExecuteCommandRequest.method,
    () => null,
    async (params) => {
      const command = stringParam(params, 'command');
      if (command !== applyFixCommandId) {
        const message = 'This server has no command of that name.';
        throw new ResponseError(ErrorCodes.InvalidParams, message);
      }
      const wanted = valueAt(params, ['arguments', '0']);
      const analysis = await analyses.of(stringParam(wanted, 'uri'));
      const fix = analysis?.fixes().find((candidate) => isSameFix(candidate, wanted));
      if (analysis === undefined || fix === undefined) {
        connection.console.info('The fix was not applied: the document has changed since.');
        return null;
      }
      const edit = plainWorkspaceEdit(analysis, fix, support);
      const answer = await connection.sendRequest<ApplyWorkspaceEditResult>(
        ApplyWorkspaceEditRequest.method,
        { label: fix.title, edit },
      );
      if (!answer?.applied) connection.console.warn('The client did not apply the fix.');
      return null;
    },
  );
}

/** True where a fix is the one that was named when it was offered. */
export function isSameFix(fix: Fix, wanted: unknown): boolean {
  const criteria = valueAt(wanted, ['criteria']);
  return (
    valueAt(wanted, ['kind']) === fix.kind &&
    valueAt(wanted, ['title']) === fix.title &&
    valueAt(wanted, ['at', 'start']) === fix.at?.start &&
    Array.isArray(criteria) &&
    criteria.length === fix.criteria.length &&
    fix.criteria.every((criterion) => criteria.includes(criterion))
  );
}
