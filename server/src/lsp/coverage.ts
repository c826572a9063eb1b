import type { SourceRange } from '../core/document/strategyDocument.ts';
import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../core/pack/pack.ts';
import type { CriterionResult, DocumentReport, Evidence } from '../core/report/coverageReport.ts';
import { shownText } from '../core/report/shownText.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';
import { evidenceLines, reasonOf } from './documentStatus.ts';
import {
  type Coverage,
  type CriterionCoverage,
  coverageRequest,
  type EvidenceLines,
  type MaturityCoverage,
} from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers the whole coverage of an open document, in words. */
export function answerCoverage(session: Session): void {
  const { analyses, guard, language } = session;
  guard.request<Coverage | null>(
    coverageRequest,
    () => null,
    async (params) => {
      const analysis = await analyses.of(stringParam(params, 'uri'));
      return analysis === undefined ? null : coverageOf(analysis, language);
    },
  );
}

function coverageOf(analysis: Analysis, language: LanguageTag): Coverage {
  const { document, pack, report, text, version } = analysis;
  const maturity = Object.entries(report.maturity).map(
    ([id, result]) => [id, maturityOf(analysis, id, result, language)] as const,
  );
  const { title } = document;
  return {
    uri: text.uri,
    version,
    analysed: report.analysed,
    isStrategy: report.detection.isStrategy,
    language: report.language,
    ...(title === undefined
      ? {}
      : { title: { text: shownText(title.text), ...documentRange(text, title.range) } }),
    reason: shownText(reasonOf(analysis)),
    criteria: report.criteria.map((result) => criterionOf(analysis, result, pack, language)),
    maturity: Object.fromEntries(maturity),
  };
}

function maturityOf(
  analysis: Analysis,
  id: string,
  { stage, items }: DocumentReport['maturity'][string],
  language: LanguageTag,
): MaturityCoverage {
  const { pack } = analysis;
  const model = pack.maturityModels.find((each) => each.id === id);
  const reached = model?.stages.find((each) => each.id === stage);
  return {
    title: model === undefined ? id : inLanguage(model.title, language),
    stage,
    ...(reached === undefined ? {} : { stageTitle: inLanguage(reached.title, language) }),
    items: items
      .filter(({ evidence }) => evidence.length > 0)
      .map((item) => ({
        id: item.id,
        evidence: item.evidence.map((piece) => evidenceOf(analysis, piece)),
      })),
  };
}

function criterionOf(
  analysis: Analysis,
  result: CriterionResult,
  pack: Pack,
  language: LanguageTag,
): CriterionCoverage {
  const criterion = pack.criteria.find(({ id }) => id === result.id);
  const texts = criterion === undefined ? undefined : criterionTexts(criterion, language);
  const facets = (criterion?.facets ?? []).map(({ id, title, missing }) => ({
    id,
    title: inLanguage(title, language),
    missing: inLanguage(missing, language),
    met: result.facets.some((facet) => facet.id === id && facet.met),
  }));
  return {
    id: result.id,
    kind: result.kind,
    title: texts?.title ?? result.id,
    description: texts?.description ?? '',
    level: result.level,
    because: shownText(result.because),
    ...headingOf(analysis, result),
    ...(result.waiver === undefined ? {} : { waiver: shownText(result.waiver.reason) }),
    facets,
    evidence: result.evidence.map((piece) => evidenceOf(analysis, piece)),
  };
}

function headingOf(
  { document, text }: Analysis,
  { section }: CriterionResult,
): Pick<CriterionCoverage, 'headingLine'> {
  const heading = section === undefined ? undefined : document.sections[section]?.heading;
  return heading === undefined ? {} : { headingLine: text.positionAt(heading.range.start).line };
}

function evidenceOf(analysis: Analysis, evidence: Evidence): EvidenceLines {
  const { range, path, facets, words } = evidence;
  return {
    ...evidenceLines(analysis, evidence),
    facets,
    words: words.map(shownText),
    ...(path === undefined ? excerptOf(analysis, range) : {}),
  };
}

/** What fits into a line of a list, in UTF-16 units. */
const longestExcerpt = 80;

/** How the block that the evidence lies in begins, as a reader sees it. */
function excerptOf({ document }: Analysis, range: SourceRange): Pick<EvidenceLines, 'excerpt'> {
  const block = document.blocks.find((each) => each.range.end > range.start);
  if (block === undefined) return {};
  const text = shownText(block.text.trim());
  // By code points: half a character is none.
  const characters = Array.from(text);
  if (characters.length <= longestExcerpt) return { excerpt: text };
  return { excerpt: `${characters.slice(0, longestExcerpt).join('')}…` };
}
