import { criterionTexts, inLanguage, type LanguageTag, type Pack } from '../pack/pack.ts';
import type { CoverageReport, CriterionResult, DocumentReport, Level } from './coverageReport.ts';
import { criterionPlaces } from './criterionPlaces.ts';
import { answeredOf, type FlowerPetal, flowerPetals } from './flower/flowerPetals.ts';
import { kindHeadings, levelCounts } from './levelWords.ts';
import { lineSpan } from './lineSpan.ts';

/** A report as people read it, whatever it is written in: the pack's texts beside the results. */
export interface ReadableReport {
  readonly documents: readonly ReadableDocument[];
  /** Where the framework comes from. */
  readonly attribution: string;
}

export interface ReadableDocument {
  readonly path: string;
  readonly analysed: boolean;
  /** Why it is or is not taken for a strategy. */
  readonly reason: string;
  /** "4 of 6" petals. */
  readonly answeredPetals: string;
  readonly petals: readonly FlowerPetal[];
  /** Questions, petals, elements; a kind that the pack does not have is left out. */
  readonly groups: readonly ReadableGroup[];
  /** What was found about the file itself, each with its line. */
  readonly notes: readonly string[];
  readonly maturity: readonly { readonly title: string; readonly stage: string }[];
}

export interface ReadableGroup {
  readonly heading: string;
  /** "4 answered, 2 thin". */
  readonly counts: string;
  readonly rows: readonly ReadableCriterion[];
}

export interface ReadableCriterion {
  readonly title: string;
  readonly level: Level;
  readonly met: readonly string[];
  readonly open: readonly string[];
  /** "lines 24-26, 41"; empty where there are none. */
  readonly places: string;
  /** The rule that decided, or the reason of a waiver. */
  readonly because: string;
}

/**
 * Puts a report into words.
 * @param report to put into words
 * @param packOf the pack that a document was judged by, by its path
 * @param language of the pack's texts
 * @param lineStartsOf the offsets at which a document's lines start, by path
 */
export function readableReport(
  report: CoverageReport,
  packOf: (path: string) => Pack,
  language: LanguageTag,
  lineStartsOf: (path: string) => readonly number[],
): ReadableReport {
  const documents = report.documents.map((document) =>
    readableDocument(document, packOf(document.path), language, lineStartsOf(document.path)),
  );
  const attributions = new Set(report.documents.map(({ path }) => packOf(path).attribution));
  return { documents, attribution: [...attributions].join(' ') };
}

function readableDocument(
  document: DocumentReport,
  pack: Pack,
  language: LanguageTag,
  lineStarts: readonly number[],
): ReadableDocument {
  const petals = flowerPetals(document, pack, language);
  const groups = kindHeadings.flatMap(({ kind, title }): ReadableGroup[] => {
    const results = document.criteria.filter((result) => result.kind === kind);
    if (results.length === 0) return [];
    const rows = results.map((result) => readableCriterion(result, pack, language, lineStarts));
    return [{ heading: title, counts: levelCounts(results), rows }];
  });
  const notes = document.findings
    .filter(({ criteria }) => criteria.length === 0)
    .map(({ range, message }) => `Line ${lineSpan(lineStarts, range).startLine}: ${message}`);
  const maturity = pack.maturityModels.map(({ id, title, stages }) => {
    const stage = stages.find((each) => each.id === document.maturity[id]?.stage);
    return {
      title: inLanguage(title, language),
      stage: stage === undefined ? 'unclear' : inLanguage(stage.title, language),
    };
  });
  const { path, analysed, detection } = document;
  return {
    path,
    analysed,
    reason: detection.reason,
    answeredPetals: answeredOf(petals),
    petals,
    groups,
    notes,
    maturity: analysed ? maturity : [],
  };
}

function readableCriterion(
  result: CriterionResult,
  pack: Pack,
  language: LanguageTag,
  lineStarts: readonly number[],
): ReadableCriterion {
  const criterion = pack.criteria.find(({ id }) => id === result.id);
  const facets = (criterion?.facets ?? []).map((facet) => ({
    title: inLanguage(facet.title, language),
    met: result.facets.some(({ id, met }) => id === facet.id && met),
  }));
  return {
    title: criterion === undefined ? result.id : criterionTexts(criterion, language).title,
    level: result.level,
    met: facets.flatMap(({ title, met }) => (met ? [title] : [])),
    open: facets.flatMap(({ title, met }) => (met ? [] : [title])),
    places: criterionPlaces(result, lineStarts),
    because: result.because,
  };
}
