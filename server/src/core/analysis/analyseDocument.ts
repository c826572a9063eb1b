import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { LanguageTag, Pack } from '../pack/pack.ts';
import type { CriterionResult, Detection, DocumentReport } from '../report/coverageReport.ts';
import { type JoinedRecognition, joinParts } from '../set/joinParts.ts';
import { findingsOfPart, partDetection } from '../set/partOfSet.ts';
import { setFindings } from '../set/setFindings.ts';
import type { StrategySet } from '../set/strategySet.ts';
import { BlockMemo } from './blockMemo.ts';
import { type BlockReading, isProse, readBlocks } from './blockReading.ts';
import { CoverageMemory } from './coverageMemory.ts';
import { detectLanguage, type LanguageSigns, languageSigns, sumOfSigns } from './detectLanguage.ts';
import { detectStrategy } from './detectStrategy.ts';
import { declaredSections, withAuthorsWord } from './directives/authorsWord.ts';
import { withoutIgnored } from './directives/ignoredFindings.ts';
import { readDirectives } from './directives/readDirectives.ts';
import { unusedDirectives } from './directives/unusedDirectives.ts';
import { type AbsentStyle, findings } from './findings.ts';
import { judgeCoverage } from './judgeCoverage.ts';
import { maturityItems } from './maturityItems.ts';
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
  /** False: maturity is switched off. */
  readonly maturity?: boolean;
  /** The other files that are read with it as one strategy. */
  readonly set?: StrategySet;
  /** The index of the set that it is part of: what is missing is told there, not here. */
  readonly partOf?: string;
  /** Of the findings' messages: the editor's; English where it is absent. */
  readonly messageLanguage?: LanguageTag;
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
  const { path, pack, partOf } = options;
  const { parts = [], lost = [] } = options.set ?? {};
  const language = detectLanguage(signsOf(document, pack), pack);
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const directives = readDirectives(document, pack, options.today);
  const sections = sectionCriteria(document, vocabulary, declaredSections(directives));
  const judged = once(() => {
    const own = recogniseFacets(document, readings, sections, pack);
    const { eligibility } = own;
    const joined = joinParts(document, own, parts, pack);
    const shown = judgeCoverage(joined.places, joined, sections, pack, memory);
    const criteria = withAuthorsWord(shown, directives, document, eligibility);
    return { criteria, eligibility, joined };
  });
  const covered = (): readonly CriterionResult[] => judged().criteria;
  const detection = detectStrategy(
    document,
    path,
    readings,
    sections,
    pack,
    covered,
    options.configured ?? (partOf === undefined ? undefined : partDetection(partOf)),
  );
  const analysed = isToBeAnalysed(options.analyse, detection.isStrategy);
  if (!analysed) {
    return { path, language, detection, analysed, criteria: [], maturity: {}, findings: [] };
  }
  const { criteria, eligibility, joined } = judged();
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
  const asked = partOf === undefined ? found : findingsOfPart(found, criteria);
  const told = [...asked, ...setFindings(document, lost)].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  return {
    path,
    language,
    detection,
    analysed,
    ...(partOf === undefined ? {} : { partOf }),
    ...(parts.length === 0 ? {} : { parts: parts.map((part) => part.path) }),
    criteria,
    maturity: options.maturity === false ? {} : maturityOf(readings, joined, pack),
    findings: withOwnSeverities(
      withoutIgnored(told, directives.ignores, document),
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
  { eligibility, places }: Pick<JoinedRecognition, 'eligibility' | 'places'>,
  pack: Pack,
): DocumentReport['maturity'] {
  const items = maturityItems(eligibility, places, pack);
  const sentences = eligibility.flatMap((text, index) =>
    // Blocks of other files stand behind those of this one.
    text.eligible && readings[index]?.hasStages !== false ? text.sentences : [],
  );
  const stages = pack.maturityModels.map((model) => {
    const stage = maturityStage(model, stageSigns(model, sentences));
    return [model.id, { stage, items: items.get(model.id) ?? [] }] as const;
  });
  return Object.fromEntries(stages);
}
