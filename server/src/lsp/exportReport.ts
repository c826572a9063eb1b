import type { CoverageReport } from '../core/report/coverageReport.ts';
import { flowerBlock } from '../core/report/flower/flowerBlock.ts';
import { describeFlower, flowerPetals } from '../core/report/flower/flowerPetals.ts';
import { flowerSvg } from '../core/report/flower/flowerSvg.ts';
import { htmlReport } from '../core/report/htmlReport.ts';
import { jsonReport } from '../core/report/jsonReport.ts';
import { markdownReport } from '../core/report/markdownReport.ts';
import { readableReport } from '../core/report/readableReport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';
import {
  type ExportResult,
  exportRequest,
  type FlowerImageResult,
  flowerImageRequest,
} from './protocol.ts';
import { choiceParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

const formats = ['html', 'svg', 'markdown', 'json'] as const;

/** Answers the report of a document in the formats that it is handed on in. */
export function answerExport(session: Session, today: () => string): void {
  const { analyses, guard } = session;
  guard.request<ExportResult | null>(
    exportRequest,
    () => null,
    async (params) => {
      const format = choiceParam(params, formats, 'format');
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined || !analysis.report.analysed) return null;
      return { text: render(format, analysis, session, today()) };
    },
  );
  guard.request<FlowerImageResult | null>(
    flowerImageRequest,
    () => null,
    async (params) => {
      const picture = stringParam(params, 'picture');
      const analysis = await analyses.of(stringParam(params, 'uri'));
      if (analysis === undefined || !analysis.report.analysed) return null;
      return flowerImage(analysis, picture, session);
    },
  );
}

function render(
  format: (typeof formats)[number],
  { document, pack, report }: Analysis,
  { language }: Session,
  today: string,
): string {
  const { id, version } = pack;
  const whole: CoverageReport = { schemaVersion: 1, pack: { id, version }, documents: [report] };
  const lineStarts = () => document.lineStarts;
  switch (format) {
    case 'html':
      return htmlReport(
        readableReport(whole, () => pack, language, lineStarts),
        today,
      );
    case 'markdown':
      return markdownReport(readableReport(whole, () => pack, language, lineStarts));
    case 'json':
      return `${JSON.stringify(jsonReport(whole, lineStarts), null, 2)}\n`;
    case 'svg':
      return standaloneFlower(report.path, flowerPetals(report, pack, language));
  }
}

function flowerImage(
  { document, pack, report, text }: Analysis,
  picture: string,
  { language }: Session,
): FlowerImageResult {
  const petals = flowerPetals(report, pack, language);
  const edits = flowerBlock(document, picture, describeFlower(petals));
  return {
    svg: standaloneFlower(report.path, petals),
    edits: edits.map((edit) => ({ ...documentRange(text, edit.range), newText: edit.newText })),
  };
}

function standaloneFlower(subject: string, petals: ReturnType<typeof flowerPetals>): string {
  return `${flowerSvg(petals, { subject, labels: 'titles', colours: 'standalone' })}\n`;
}
