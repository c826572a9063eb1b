import { analyseDocument } from '../core/analysis/analyseDocument.ts';
import { readDocument } from '../core/document/readDocument.ts';
import { criterionTexts, inLanguage } from '../core/pack/pack.ts';
import type { DocumentReport } from '../core/report/coverageReport.ts';
import { type LevelChange, levelChanges } from '../core/report/levelChanges.ts';
import { type CriterionChange, type LevelChangesResult, levelChangesRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers what got better and worse in a document since an earlier text of it. */
export function answerLevelChanges(session: Session, today: () => string): void {
  const { analyses, guard, pack } = session;
  // While its author writes, a document is compared with the same text again and again.
  let last: { readonly key: string; readonly report: DocumentReport } | undefined;
  const reportOf = (path: string, text: string): DocumentReport => {
    const key = JSON.stringify([path, text, today()]);
    if (last?.key !== key) {
      const options = { path, pack, analyse: 'all', absent: 'summary', today: today() } as const;
      last = { key, report: analyseDocument(readDocument(text), options) };
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
      const changes = levelChanges(reportOf(analysis.report.path, text), analysis.report);
      return { changes: changes.map((change) => criterionChange(change, session)) };
    },
  );
}

function criterionChange(change: LevelChange, { language, pack }: Session): CriterionChange {
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
