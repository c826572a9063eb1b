import { levelMarks, levelWords } from './levelWords.ts';
import type { ReadableCriterion, ReadableDocument, ReadableReport } from './readableReport.ts';
import { shownText } from './shownText.ts';

/**
 * The report as Markdown for a wiki: tables, no HTML, nothing of a document's text taken for markup.
 * @param report in words
 * @returns lines that end with a line feed
 */
export function markdownReport({ documents, attribution }: ReadableReport): string {
  const parts = documents.map(markdownDocument);
  return `${[...parts, `*${escapeMarkdown(attribution)}*`].join('\n\n')}\n`;
}

function markdownDocument(document: ReadableDocument): string {
  const heading = `# Strategy coverage: ${escapeMarkdown(document.path)}`;
  const reason = escapeMarkdown(document.reason);
  if (!document.analysed) return `${heading}\n\nNot analysed: ${reason}`;
  const groups = document.groups.flatMap((group) => [
    `## ${group.heading}: ${group.counts}`,
    [
      '| | Level | Facets met | Still open | Where |',
      '| --- | --- | --- | --- | --- |',
      ...group.rows.map(markdownRow),
    ].join('\n'),
  ]);
  const maturity = document.maturity.map(
    ({ title, stage }) => `- ${escapeMarkdown(title)}: ${escapeMarkdown(stage)}`,
  );
  const notes = document.notes.map((note) => `- ${escapeMarkdown(note)}`);
  return [
    heading,
    reason,
    ...groups,
    ...(maturity.length > 0 ? ['## Maturity that the text itself shows', maturity.join('\n')] : []),
    ...(notes.length > 0 ? ['## About the file', notes.join('\n')] : []),
  ].join('\n\n');
}

function markdownRow({ title, level, met, open, places, because }: ReadableCriterion): string {
  const isWaived = level === 'not-applicable';
  const cells = [
    `**${escapeMarkdown(title)}**`,
    `${levelMarks[level]} ${levelWords[level]}`,
    ...(isWaived ? [escapeMarkdown(because), ''] : [met, open].map(cellOfTitles)),
    places,
  ];
  return `| ${cells.join(' | ')} |`;
}

function cellOfTitles(titles: readonly string[]): string {
  return escapeMarkdown(titles.join(', '));
}

/**
 * Text as one line of GitHub's Markdown that reads as it is written: no markup, no mention of a
 * person or an issue.
 * @param text any text
 */
export function escapeMarkdown(text: string): string {
  return shownText(text.replace(/\s+/gu, ' '))
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/#(?=\d)/g, '&#35;')
    .replace(/@/g, '&#64;');
}
