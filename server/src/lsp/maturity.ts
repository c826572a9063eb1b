import { inLanguage } from '../core/pack/pack.ts';
import { capabilityView } from '../core/report/capabilityView.ts';
import { evidenceLines } from './documentStatus.ts';
import { type DocumentMaturity, maturityRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers which items of the maturity checklists a document supports, with the lines. */
export function answerMaturity(session: Session): void {
  const { analyses, guard, language } = session;
  guard.request<DocumentMaturity | null>(
    maturityRequest,
    () => null,
    async (params) => {
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined) return null;
      const { pack, report } = analysis;
      const models = pack.maturityModels.flatMap(({ id, title, stages }) => {
        const result = report.maturity[id];
        if (result === undefined) return [];
        const stage = stages.find((each) => each.id === result.stage);
        return [
          {
            id,
            title: inLanguage(title, language),
            stage:
              stage === undefined
                ? null
                : { id: stage.id, title: inLanguage(stage.title, language) },
          },
        ];
      });
      const capabilities = capabilityView(report, pack, language).map(({ id, title, items }) => ({
        id,
        title,
        items: items.map((item) => ({
          id: item.id,
          title: item.title,
          evidence: item.evidence.map((piece) => evidenceLines(analysis, piece)),
        })),
      }));
      return { models, capabilities };
    },
  );
}
