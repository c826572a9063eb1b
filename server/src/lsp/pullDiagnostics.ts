import {
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { valueAt } from './clientSupport.ts';
import { stringParam } from './requestParams.ts';
import type { DiagnosticsRefresh, Session } from './session.ts';

/**
 * Answers `textDocument/diagnostic`, with `unchanged` where the client already has the result.
 * @returns asks the client to pull again, where it can be asked
 */
export function answerDiagnosticPulls(session: Session): DiagnosticsRefresh {
  const { analyses, connection, guard, renderer, support } = session;
  guard.request<DocumentDiagnosticReport>(
    DocumentDiagnosticRequest.method,
    () => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }),
    async (params, token) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const analysis = await analyses.of(uri);
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      if (analysis === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { resultId } = analysis;
      if (valueAt(params, ['previousResultId']) === resultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      const items = renderer.all(analysis);
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
  return () => {
    if (!support.diagnosticRefresh) return;
    guard.run('Asking the client to pull diagnostics again', () =>
      connection.sendRequest(DiagnosticRefreshRequest.method),
    );
  };
}
