import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { waiveCriterion } from '../core/analysis/waiveCriterion.ts';
import { documentRange } from './documentRange.ts';
import { type TickResult, waiveRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers how to say in a document that a criterion does not apply. */
export function answerWaive(session: Session): void {
  const { analyses, guard } = session;
  guard.request<TickResult>(
    waiveRequest,
    () => ({ edits: [] }),
    async (params) => {
      const criterion = stringParam(params, 'criterion');
      const reason = stringParam(params, 'reason');
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined) return { edits: [] };
      const { document, report, text } = analysis;
      const result = report.criteria.find(({ id }) => id === criterion);
      if (result === undefined) {
        const message =
          'The parameter "criterion" has to be the id of a criterion of the document.';
        throw new ResponseError(ErrorCodes.InvalidParams, message);
      }
      if (result.level === 'not-applicable') return { edits: [] };
      const { newText, range } = waiveCriterion(document, criterion, reason);
      return { edits: [{ ...documentRange(text, range), newText }] };
    },
  );
}
