import {
  exactAgreement,
  type LevelPair,
  type Retrieval,
  retrieval,
  retrievalOf,
  weightedKappa,
} from './agreement.ts';
import { evidenceOverlaps } from './evidenceOverlap.ts';
import type { DetectionJudgement, Judgement } from './measureCorpus.ts';

/** What is told of a set of judgements. */
export interface Figures {
  readonly judged: number;
  readonly kappa: number | undefined;
  readonly exact: number | undefined;
  /** Answered at least thinly. */
  readonly covered: Retrieval;
  readonly answered: Retrieval;
  /** The share with evidence in common, of what both found covered; `undefined` where that is nothing. */
  readonly evidence: number | undefined;
}

/** What a set of judgements is told by. */
export type Grouping = 'criterion' | 'language' | 'document';

/** The figures of judgements, of any number. */
export function figuresOf(judgements: readonly Judgement[]): Figures {
  const overlaps = judgements.flatMap((judgement) => sharedEvidence(judgement) ?? []);
  return {
    ...levelFigures(judgements),
    evidence: overlaps.length === 0 ? undefined : overlaps.filter(Boolean).length / overlaps.length,
  };
}

/** The figures of pairs of levels, which have no lines to compare. */
export function levelFigures(pairs: readonly LevelPair[]): Omit<Figures, 'evidence'> {
  return {
    judged: pairs.length,
    kappa: weightedKappa(pairs),
    exact: exactAgreement(pairs),
    covered: retrievalOf(pairs, 'partial'),
    answered: retrievalOf(pairs, 'answered'),
  };
}

function sharedEvidence({ gold, ours, goldEvidence, ourEvidence }: Judgement) {
  if (gold === 'absent' || ours === 'absent') return undefined;
  return evidenceOverlaps(goldEvidence, ourEvidence);
}

/**
 * Judgements by criterion, language or document, in alphabetical order.
 * @param judgements of a corpus
 * @param by what to put together
 */
export function grouped(
  judgements: readonly Judgement[],
  by: Grouping,
): readonly (readonly [string, readonly Judgement[]])[] {
  const names = [...new Set(judgements.map((judgement) => judgement[by]))].sort();
  return names.map((name) => [name, judgements.filter((judgement) => judgement[by] === name)]);
}

/** What detection found of the strategies that there are. */
export function detectionFigures(detections: readonly DetectionJudgement[]): Retrieval {
  const found = detections.filter(({ ours }) => ours);
  const there = detections.filter(({ gold }) => gold).length;
  return retrieval(found.filter(({ gold }) => gold).length, found.length, there);
}

/**
 * The first and the second reader on the same criteria, and ourselves on these alone.
 * @returns `undefined` where no second reader read anything
 */
export function readersCompared(judgements: readonly Judgement[]) {
  const twice = judgements.flatMap(({ gold, ours, second, document }) =>
    second === undefined ? [] : [{ gold, ours, second, document }],
  );
  if (twice.length === 0) return undefined;
  return {
    documents: new Set(twice.map(({ document }) => document)).size,
    reader: levelFigures(twice.map(({ gold, second }) => ({ gold, ours: second }))),
    ours: levelFigures(twice),
  };
}
