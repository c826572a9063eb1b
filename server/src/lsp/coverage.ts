import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../core/pack/pack.ts';
import type { CriterionResult, Evidence } from '../core/report/coverageReport.ts';
import { shownText } from '../core/report/shownText.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentLines } from './documentRange.ts';
import { reasonOf } from './documentStatus.ts';
import {
  type Coverage,
  type CriterionCoverage,
  coverageRequest,
  type EvidenceLines,
} from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers the whole coverage of an open document, in words. */
export function answerCoverage(session: Session): void {
  const { analyses, guard, language, pack } = session;
  guard.request<Coverage | null>(
    coverageRequest,
    () => null,
    async (params) => {
      const analysis = await analyses.of(stringParam(params, 'uri'));
      return analysis === undefined ? null : coverageOf(analysis, pack, language);
    },
  );
}

function coverageOf(analysis: Analysis, pack: Pack, language: LanguageTag): Coverage {
  const { report, text, version } = analysis;
  const stages = Object.entries(report.maturity).map(([id, { stage }]) => [
    id,
    { stage, items: [] },
  ]);
  return {
    uri: text.uri,
    version,
    analysed: report.analysed,
    reason: shownText(reasonOf(analysis)),
    criteria: report.criteria.map((result) => criterionOf(analysis, result, pack, language)),
    maturity: Object.fromEntries(stages),
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
    facets,
    evidence: result.evidence.map((piece) => evidenceOf(analysis, piece)),
  };
}

function evidenceOf({ text }: Analysis, { range, facets, words }: Evidence): EvidenceLines {
  return { ...documentLines(text, range), facets, words: words.map(shownText) };
}
