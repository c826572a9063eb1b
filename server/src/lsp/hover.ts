import { type Hover, HoverRequest, MarkupKind } from 'vscode-languageserver';
import { type Subject, subjectAt } from '../core/authoring/subjectAt.ts';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import { coverageCounts, criteriaInSection } from '../core/report/sectionCoverage.ts';
import { configurationHover } from './configurationAuthoring.ts';
import { criterionMarkdown } from './criterionMarkdown.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';
import { plainText } from './markdownText.ts';
import { positionParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';
import { wordHelp } from './wordHelp.ts';

/** Answers `textDocument/hover` at headings and directives. */
export function answerHover(session: Session): void {
  const { analyses, guard, support } = session;
  guard.request<Hover | null>(
    HoverRequest.method,
    () => null,
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const position = positionParam(params, 'position');
      if (isConfigurationPath(uri)) return await configurationHover(session, params);
      const analysis = await analyses.of(uri);
      if (analysis === undefined || !analysis.report.analysed) return null;
      const { document, text } = analysis;
      const subject = subjectAt(document, text.offsetAt(position));
      const markdown = subject && explanation(session, analysis, subject);
      if (subject === undefined || markdown === undefined || markdown === '') return null;
      return {
        contents: support.markdownHovers
          ? { kind: MarkupKind.Markdown, value: markdown }
          : { kind: MarkupKind.PlainText, value: plainText(markdown) },
        range: documentRange(text, subject.range),
      };
    },
  );
}

/** More at once is more than anyone reads in a hover. */
const MOST_CRITERIA = 4;

function explanation(session: Session, analysis: Analysis, subject: Subject): string | undefined {
  const { document, report } = analysis;
  switch (subject.kind) {
    case 'word':
      return wordHelp(session, { word: subject.word });
    case 'name': {
      const result = report.criteria.find(({ id }) => id === subject.name);
      if (result === undefined) return wordHelp(session, { rule: subject.name });
      return criterionMarkdown(session, analysis, result);
    }
    case 'section': {
      if (subject.range.start === document.title?.range.start) {
        return session.say('counts-title', { ...coverageCounts(report) });
      }
      return criteriaInSection(document, report, subject.section)
        .slice(0, MOST_CRITERIA)
        .map((result) => criterionMarkdown(session, analysis, result))
        .join('\n\n---\n\n');
    }
  }
}
