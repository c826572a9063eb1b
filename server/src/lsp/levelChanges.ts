import { analyseDocument } from '../core/analysis/analyseDocument.ts';
import { readDocument } from '../core/document/readDocument.ts';
import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../core/pack/pack.ts';
import type { DocumentReport } from '../core/report/coverageReport.ts';
import { type LevelChange, levelChanges } from '../core/report/levelChanges.ts';
import { type CriterionChange, type LevelChangesResult, levelChangesRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers what got better and worse in a document since an earlier text of it. */
export function answerLevelChanges(session: Session, today: () => string): void {
  const { analyses, guard, language } = session;
  // While its author writes, a document is compared with the same text again and again.
  let last: { key: string; pack: Pack; report: DocumentReport } | undefined;
  const reportOf = (path: string, text: string, pack: Pack): DocumentReport => {
    const key = JSON.stringify([path, text, today()]);
    if (last?.key !== key || last.pack !== pack) {
      const options = { path, pack, analyse: 'all', absent: 'summary', today: today() } as const;
      last = { key, pack, report: analyseDocument(readDocument(text), options) };
    }
    return last.report;
  };
  guard.request<LevelChangesResult | null>(
    levelChangesRequest,
    () => null,
    async (params) => {
      const text = stringParam(params, 'text');
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined || !analysis.report.analysed) return null;
      const { pack, report } = analysis;
      const changes = levelChanges(reportOf(report.path, text, pack), report);
      return { changes: changes.map((change) => criterionChange(change, pack, language)) };
    },
  );
}

function criterionChange(change: LevelChange, pack: Pack, language: LanguageTag): CriterionChange {
  const criterion = pack.criteria.find(({ id }) => id === change.id);
  const titles = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => {
      const facet = criterion?.facets.find((each) => each.id === id);
      return facet === undefined ? id : inLanguage(facet.title, language);
    });
  return {
    ...change,
    title: criterion === undefined ? change.id : criterionTexts(criterion, language).title,
    gained: titles(change.gained),
    lost: titles(change.lost),
  };
}
