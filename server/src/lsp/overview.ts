import type { StrategyDocument } from '../core/document/strategyDocument.ts';
import { answeredOf, flowerPetals } from '../core/report/flower/flowerPetals.ts';
import { type FlowerOptions, flowerSvg } from '../core/report/flower/flowerSvg.ts';
import { nextSteps } from '../core/report/nextSteps.ts';
import { shownText } from '../core/report/shownText.ts';
import { type Overview, overviewRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers the flower of a document, its title and what comes next. */
export function answerOverview(session: Session): void {
  const { analyses, guard, language, pack } = session;
  guard.request<Overview | null>(
    overviewRequest,
    () => null,
    async (params) => {
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined || !analysis.report.analysed) return null;
      const { document, report } = analysis;
      const petals = flowerPetals(report, pack, language);
      const title = titleOf(document);
      const draw = (labels: FlowerOptions['labels']): string =>
        flowerSvg(petals, { subject: title ?? report.path, labels, colours: 'themed' });
      return {
        title: title ?? null,
        path: shownText(report.path),
        flower: petals.length === 0 ? null : { titles: draw('titles'), numbers: draw('numbers') },
        answeredPetals: answeredOf(petals),
        next: nextSteps(report, pack, language),
      };
    },
  );
}

/** The text of the first heading, or of a title in the front matter, made safe to show. */
export function titleOf({ sections }: StrategyDocument): string | undefined {
  const heading = sections.find((section) => section.heading !== undefined)?.heading;
  return heading === undefined ? undefined : shownText(heading.text);
}
