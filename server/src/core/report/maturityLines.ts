import { inLanguage, type Pack } from '../pack/pack.ts';
import { capabilityView } from './capabilityView.ts';
import type { DocumentReport, MaturityItemResult } from './coverageReport.ts';
import { lineSpan } from './lineSpan.ts';
import { shownText } from './shownText.ts';

/**
 * What a text shows of the maturity models, for a terminal: each model's stage, then the items that it
 * supports, by what they are about.
 * @param report of a document
 * @param pack that it was made with
 * @param lineStarts offsets at which the document's lines start
 * @returns lines; none where maturity is switched off
 */
export function maturityLines(
  report: Pick<DocumentReport, 'maturity'>,
  pack: Pack,
  lineStarts: readonly number[],
): readonly string[] {
  const stages = pack.maturityModels.flatMap(({ id, title, stages: all }) => {
    const result = report.maturity[id];
    if (result === undefined) return [];
    const shown = all.find((stage) => stage.id === result.stage);
    const name = shown === undefined ? 'unclear' : inLanguage(shown.title, 'en');
    return [`    ${inLanguage(title, 'en')}: ${name}`];
  });
  if (stages.length === 0) return [];
  const capabilities = capabilityView(report, pack, 'en').flatMap(({ title, items }) => {
    const supported = items.filter(({ evidence }) => evidence.length > 0);
    if (supported.length === 0) return [];
    const lines = supported.map((item) => `      ${item.title}: ${placesOf(item, lineStarts)}`);
    return [`    ${title}`, ...lines];
  });
  const supported =
    capabilities.length === 0
      ? []
      : ['', '  Items of the maturity checklists that the text supports', ...capabilities];
  return ['', '  Maturity that the text itself shows', ...stages, ...supported];
}

function placesOf({ evidence }: MaturityItemResult, lineStarts: readonly number[]): string {
  const places = evidence.map(({ range, path, lines }) => {
    const { startLine } = lines ?? lineSpan(lineStarts, range);
    return `${path === undefined ? '' : `${shownText(path)} `}line ${startLine}`;
  });
  return places.join(', ');
}
