/** The tables of an evaluation, for the terminal and for the page alike. */

import { confusionOf, LEVELS } from './agreement.ts';
import {
  detectionFigures,
  type Figures,
  figuresOf,
  type Grouping,
  grouped,
  type levelFigures,
  readersCompared,
} from './figures.ts';
import type { Judgement, Measurement } from './measureCorpus.ts';
import type { Table } from './table.ts';
import { compareTranslations } from './translations.ts';

const FIGURE_COLUMNS = [
  'judged',
  'kappa',
  'exact',
  'covered P',
  'R',
  'F1',
  'answered P',
  'R',
  'F1',
  'evidence',
];

/** All judgements in one row, or undefined figures where there are none. */
export function overallTable({ judgements }: Measurement): Table {
  const documents = new Set(judgements.map(({ document }) => document)).size;
  return {
    title: 'Overall',
    columns: ['documents', ...FIGURE_COLUMNS],
    rows: [[String(documents), ...figureCells(figuresOf(judgements))]],
  };
}

/** The figures by criterion, language or document. */
export function figuresTable({ judgements }: Measurement, by: Grouping): Table {
  const groups = grouped(judgements, by);
  return {
    title: `By ${by}`,
    columns: [by, ...FIGURE_COLUMNS],
    rows: groups.map(([name, list]) => [name, ...figureCells(figuresOf(list))]),
  };
}

/** By criterion and level of the label, how often we gave each level. */
export function confusionTable({ judgements }: Measurement): Table {
  const cells = (list: readonly Judgement[]) => confusionOf(list).map((row) => row.join(' / '));
  const rows = grouped(judgements, 'criterion').map(([name, list]) => [name, ...cells(list)]);
  return {
    title: 'Confusions: how often ours is absent / partial / answered',
    columns: ['criterion', ...LEVELS.map((level) => `label: ${level}`)],
    rows: judgements.length === 0 ? [] : [...rows, ['all', ...cells(judgements)]],
  };
}

/** Whether documents were told for what they are. */
export function detectionTable({ detections }: Measurement): Table {
  const { precision, recall, f1 } = detectionFigures(detections);
  const count = (gold: boolean, ours: boolean) =>
    String(detections.filter((it) => it.gold === gold && it.ours === ours).length);
  return {
    title: 'Is it a strategy document?',
    columns: ['documents', 'P', 'R', 'F1', 'found', 'wrongly found', 'missed', 'rightly silent'],
    rows: [
      [
        String(detections.length),
        ...[precision, recall, f1].map(shown),
        count(true, true),
        count(false, true),
        count(true, false),
        count(false, false),
      ],
    ],
  };
}

/** A second reader and ourselves against the first, on what both readers read; no rows where there is none. */
export function readersTable({ judgements }: Measurement): Table {
  const compared = readersCompared(judgements);
  const row = (name: string, figures: ReturnType<typeof levelFigures>) => [
    name,
    ...figureCells({ ...figures, evidence: undefined }).slice(0, -1),
  ];
  return {
    title: `Beside a second reader (${compared?.documents ?? 0} documents)`,
    columns: ['against the first reader', ...FIGURE_COLUMNS.slice(0, -1)],
    rows:
      compared === undefined
        ? []
        : [row('second reader', compared.reader), row('OSPO Strategy', compared.ours)],
  };
}

/** Whether translations of one document get the same levels. */
export function translationsTable({ levels }: Measurement): Table {
  return {
    title: 'Translations of each other: criteria with the same level',
    columns: ['documents', 'same', 'differing'],
    rows: compareTranslations(levels).map(({ documents, same, criteria, differing }) => [
      documents.join(' / '),
      `${same} of ${criteria}`,
      differing.join(', ') || 'none',
    ]),
  };
}

function figureCells({ judged, kappa, exact, covered, answered, evidence }: Figures): string[] {
  const retrievals = [covered, answered].flatMap((it) => [it.precision, it.recall, it.f1]);
  return [String(judged), ...[kappa, exact, ...retrievals, evidence].map(shown)];
}

function shown(share: number | undefined): string {
  return share === undefined ? '-' : share.toFixed(2);
}
