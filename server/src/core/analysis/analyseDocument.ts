import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { CriterionResult, DocumentReport } from '../report/coverageReport.ts';
import { BlockMemo } from './blockMemo.ts';
import { type BlockReading, isProse, readBlocks } from './blockReading.ts';
import { CoverageMemory } from './coverageMemory.ts';
import { detectLanguage, type LanguageSigns, languageSigns, sumOfSigns } from './detectLanguage.ts';
import { detectStrategy } from './detectStrategy.ts';
import { readDirectives } from './directives.ts';
import type { Eligibility } from './eligibleText.ts';
import { type AbsentStyle, findings } from './findings.ts';
import { judgeCoverage } from './judgeCoverage.ts';
import { maturityStage, stageSigns } from './maturityStage.ts';
import { packVocabulary } from './packVocabulary.ts';
import { recogniseFacets } from './recogniseFacets.ts';
import { sectionCriteria } from './sectionCriteria.ts';

/** Which Markdown files to analyse: what is a strategy, every one, or none. */
export type AnalysisScope = 'strategies' | 'all' | 'none';

export interface AnalysisOptions {
  /** With `/` between folders; only shown, and read for the file's name. */
  readonly path: string;
  readonly pack: Pack;
  readonly analyse: AnalysisScope;
  readonly absent: AbsentStyle;
  /** `2026-11-24`, for what depends on the day; without it nothing is judged by its date. */
  readonly today?: string;
}

/** Enough to tell a language, little enough to cost nothing. */
const CHARACTERS_TO_TELL_LANGUAGE = 20_000;

/**
 * The report of one document: what it is, what it covers by which lines, what to tell its author.
 * @param document as `readDocument` made it
 * @param options what applies to it
 * @param memory of the versions before, where there are any
 */
export function analyseDocument(
  document: StrategyDocument,
  options: AnalysisOptions,
  memory: CoverageMemory = new CoverageMemory(),
): DocumentReport {
  const { path, pack } = options;
  const language = detectLanguage(signsOf(document, pack), pack);
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const sections = sectionCriteria(document, vocabulary);
  const directives = readDirectives(document, pack);
  const judged = once(() => {
    const recognition = recogniseFacets(document, readings, sections, pack);
    const criteria = judgeCoverage(
      document,
      recognition,
      sections,
      directives.waivers,
      pack,
      memory,
    );
    return { criteria, eligibility: recognition.eligibility };
  });
  const covered = (): readonly CriterionResult[] => judged().criteria;
  const detection = detectStrategy(document, path, readings, sections, pack, covered);
  const analysed = isToBeAnalysed(options.analyse, detection.isStrategy);
  if (!analysed) {
    return { path, language, detection, analysed, criteria: [], maturity: {}, findings: [] };
  }
  const { criteria, eligibility } = judged();
  return {
    path,
    language,
    detection,
    analysed,
    criteria,
    maturity: maturityOf(readings, eligibility, pack),
    findings: findings({
      document,
      pack,
      criteria,
      eligibility,
      directives,
      absent: options.absent,
      ...(options.today === undefined ? {} : { today: options.today }),
    }),
  };
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

function isToBeAnalysed(scope: AnalysisScope, isStrategy: boolean): boolean {
  return scope === 'all' || (scope === 'strategies' && isStrategy);
}

const signs = new BlockMemo<LanguageSigns>();

function signsOf(document: StrategyDocument, pack: Pack): LanguageSigns {
  const all: LanguageSigns[] = [];
  let length = 0;
  for (const [index, block] of document.blocks.entries()) {
    if (length > CHARACTERS_TO_TELL_LANGUAGE) break;
    if (!isProse(block)) continue;
    const origin = document.origins[index];
    all.push(signs.of(origin, pack, undefined, undefined, () => languageSigns(block.text, pack)));
    length += block.text.length;
  }
  return sumOfSigns(all);
}

function maturityOf(
  readings: readonly BlockReading[],
  eligibility: readonly Eligibility[],
  pack: Pack,
): DocumentReport['maturity'] {
  const sentences = readings.flatMap(({ hasStages }, index) => {
    const text = eligibility[index];
    return hasStages && text?.eligible ? text.sentences : [];
  });
  const stages = pack.maturityModels.map(
    (model) => [model.id, { stage: maturityStage(model, stageSigns(model, sentences)) }] as const,
  );
  return Object.fromEntries(stages);
}
