import { type CriterionKind, criterionTitle, type Pack } from '../pack/pack.ts';
import type {
  CoverageReport,
  CriterionResult,
  DocumentReport,
  Evidence,
  Level,
} from './coverageReport.ts';
import { type LineSpan, lineSpan } from './lineSpan.ts';
import { maturityLines } from './maturityLines.ts';
import { shownText } from './shownText.ts';

const MARKS: { readonly [level in Level]: string } = {
  answered: '●',
  partial: '◐',
  absent: '○',
  'not-applicable': '–',
};

const WORDS: { readonly [level in Level]: string } = {
  answered: 'answered',
  partial: 'thin',
  absent: 'missing',
  'not-applicable': 'waived',
};

const KINDS: readonly { kind: CriterionKind; title: string }[] = [
  { kind: 'question', title: 'Guiding questions' },
  { kind: 'petal', title: 'Petals of the OSPO Flower' },
  { kind: 'element', title: 'Elements of the document' },
];

/**
 * The report for a terminal: levels by mark and word, never by colour alone.
 * @param report to render
 * @param packOf the pack that a document was judged by, by its path
 * @param lineStartsOf the offsets at which a document's lines start, by path
 * @returns lines that end with a line feed
 */
export function textReport(
  report: CoverageReport,
  packOf: (path: string) => Pack,
  lineStartsOf: (path: string) => readonly number[],
): string {
  return report.documents
    .map((document) => textDocument(document, packOf(document.path), lineStartsOf(document.path)))
    .join('\n');
}

function textDocument(document: DocumentReport, pack: Pack, lineStarts: readonly number[]): string {
  const path = shownText(document.path);
  const reason = shownText(document.detection.reason);
  if (!document.analysed) {
    return `${path}\n  not analysed: ${reason} (--all analyses it anyway)\n`;
  }
  const lines = [path, `  ${reason}`];
  for (const { kind, title } of KINDS) {
    const results = document.criteria.filter((result) => result.kind === kind);
    if (results.length === 0) continue;
    lines.push('', `  ${title}: ${counts(results)}`);
    for (const result of results) lines.push(criterionLine(result, pack, lineStarts));
  }
  const notes = document.findings.filter(({ criteria }) => criteria.length === 0);
  if (notes.length > 0) lines.push('', '  About the file');
  for (const { range, message } of notes) {
    lines.push(`    line ${lineSpan(lineStarts, range).startLine}: ${shownText(message)}`);
  }
  lines.push(...maturityLines(document, pack, lineStarts));
  return `${lines.join('\n')}\n`;
}

function counts(results: readonly CriterionResult[]): string {
  const levels: readonly Level[] = ['answered', 'partial', 'absent', 'not-applicable'];
  return levels
    .map((level) => ({ level, count: results.filter((result) => result.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${WORDS[level]}`)
    .join(', ');
}

function criterionLine(result: CriterionResult, pack: Pack, lineStarts: readonly number[]): string {
  const criterion = pack.criteria.find(({ id }) => id === result.id);
  const title = criterionTitle(pack, result.id);
  const head = `    ${MARKS[result.level]} ${WORDS[result.level].padEnd(8)} ${title}`;
  if (result.level === 'not-applicable')
    return `${head}: ${shownText(result.waiver?.reason ?? '')}`;
  if (result.level === 'absent') return head;
  const lacking = (criterion?.facets ?? []).filter(({ id }) =>
    result.facets.some((facet) => facet.id === id && !facet.met),
  );
  const lacks =
    lacking.length > 0
      ? `; lacks ${lacking.map((facet) => facet.title.en.toLowerCase()).join(', ')}`
      : '';
  return `${head}: ${places(result, lineStarts)}${lacks}`;
}

/** "lines 24-26, 41; docs/policy.md line 7": file by file, this document first. */
function places({ evidence }: CriterionResult, lineStarts: readonly number[]): string {
  const byPath = new Map<string | undefined, Evidence[]>();
  for (const piece of evidence) {
    byPath.set(piece.path, [...(byPath.get(piece.path) ?? []), piece]);
  }
  return [...byPath]
    .map(([path, pieces]) => {
      const lines = linesOf(pieces, lineStarts);
      return path === undefined ? lines : `${shownText(path)} ${lines}`;
    })
    .join('; ');
}

/** "line 7", "lines 24-26, 41": neighbours run together. */
function linesOf(evidence: readonly Evidence[], lineStarts: readonly number[]): string {
  const runs: LineSpan[] = [];
  for (const { range, lines } of evidence) {
    const span = lines ?? lineSpan(lineStarts, range);
    const last = runs.at(-1);
    const joins = last !== undefined && span.startLine <= last.endLine + 1;
    if (joins) runs[runs.length - 1] = { ...last, endLine: Math.max(last.endLine, span.endLine) };
    else runs.push(span);
  }
  const isOneLine = runs.length === 1 && runs[0]?.startLine === runs[0]?.endLine;
  const shown = runs.map(({ startLine, endLine }) =>
    startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
  );
  return `${isOneLine ? 'line' : 'lines'} ${shown.join(', ')}`;
}
