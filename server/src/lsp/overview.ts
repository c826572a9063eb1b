import { answeredOf, flowerPetals } from '../core/report/flower/flowerPetals.ts';
import { type FlowerOptions, flowerSvg } from '../core/report/flower/flowerSvg.ts';
import { nextSteps } from '../core/report/nextSteps.ts';
import { shownText } from '../core/report/shownText.ts';
import { type Overview, overviewRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers the flower of a document, and what comes next. */
export function answerOverview(session: Session): void {
  const { analyses, guard, language } = session;
  guard.request<Overview | null>(
    overviewRequest,
    () => null,
    async (params) => {
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined || !analysis.report.analysed) return null;
      const { document, pack, report } = analysis;
      const petals = flowerPetals(report, pack, language);
      const subject = document.title?.text ?? report.path;
      const draw = (labels: FlowerOptions['labels']): string =>
        flowerSvg(petals, { subject, labels, colours: 'themed' });
      return {
        path: shownText(report.path),
        flower: petals.length === 0 ? null : { titles: draw('titles'), numbers: draw('numbers') },
        answeredPetals: answeredOf(petals),
        next: nextSteps(report, pack, language),
      };
    },
  );
}
