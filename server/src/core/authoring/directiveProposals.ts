import { type Verb, verbs } from '../analysis/directives/writtenDirective.ts';
import { rules } from '../analysis/rules.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { escapeSnippetText } from '../pack/sectionSnippet.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import { isInCode } from './cursorLine.ts';
import type { Proposal } from './proposal.ts';

const ADDRESS = 'ospo-strategy:';
/** A comment that holds more before the cursor is none that anyone completes. */
const LONGEST = 4000;
const OPENING = '<!--';

/**
 * In a comment that is addressed to us: the address, the directives, their ids, and what may stand
 * behind them.
 * @param document as its author has it; the comment need not be closed
 * @param offset UTF-16, where the cursor is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function directiveProposals(
  document: StrategyDocument,
  offset: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const written = commentBefore(document.text, offset);
  if (written === undefined || isInCode(document, offset)) return [];
  const closing = isClosed(document.text, offset) ? '' : ' -->';
  const word = /[^\s,;]*$/.exec(written)?.[0] ?? '';
  const replaces = { start: offset - word.length, end: offset };
  const address = /^\s*(\S+)$/.exec(written)?.[1];
  if (address !== undefined && !address.includes(':')) {
    if (!ADDRESS.startsWith(address)) return [];
    const newText = `${ADDRESS} `;
    const snippet = `${newText}$0${closing}`;
    return [{ label: ADDRESS, kind: 'word', replaces, newText: `${newText}${closing}`, snippet }];
  }
  if (!written.trimStart().startsWith(ADDRESS)) return [];
  const statement = (written.split(/[;\r\n]/).at(-1) ?? '').replace(/^\s*ospo-strategy:/, '');
  if (isInQuotes(statement)) return [];
  const [verb, ...rest] = statement
    .slice(0, statement.length - word.length)
    .split(/[\s,]+/)
    .filter(Boolean);
  if (verb === undefined) return verbProposals(replaces, closing);
  return behindVerb(verb, rest, replaces, report, pack);
}

/** What stands between `<!--` and the cursor; undefined outside comments. */
function commentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  const open = before.lastIndexOf(OPENING);
  if (open < 0 || before.includes('-->', open)) return undefined;
  return before.slice(open + OPENING.length);
}

function isClosed(text: string, offset: number): boolean {
  const behind = text.slice(offset, offset + LONGEST);
  const end = behind.indexOf('-->');
  const next = behind.indexOf(OPENING);
  return end >= 0 && (next < 0 || end < next);
}

function isInQuotes(statement: string): boolean {
  return (statement.match(/"/g) ?? []).length % 2 === 1;
}

function verbProposals(replaces: Proposal['replaces'], closing: string): readonly Proposal[] {
  return verbs.map((verb) => ({
    label: verb,
    kind: 'word',
    replaces,
    newText: `${verb} ${closing}`.trimEnd(),
    snippet: `${verb} $0${closing}`,
  }));
}

function behindVerb(
  verb: string,
  given: readonly string[],
  replaces: Proposal['replaces'],
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  switch (verb as Verb) {
    case 'answers':
      return criterionProposals(['partial', 'absent'], given, replaces, report, pack);
    case 'not-applicable':
      return [
        ...attributeProposals(given, replaces, pack),
        ...criterionProposals(['absent', 'partial'], given, replaces, report, pack),
      ];
    case 'ignore-next':
    case 'ignore-file':
      return ruleProposals(given, replaces);
    default:
      return [];
  }
}

/**
 * The ids of criteria, those first that an author is most likely to mean.
 * @param first levels whose criteria lead, in their order
 * @param given ids that are written already
 */
export function criterionProposals(
  first: readonly string[],
  given: readonly string[],
  replaces: Proposal['replaces'],
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const rank = (id: string): number => {
    const level = report.criteria.find((result) => result.id === id)?.level ?? '';
    return first.includes(level) ? first.indexOf(level) : first.length;
  };
  return pack.criteria
    .filter(({ id }) => !given.includes(id))
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map(({ id }) => ({ label: id, kind: 'value', replaces, newText: id, criterion: id }));
}

/**
 * The ids of rules.
 * @param given ids that are written already
 */
export function ruleProposals(
  given: readonly string[],
  replaces: Proposal['replaces'],
): readonly Proposal[] {
  return rules
    .filter(({ id }) => !given.includes(id))
    .map(({ id }) => ({ label: id, kind: 'value', replaces, newText: id, rule: id }));
}

/** A waiver of something may have a reason and a day. */
function attributeProposals(
  given: readonly string[],
  replaces: Proposal['replaces'],
  pack: Pack,
): readonly Proposal[] {
  if (!given.some((name) => pack.criteria.some(({ id }) => id === name))) return [];
  const proposal = (key: string, quote: string, fillIn: string): readonly Proposal[] =>
    given.some((part) => part.startsWith(`${key}=`))
      ? []
      : [
          {
            label: `${key}=`,
            kind: 'word',
            replaces,
            newText: `${key}=${quote}${quote}`,
            snippet: `${key}=${quote}\${1:${escapeSnippetText(fillIn)}}${quote}`,
          },
        ];
  return [...proposal('reason', '"', ''), ...proposal('until', '', 'YYYY-MM-DD')];
}
