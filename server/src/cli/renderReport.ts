import type { Pack } from '../core/pack/pack.ts';
import type { CoverageReport } from '../core/report/coverageReport.ts';
import { flowerPetals } from '../core/report/flower/flowerPetals.ts';
import { flowerSvg } from '../core/report/flower/flowerSvg.ts';
import { htmlReport } from '../core/report/htmlReport.ts';
import { jsonReport } from '../core/report/jsonReport.ts';
import { markdownReport } from '../core/report/markdownReport.ts';
import { readableReport } from '../core/report/readableReport.ts';
import { textReport } from '../core/report/textReport.ts';
import type { ReportFormat } from './arguments.ts';

/** The language of what the command line prints. */
const language = 'en';

/**
 * A report in one of the command line's formats.
 * @param report to render
 * @param packOf the pack that a document was judged by, by its path
 * @param lineStartsOf the offsets at which a document's lines start, by path
 * @param today such as `2026-11-24`
 * @returns the text, or why this format cannot hold this report, in a sentence
 */
export function renderReport(
  format: ReportFormat,
  report: CoverageReport,
  packOf: (path: string) => Pack,
  lineStartsOf: (path: string) => readonly number[],
  today: string,
): { readonly text: string } | { readonly problem: string } {
  const readable = () => readableReport(report, packOf, language, lineStartsOf);
  switch (format) {
    case 'json':
      return { text: `${JSON.stringify(jsonReport(report, lineStartsOf), null, 2)}\n` };
    case 'html':
      return { text: htmlReport(readable(), today) };
    case 'markdown':
      return { text: markdownReport(readable()) };
    case 'svg':
      return renderFlower(report, packOf);
    case 'text':
      return { text: textReport(report, packOf, lineStartsOf) };
  }
}

/** A picture is of one document. */
function renderFlower(
  report: CoverageReport,
  packOf: (path: string) => Pack,
): { readonly text: string } | { readonly problem: string } {
  const [document, ...others] = report.documents.filter(({ analysed }) => analysed);
  if (document === undefined) {
    return { problem: 'There is no strategy document to draw. --all takes any Markdown file.' };
  }
  if (others.length > 0) {
    const count = others.length + 1;
    return { problem: `A picture is of one document, and here are ${count}. Name one of them.` };
  }
  const petals = flowerPetals(document, packOf(document.path), language);
  if (petals.length === 0) return { problem: 'The framework has no petals to draw.' };
  const subject = document.path;
  return { text: `${flowerSvg(petals, { subject, labels: 'titles', colours: 'standalone' })}\n` };
}
