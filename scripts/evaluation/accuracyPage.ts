/** The figures in `docs/accuracy.md`, between two marks; the prose around them is written by hand. */

import {
  confusionTable,
  detectionTable,
  figuresTable,
  overallTable,
  readersTable,
  translationsTable,
} from './evaluationTables.ts';
import type { Measurement } from './measureCorpus.ts';
import { markdownTable, type Table } from './table.ts';

export const FIRST_MARK = '<!-- figures: written by npm run eval -- DIR --write -->';
export const LAST_MARK = '<!-- end of figures -->';

/**
 * The figures as Markdown: all but the single documents, which mean something only beside the corpus.
 * @param measurement of a corpus
 */
export function figuresMarkdown(measurement: Measurement): string {
  const tables: readonly Table[] = [
    overallTable(measurement),
    readersTable(measurement),
    detectionTable(measurement),
    figuresTable(measurement, 'criterion'),
    figuresTable(measurement, 'language'),
    confusionTable(measurement),
    translationsTable(measurement),
  ];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => `### ${table.title}\n\n${markdownTable(table)}`)
    .join('\n\n');
}

/**
 * Puts figures in the place of those that a page has.
 * @param page the page's text
 * @param figures Markdown
 * @returns the page, all else untouched; `undefined` where it does not have both marks, once each and in order
 */
export function withFigures(page: string, figures: string): string | undefined {
  const first = page.indexOf(FIRST_MARK);
  const last = page.indexOf(LAST_MARK);
  const once = page.lastIndexOf(FIRST_MARK) === first && page.lastIndexOf(LAST_MARK) === last;
  if (first < 0 || last < first || !once) return undefined;
  return `${page.slice(0, first + FIRST_MARK.length)}\n\n${figures}\n\n${page.slice(last)}`;
}
