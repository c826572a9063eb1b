import { frontMatterKeys } from '../analysis/directives/readFrontMatterDirectives.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import { type CursorLine, cursorLine, lineText } from './cursorLine.ts';
import { criterionProposals, ruleProposals } from './directiveProposals.ts';
import type { Proposal } from './proposal.ts';

const OUR_KEY = 'ospo-strategy';

/**
 * In the front matter: our key, what it may be set to, and what may stand below it.
 * @param document as its author has it; the front matter need not be closed
 * @param offset UTF-16, where the cursor is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function frontMatterProposals(
  document: StrategyDocument,
  offset: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const at = cursorLine(document, offset);
  const mark = frontMatterMark(document, at);
  if (mark === undefined) return [];
  const separator = mark === '---' ? ':' : ' =';
  const value = new RegExp(`^${OUR_KEY}\\s*[:=]\\s*(\\S*)$`).exec(at.before)?.[1];
  if (value !== undefined) return truthProposals(at, value);
  const key = /^\s*(?:- |[\w.-]*)/.exec(at.before)?.[0];
  const indent = /^\s*/.exec(at.before)?.[0].length ?? 0;
  if (indent > 0 && mark === '---') return nestedProposals(document, at, indent, report, pack);
  if (key !== at.before || document.text.includes(`\n${OUR_KEY}`)) return [];
  const replaces = { start: at.range.start, end: offset };
  const newText = `${OUR_KEY}${separator} `;
  return [{ label: OUR_KEY, kind: 'word', replaces, newText: `${newText}true` }];
}

/** `---` or `+++` where the cursor stands behind it and before the closing one. */
function frontMatterMark(document: StrategyDocument, { line }: CursorLine): string | undefined {
  const mark = lineText(document, 0)
    .replace(/^\ufeff/, '')
    .trimEnd();
  if (line === 0 || (mark !== '---' && mark !== '+++')) return undefined;
  for (let above = 1; above < line; above++) {
    if (lineText(document, above).trimEnd() === mark) return undefined;
  }
  // Without front matter, a rule at the top and prose below it are no place for keys.
  const isOpenOnly = document.frontMatter === undefined && line > 1;
  return isOpenOnly || lineText(document, line).trimEnd() === mark ? undefined : mark;
}

function truthProposals({ range, before }: CursorLine, typed: string): readonly Proposal[] {
  const offset = range.start + before.length;
  const replaces = { start: offset - typed.length, end: offset };
  return ['true', 'false'].map((word) => ({ label: word, kind: 'value', replaces, newText: word }));
}

function nestedProposals(
  document: StrategyDocument,
  at: CursorLine,
  indent: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const [outer, ...path] = keysAbove(document, at.line, indent);
  if (outer !== OUR_KEY) return [];
  const offset = at.range.start + at.before.length;
  const word = /[^\s:[\],]*$/.exec(at.before)?.[0] ?? '';
  const replaces = { start: offset - word.length, end: offset };
  const inline = /^\s*(\w[\w-]*):\s*\[?[^:]*$/.exec(at.before)?.[1];
  const key = inline ?? path[0];
  if (inline === undefined && key === undefined) return keyProposals(replaces);
  if (key === 'analyse') return inline === undefined ? [] : truthProposals(at, word);
  if (key === 'ignore') return ruleProposals([], replaces);
  if (inline !== undefined) return [];
  if (key === 'not-applicable' && path.length > 1) {
    return ['reason', 'until'].map((name) => keyOf(name, replaces));
  }
  if (key !== 'answers' && key !== 'not-applicable') return [];
  return criterionProposals(['absent', 'partial'], [], replaces, report, pack).map((proposal) => ({
    ...proposal,
    newText: `${proposal.newText}: `,
  }));
}

function keyProposals(replaces: Proposal['replaces']): readonly Proposal[] {
  return frontMatterKeys.map((key) => keyOf(key, replaces));
}

function keyOf(key: string, replaces: Proposal['replaces']): Proposal {
  return { label: key, kind: 'word', replaces, newText: `${key}: ` };
}

/** The keys that a line of that indent lies below, outermost first. */
function keysAbove(document: StrategyDocument, line: number, indent: number): readonly string[] {
  const keys: string[] = [];
  let left = indent;
  for (let above = line - 1; above > 0 && left > 0; above--) {
    const [, blanks, key] = /^(\s*)([\w.-]+):/.exec(lineText(document, above)) ?? [];
    if (blanks === undefined || key === undefined || blanks.length >= left) continue;
    keys.unshift(key);
    left = blanks.length;
  }
  return keys;
}
