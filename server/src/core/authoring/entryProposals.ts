import { namedCriteria } from '../analysis/namedCriteria.ts';
import { packVocabulary } from '../analysis/packVocabulary.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import { type Criterion, type CriterionKind, criterionTexts, type Pack } from '../pack/pack.ts';
import { escapeSnippetText } from '../pack/sectionSnippet.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import { cursorLine, isInCode, isInComment, lineText } from './cursorLine.ts';
import type { Proposal } from './proposal.ts';

const ROW = /^\s*\|\s*([^|]*)$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])[^\S\r\n]+(\*\*|__)?([^:|]*)$/;
const ENTRY = /^\s*(?:\||[-*+] |\d+[.)] )/;
/** Fewer entries that name criteria of one kind are not a list of them. */
const NAMES_TO_TELL = 2;
/** No one's table has more rows; a text of nothing else must not cost its square. */
const MOST_LINES = 200;

/**
 * In a table or list whose entries name petals (or questions, or elements): those that it lacks.
 * @param document as its author has it
 * @param offset UTF-16, where the cursor is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function entryProposals(
  document: StrategyDocument,
  offset: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const at = cursorLine(document, offset);
  const cell = ROW.exec(at.before)?.[1];
  const item = ITEM.exec(at.before);
  if (cell === undefined && item === null) return [];
  if (isInCode(document, offset) || isInComment(document, offset)) return [];
  const neighbours = entriesAround(document, at.line);
  const vocabulary = packVocabulary(pack);
  const named = neighbours.map((line) => [...namedCriteria(leadOf(line), vocabulary)]);
  const kind = kindOf(named, pack);
  if (kind === undefined) return [];
  const lacking = pack.criteria.filter(
    (criterion) => criterion.kind === kind && !named.flat().includes(criterion.id),
  );
  const typed = cell ?? item?.[4] ?? '';
  const start = offset - typed.length - (item?.[3]?.length ?? 0);
  const isRow = cell !== undefined;
  const markedUp = neighbours.find((line) => namedCriteria(leadOf(line), vocabulary).size > 0);
  return lacking.map((criterion) =>
    entry(criterion, report.language, {
      isRow,
      isAlone: at.after.trim() === '',
      columns: (neighbours[0]?.match(/(?<!\\)\|/g)?.length ?? 2) - 1,
      like: markedUp ?? '',
      replaces: { start, end: offset },
    }),
  );
}

/** The lines of the list or table that a line stands in, without that line. */
function entriesAround(document: StrategyDocument, line: number): readonly string[] {
  const lines: string[] = [];
  for (const step of [-1, 1]) {
    for (let at = line + step; Math.abs(at - line) < MOST_LINES; at += step) {
      const text = lineText(document, at);
      const goesOn = ENTRY.test(text) || /^\s{2,}\S/.test(text);
      if (!goesOn) break;
      if (ENTRY.test(text)) lines[step < 0 ? 'unshift' : 'push'](text);
    }
  }
  return lines;
}

/** The first cell, or what stands before the colon or dash of an item. */
function leadOf(line: string): string {
  const behindMark = line.replace(ENTRY, '');
  return (/^[^|:：—–]*/.exec(behindMark)?.[0] ?? '').replace(/[*_]/g, '').trim();
}

function kindOf(named: readonly (readonly string[])[], pack: Pack): CriterionKind | undefined {
  const kinds = named.flatMap((ids) => {
    const of = ids.flatMap(
      (id) => pack.criteria.find((criterion) => criterion.id === id)?.kind ?? [],
    );
    return [...new Set(of)];
  });
  return kinds.find((kind) => kinds.filter((other) => other === kind).length >= NAMES_TO_TELL);
}

interface EntryShape {
  readonly isRow: boolean;
  /** Nothing stands behind the cursor. */
  readonly isAlone: boolean;
  readonly columns: number;
  /** Another entry, for its markup. */
  readonly like: string;
  readonly replaces: Proposal['replaces'];
}

function entry(
  criterion: Criterion,
  language: string,
  { isRow, isAlone, columns, like, replaces }: EntryShape,
): Proposal {
  const { title } = criterionTexts(criterion, language);
  const strong = /\*\*|__/.exec(like)?.[0] ?? '';
  const colon = /[:：]/.exec(like)?.[0] ?? '';
  const isInside = colon !== '' && new RegExp(`${colon}(?:\\*\\*|__)`).test(like);
  const name = `${strong}${title}${isInside ? colon : ''}${strong}${isInside ? '' : colon}`;
  const filterText = `${strong}${title}`;
  const about = {
    label: title,
    kind: 'entry',
    replaces,
    criterion: criterion.id,
    filterText,
  } as const;
  if (!isAlone) return { ...about, newText: isRow ? `${title} ` : name };
  if (!isRow) {
    return { ...about, newText: `${name} `, snippet: `${escapeSnippetText(name)} $0` };
  }
  const cells = Array.from(
    { length: Math.max(0, columns - 1) },
    (_, index) => `\${${index + 1}} |`,
  );
  const row = `${strong}${title}${strong} |`;
  return {
    ...about,
    newText: `${row}${'  |'.repeat(cells.length)}`,
    snippet: [escapeSnippetText(row), ...cells].join(' '),
  };
}
