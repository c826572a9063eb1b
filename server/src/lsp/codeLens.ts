import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
} from 'vscode-languageserver';
import { criterionTexts } from '../core/pack/pack.ts';
import { coverageCounts, criteriaInSection } from '../core/report/sectionCoverage.ts';
import { valueAt } from './clientSupport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/**
 * Answers `textDocument/codeLens`: where lenses stand; what they say is told for those in sight.
 * @returns has the client show them anew, where it can be asked
 */
export function answerCodeLenses(session: Session): () => void {
  const { analyses, connection, guard, settings, support } = session;
  guard.request<CodeLens[]>(
    CodeLensRequest.method,
    () => [],
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const analysis = await analyses.of(uri);
      const { codeLens } = await settings.for(uri);
      if (analysis === undefined || !analysis.report.analysed || !codeLens.enabled) return [];
      return lensesOf(analysis);
    },
  );
  guard.request<unknown>(
    CodeLensResolveRequest.method,
    (params) => params,
    async (params) => {
      const uri = stringParam(params, 'data', 'uri');
      const analysis = await analyses.of(uri);
      const section = valueAt(params, ['data', 'section']);
      const title =
        analysis === undefined
          ? ''
          : typeof section === 'number'
            ? sectionTitle(session, analysis, section)
            : session.say('counts-title', { ...coverageCounts(analysis.report) });
      // A command without a name is a text that cannot be clicked.
      const command = session.overviewCommand ?? '';
      const withArguments = command === '' ? {} : { arguments: [uri] };
      return { ...(params as object), command: { title, command, ...withArguments } };
    },
  );
  return () => {
    if (!support.codeLensRefresh) return;
    guard.run('Asking the client to show code lenses anew', () =>
      connection.sendRequest(CodeLensRefreshRequest.method),
    );
  };
}

function lensesOf({ document, report, text }: Analysis): CodeLens[] {
  const { uri } = text;
  const title = document.title?.range ?? { start: 0, end: 0 };
  const sections = document.sections.flatMap(({ heading, index }): CodeLens[] => {
    if (heading === undefined || heading.range.start === title.start) return [];
    if (criteriaInSection(document, report, index).length === 0) return [];
    return [{ range: documentRange(text, heading.range), data: { uri, section: index } }];
  });
  return [{ range: documentRange(text, title), data: { uri } }, ...sections];
}

/** "Legal: thin · Compliance: answered" */
function sectionTitle({ language, say }: Session, analysis: Analysis, section: number): string {
  const { document, pack, report } = analysis;
  return criteriaInSection(document, report, section)
    .flatMap(({ id, level }) => {
      const criterion = pack.criteria.find((candidate) => candidate.id === id);
      if (criterion === undefined) return [];
      return [`${criterionTexts(criterion, language).title}: ${say(`level-${level}`)}`];
    })
    .join(' · ');
}
