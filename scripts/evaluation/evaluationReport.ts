/** What `npm run eval` prints. */

import type { LineSpan } from '../../server/src/core/report/lineSpan.ts';
import { worstDisagreements } from './disagreements.ts';
import {
  confusionTable,
  detectionTable,
  figuresTable,
  overallTable,
  readersTable,
  translationsTable,
} from './evaluationTables.ts';
import type { Grouping } from './figures.ts';
import type { DetectionJudgement, Judgement, Measurement } from './measureCorpus.ts';
import { plainTable, type Table } from './table.ts';

const WORST = 10;

/**
 * The whole evaluation as text.
 * @param measurement of a corpus
 * @param groupings the tables wanted, in this order
 */
export function evaluationReport(measurement: Measurement, groupings: readonly Grouping[]): string {
  const tables: readonly Table[] = [
    overallTable(measurement),
    readersTable(measurement),
    detectionTable(measurement),
    ...groupings.map((by) => figuresTable(measurement, by)),
    confusionTable(measurement),
    translationsTable(measurement),
  ];
  const shown = tables.filter(({ rows }) => rows.length > 0).map(plainTable);
  const lists = [
    list('Worst disagreements', worstDisagreements(measurement.judgements, WORST), disagreement),
    list('Detection errors', measurement.detections.filter(isWrong), detectionError),
  ];
  return `${[...shown, ...lists].join('\n\n')}\n`;
}

function list<T>(title: string, items: readonly T[], line: (item: T) => string): string {
  return [title, ...(items.length === 0 ? ['none'] : items.map(line))].join('\n');
}

function disagreement(judgement: Judgement): string {
  const { document, criterion, gold, ours, goldEvidence, ourEvidence, because } = judgement;
  return [
    `${document}  ${criterion}: ${gold} by the label, ${ours} by us`,
    `    label: ${linesOf(goldEvidence)}; ours: ${linesOf(ourEvidence)}`,
    `    ${because}`,
  ].join('\n');
}

function linesOf(spans: readonly LineSpan[]): string {
  if (spans.length === 0) return 'no lines';
  const shown = spans.map(({ startLine, endLine }) =>
    startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
  );
  return `lines ${shown.join(', ')}`;
}

function isWrong({ gold, ours }: DetectionJudgement): boolean {
  return gold !== ours;
}

function detectionError({ document, ours, reason }: DetectionJudgement): string {
  return `${document}  ${ours ? 'wrongly taken for a strategy' : 'missed'}: ${reason}`;
}
