import { flowerSvg } from './flower/flowerSvg.ts';
import { htmlReportStyle } from './htmlReportStyle.ts';
import { levelMarks, levelWords } from './levelWords.ts';
import { escapeMarkup } from './markup.ts';
import type {
  ReadableCriterion,
  ReadableDocument,
  ReadableGroup,
  ReadableReport,
} from './readableReport.ts';

/** Nothing is loaded and nothing runs: the page is its own style sheet and its own picture. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The report as one HTML page that needs no other file: to be mailed, put on a web server or printed.
 * @param report in words
 * @param date to show, such as `2026-11-24`
 */
export function htmlReport({ documents, attribution }: ReadableReport, date: string): string {
  const title =
    documents.length === 1 ? `Strategy coverage: ${documents[0]?.path}` : 'Strategy coverage';
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${htmlReportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...documents.map(htmlDocument),
    '</main>',
    `<footer><p>Made by OSPO Strategy on ${escapeMarkup(date)}. ${escapeMarkup(attribution)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlDocument(document: ReadableDocument, index: number): string {
  const heading = `<h1><bdi>${escapeMarkup(document.path)}</bdi></h1>`;
  const reason = escapeMarkup(document.reason);
  if (!document.analysed) return `<article>${heading}<p>Not analysed: ${reason}</p></article>`;
  return [
    '<article>',
    heading,
    `<p class="quiet">${reason}</p>`,
    flower(document, `flower-${index + 1}`),
    ...document.groups.map(groupTable),
    maturity(document),
    notes(document),
    '</article>',
  ].join('\n');
}

function flower({ path, petals, answeredPetals }: ReadableDocument, idPrefix: string): string {
  if (petals.length === 0) return '';
  const svg = flowerSvg(petals, {
    subject: path,
    labels: 'titles',
    colours: 'standalone',
    idPrefix,
  });
  const order = petals[0]?.facets.map(({ title }) => title).join(', ') ?? '';
  return [
    `<section><h2>The OSPO Flower: ${answeredPetals} petals answered</h2>`,
    `<figure>${svg}<figcaption>Solid: answered; hatched: thin; hollow: missing; dotted: waived. From the centre: ${escapeMarkup(order)}.</figcaption></figure></section>`,
  ].join('');
}

function groupTable({ heading, counts, rows }: ReadableGroup): string {
  return [
    `<section><h2>${escapeMarkup(heading)}: ${escapeMarkup(counts)}</h2>`,
    '<div class="table"><table><thead><tr><th scope="col">Asked</th><th scope="col">Level</th><th scope="col">Facets met</th><th scope="col">Still open</th><th scope="col">Where</th></tr></thead><tbody>',
    ...rows.map(criterionRow),
    '</tbody></table></div></section>',
  ].join('\n');
}

function criterionRow(row: ReadableCriterion): string {
  const { title, level, met, open, places, because } = row;
  const cells = level === 'not-applicable' ? [because, ''] : [met.join(', '), open.join(', ')];
  return [
    `<tr class="${level}"><th scope="row">${escapeMarkup(title)}</th>`,
    `<td class="level" title="${escapeMarkup(because)}"><span aria-hidden="true">${levelMarks[level]}</span> ${levelWords[level]}</td>`,
    ...cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`),
    `<td>${escapeMarkup(places)}</td></tr>`,
  ].join('');
}

function maturity(document: ReadableDocument): string {
  if (document.maturity.length === 0) return '';
  const rows = document.maturity.map(
    ({ title, stage }) => `<dt>${escapeMarkup(title)}</dt><dd>${escapeMarkup(stage)}</dd>`,
  );
  return `<section><h2>Maturity that the text itself shows</h2><dl>${rows.join('')}</dl></section>`;
}

function notes(document: ReadableDocument): string {
  if (document.notes.length === 0) return '';
  const items = document.notes.map((note) => `<li>${escapeMarkup(note)}</li>`);
  return `<section><h2>About the file</h2><ul>${items.join('')}</ul></section>`;
}
