import { type InlayHint, InlayHintRefreshRequest, InlayHintRequest } from 'vscode-languageserver';
import { lineEndAt, lineIndexAt } from '../core/document/linePosition.ts';
import { criterionTexts } from '../core/pack/pack.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange, rangesTouch } from './documentRange.ts';
import { rangeParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/**
 * Answers `textDocument/inlayHint`: the petal, question or element that a heading names, behind it.
 * @returns has the client show them anew, where it can be asked
 */
export function answerInlayHints(session: Session): () => void {
  const { analyses, connection, guard, settings, support } = session;
  guard.request<InlayHint[]>(
    InlayHintRequest.method,
    () => [],
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const range = rangeParam(params, 'range');
      const analysis = await analyses.of(uri);
      const { inlayHints } = await settings.for(uri);
      if (analysis === undefined || !analysis.report.analysed || !inlayHints.enabled) return [];
      return hintsOf(session, analysis).filter(({ position }) =>
        rangesTouch(range, { start: position, end: position }),
      );
    },
  );
  return () => {
    if (!support.inlayHintRefresh) return;
    guard.run('Asking the client to show inlay hints anew', () =>
      connection.sendRequest(InlayHintRefreshRequest.method),
    );
  };
}

function hintsOf({ language, say }: Session, analysis: Analysis): InlayHint[] {
  const { document, pack, report, text } = analysis;
  return document.sections.flatMap(({ heading, index }): InlayHint[] => {
    if (heading === undefined) return [];
    const named = report.criteria.filter(({ section }) => section === index);
    const labels = named.flatMap(({ id }) => {
      const criterion = pack.criteria.find((candidate) => candidate.id === id);
      if (criterion === undefined) return [];
      return [`${say(`kind-${criterion.kind}`)}: ${criterionTexts(criterion, language).title}`];
    });
    if (labels.length === 0) return [];
    const line = lineIndexAt(document.lineStarts, heading.range.start);
    const end = lineEndAt(document, line);
    const { end: position } = documentRange(text, { start: end, end });
    return [{ position, label: labels.join(', '), paddingLeft: true }];
  });
}
