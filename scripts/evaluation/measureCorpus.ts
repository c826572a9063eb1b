/** Analyses a corpus as `ospo-strategy report --all` does, and lays each verdict beside its label. */

import { analyseDocument } from '../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../server/src/core/document/readDocument.ts';
import type { Pack } from '../../server/src/core/pack/pack.ts';
import type { CriterionResult } from '../../server/src/core/report/coverageReport.ts';
import { type LineSpan, lineSpan } from '../../server/src/core/report/lineSpan.ts';
import type { CoverageLevel, LevelPair } from './agreement.ts';
import type { CriterionLabel } from './labelFile.ts';
import type { CorpusDocument } from './readCorpus.ts';

/** One criterion of one document: what the reader says and what we say. */
export interface Judgement extends LevelPair {
  readonly document: string;
  readonly language: string;
  readonly criterion: string;
  readonly goldEvidence: readonly LineSpan[];
  readonly ourEvidence: readonly LineSpan[];
  /** The rule that decided our level, in a sentence. */
  readonly because: string;
  /** What a second reader says, where one read the document. */
  readonly second?: CoverageLevel;
}

/** Whether a document was taken for a strategy. */
export interface DetectionJudgement {
  readonly document: string;
  readonly gold: boolean;
  readonly ours: boolean;
  /** Ours, in a sentence. */
  readonly reason: string;
}

export interface Measurement {
  /** Of documents that are strategies and have labels for criteria. */
  readonly judgements: readonly Judgement[];
  readonly detections: readonly DetectionJudgement[];
  /** Our levels of every document, by its id and then by criterion. */
  readonly levels: ReadonlyMap<string, ReadonlyMap<string, CoverageLevel>>;
}

/**
 * Analyses every document, strategy or not.
 * @param documents of a corpus
 * @param pack to analyse with
 */
export function measureCorpus(documents: readonly CorpusDocument[], pack: Pack): Measurement {
  const measured = documents.map((document) => measureDocument(document, pack));
  return {
    judgements: measured.flatMap(({ judgements }) => judgements),
    detections: measured.map(({ detection }) => detection),
    levels: new Map(measured.map(({ levels }, index) => [documents[index]?.id ?? '', levels])),
  };
}

function measureDocument({ id, file, label, second }: CorpusDocument, pack: Pack) {
  const read = readDocument(file.text);
  const document = { ...read, problems: [...file.problems, ...read.problems] };
  const report = analyseDocument(document, {
    path: file.path,
    pack,
    analyse: 'all',
    absent: 'summary',
  });
  const results = new Map(report.criteria.map((result) => [result.id, result]));
  const labels = label.isStrategy ? [...(label.criteria ?? [])] : [];
  const judgements = labels.map(([criterion, gold]): Judgement => {
    const other = second?.get(criterion)?.level;
    return {
      document: id,
      language: label.language,
      criterion,
      ...verdicts(gold, results.get(criterion), document.lineStarts),
      ...(other === undefined ? {} : { second: other }),
    };
  });
  const { isStrategy, reason } = report.detection;
  return {
    judgements,
    detection: { document: id, gold: label.isStrategy, ours: isStrategy, reason },
    levels: new Map(report.criteria.map((result) => [result.id, levelOf(result)])),
  };
}

function verdicts(
  gold: CriterionLabel,
  result: CriterionResult | undefined,
  lineStarts: readonly number[],
) {
  return {
    gold: gold.level,
    ours: levelOf(result),
    goldEvidence: gold.evidence,
    ourEvidence: result?.evidence.map(({ range }) => lineSpan(lineStarts, range)) ?? [],
    because: result?.because ?? 'The pack does not have this criterion.',
  };
}

/** What an author waives, or the pack does not know, is not covered. */
function levelOf(result: CriterionResult | undefined): CoverageLevel {
  if (result === undefined || result.level === 'not-applicable') return 'absent';
  return result.level;
}
