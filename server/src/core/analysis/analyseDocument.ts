import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { LanguageTag, Pack } from '../pack/pack.ts';
import type { CriterionResult, Detection, DocumentReport } from '../report/coverageReport.ts';
import { isProse, readBlocks } from './blockReading.ts';
import { detectLanguage } from './detectLanguage.ts';
import { detectStrategy } from './detectStrategy.ts';
import { declaredSections, withAuthorsWord } from './directives/authorsWord.ts';
import { withoutIgnored } from './directives/ignoredFindings.ts';
import { readDirectives } from './directives/readDirectives.ts';
import { unusedDirectives } from './directives/unusedDirectives.ts';
import type { Eligibility } from './eligibleText.ts';
import { type AbsentStyle, findings } from './findings.ts';
import { judgeCoverage } from './judgeCoverage.ts';
import { maturityStage, stageSigns } from './maturityStage.ts';
import { type OwnSeverities, withOwnSeverities } from './ownSeverities.ts';
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
  /** What the configuration says of whether this file is a strategy. */
  readonly configured?: Detection;
  /** By rule, where the configuration has them otherwise; `off` leaves its findings out. */
  readonly severities?: OwnSeverities;
  /** `2026-11-24`, for what depends on the day; without it nothing is judged by its date. */
  readonly today?: string;
  /** Of the findings' messages: the editor's; English where it is absent. */
  readonly messageLanguage?: LanguageTag;
}

/** Enough to tell a language, little enough to cost nothing. */
const CHARACTERS_TO_TELL_LANGUAGE = 20_000;

/**
 * The report of one document: what it is, what it covers by which lines, what to tell its author.
 * @param document as `readDocument` made it
 * @param options what applies to it
 */
export function analyseDocument(
  document: StrategyDocument,
  options: AnalysisOptions,
): DocumentReport {
  const { path, pack } = options;
  const language = detectLanguage(proseOf(document), pack);
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const directives = readDirectives(document, pack, options.today);
  const sections = sectionCriteria(document, vocabulary, declaredSections(directives));
  const judged = once(() => {
    const recognition = recogniseFacets(document, readings, sections, pack);
    const { eligibility } = recognition;
    const shown = judgeCoverage(document, recognition, sections, pack);
    const criteria = withAuthorsWord(shown, directives, document, eligibility);
    return { criteria, eligibility };
  });
  const covered = (): readonly CriterionResult[] => judged().criteria;
  const detection = detectStrategy(
    document,
    path,
    readings,
    sections,
    pack,
    covered,
    options.configured,
  );
  const analysed = isToBeAnalysed(options.analyse, detection.isStrategy);
  if (!analysed) {
    return { path, language, detection, analysed, criteria: [], maturity: {}, findings: [] };
  }
  const { criteria, eligibility } = judged();
  const found = findings({
    document,
    pack,
    criteria,
    eligibility,
    directiveFindings: [
      ...directives.problems,
      ...unusedDirectives(directives, criteria, document, vocabulary),
    ],
    absent: options.absent,
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.messageLanguage === undefined ? {} : { language: options.messageLanguage }),
  });
  return {
    path,
    language,
    detection,
    analysed,
    criteria,
    maturity: maturityOf(eligibility, pack),
    findings: withOwnSeverities(
      withoutIgnored(found, directives.ignores, document),
      options.severities,
    ),
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

function proseOf(document: StrategyDocument): string {
  const parts: string[] = [];
  let length = 0;
  for (const block of document.blocks) {
    if (length > CHARACTERS_TO_TELL_LANGUAGE) break;
    if (!isProse(block)) continue;
    parts.push(block.text);
    length += block.text.length;
  }
  return parts.join('\n');
}

function maturityOf(eligibility: readonly Eligibility[], pack: Pack): DocumentReport['maturity'] {
  const sentences = eligibility.flatMap((text) => (text.eligible ? text.sentences : []));
  const stages = pack.maturityModels.map(
    (model) => [model.id, { stage: maturityStage(model, stageSigns(model, sentences)) }] as const,
  );
  return Object.fromEntries(stages);
}
