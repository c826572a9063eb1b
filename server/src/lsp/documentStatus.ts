import { type Criterion, criterionTexts, inLanguage, type LanguageTag } from '../core/pack/pack.ts';
import type { CriterionResult, Evidence, FacetResult } from '../core/report/coverageReport.ts';
import { afterEdits } from './afterEdits.ts';
import { brokenConfiguration } from './configurationFiles.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentLines } from './documentRange.ts';
import {
  analyseAnywayRequest,
  type CriterionStatus,
  type DocumentStatus,
  documentStatusRequest,
  type PlaceLines,
  statusChangedNotification,
} from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { DiagnosticsRefresh, Session } from './session.ts';
import { uriBelow } from './workspacePaths.ts';

/** Answers what was found in a document, or why it is not analysed. */
export function answerDocumentStatus(session: Session): void {
  const { analyses, guard, language, texts } = session;
  const nothing = { analysed: false, criteria: [], problems: [] };
  const failed = (params: unknown): DocumentStatus => {
    const uri = stringParam(params, 'uri');
    const reason = 'The analysis failed; the log of the server says where.';
    return { ...nothing, uri, version: texts.get(uri)?.version ?? null, reason };
  };
  guard.request<DocumentStatus>(documentStatusRequest, failed, async (params) => {
    const uri = stringParam(params, 'uri');
    const analysis = await analyses.of(uri);
    if (analysis !== undefined) return documentStatus(analysis, language);
    const text = texts.get(uri);
    const reason = text === undefined ? 'It is not open.' : 'It is not Markdown.';
    return { ...nothing, uri, version: text?.version ?? null, reason };
  });
}

/**
 * Answers the wish to analyse a document that detection left out.
 * @param refresh has the client show the diagnostics that come of it
 */
export function answerAnalyseAnyway(session: Session, refresh: DiagnosticsRefresh): void {
  const { analyses, guard } = session;
  guard.request<null>(
    analyseAnywayRequest,
    () => null,
    async (params) => {
      const uri = stringParam(params, 'uri');
      analyses.force(uri);
      await analyses.of(uri);
      refresh();
      return null;
    },
  );
}

/**
 * Sends a document's status after each analysis, to a client that asked for it.
 * @returns analyses all open documents again, where that is due
 */
export function notifyStatus(session: Session): () => void {
  const { analyses, connection, guard, language, texts } = session;
  analyses.onAnalysed((analysis) => {
    guard.run('Sending the status', () =>
      connection.sendNotification(statusChangedNotification, documentStatus(analysis, language)),
    );
  });
  // A client that asks for nothing else still wants to know.
  const schedule = afterEdits(texts, (uri) =>
    guard.run('Analysing for the status', async () => {
      await analyses.of(uri);
    }),
  );
  return () => {
    for (const uri of texts.keys()) schedule(uri);
  };
}

/**
 * @param analysis of an open document
 * @param language of the titles and descriptions
 */
export function documentStatus(analysis: Analysis, language: LanguageTag): DocumentStatus {
  const { configuration, document, pack, report, text, version } = analysis;
  const broken = brokenConfiguration(configuration);
  const criteria = report.criteria.flatMap((result) => {
    const criterion = pack.criteria.find(({ id }) => id === result.id);
    return criterion === undefined ? [] : [criterionStatus(analysis, criterion, result, language)];
  });
  return {
    uri: text.uri,
    version,
    analysed: report.analysed,
    reason: reasonOf(analysis),
    ...setOf(analysis),
    criteria,
    problems: [
      ...(broken === undefined ? [] : [broken]),
      ...document.problems.map(({ message }) => message),
    ],
  };
}

/** Why it is or is not analysed: what detection says, unless someone decided otherwise. */
export function reasonOf({ forced, report }: Analysis): string {
  const { isStrategy, reason } = report.detection;
  if (report.analysed === isStrategy) return reason;
  if (!report.analysed) return 'The setting ospoStrategy.analyse is "none".';
  return forced
    ? `You asked for its analysis. ${reason}`
    : `The setting ospoStrategy.analyse is "all". ${reason}`;
}

function criterionStatus(
  analysis: Analysis,
  criterion: Criterion,
  result: CriterionResult,
  language: LanguageTag,
): CriterionStatus {
  const { title, description } = criterionTexts(criterion, language);
  return {
    id: criterion.id,
    kind: criterion.kind,
    title,
    description,
    level: result.level,
    missing: result.facets
      .filter((facet) => !facet.met)
      .map((facet) => facetTitle(criterion, facet, language)),
    evidence: result.evidence.map((evidence) => evidenceLines(analysis, evidence)),
  };
}

function facetTitle(criterion: Criterion, result: FacetResult, language: LanguageTag): string {
  const facet = criterion.facets.find(({ id }) => id === result.id);
  return facet === undefined ? result.id : inLanguage(facet.title, language);
}

/**
 * Where a piece of evidence stands: in the document, or in another file of its set.
 * @param analysis that found it
 * @param evidence of a criterion or of an item of a checklist
 */
export function evidenceLines(
  { text, folder }: Analysis,
  { range, path, lines }: Evidence,
): PlaceLines {
  if (path === undefined || lines === undefined) return documentLines(text, range);
  const uri = folder === undefined ? {} : { uri: uriBelow(folder, path) };
  return { startLine: lines.startLine - 1, endLine: lines.endLine - 1, path, ...uri };
}

/** The other files of its strategy set. */
function setOf({ report, folder }: Analysis): Pick<DocumentStatus, 'parts' | 'partOf'> {
  if (folder === undefined) return {};
  const file = (path: string): { path: string; uri: string } => ({
    path,
    uri: uriBelow(folder, path),
  });
  const { partOf, parts } = report;
  return {
    ...(partOf === undefined ? {} : { partOf: file(partOf) }),
    ...(parts === undefined ? {} : { parts: parts.map(file) }),
  };
}
