import { packVocabulary } from '../analysis/packVocabulary.ts';
import { type SectionCriteria, sectionCriteria } from '../analysis/sectionCriteria.ts';
import { sectionAt } from '../document/sections.ts';
import type { Section, StrategyDocument } from '../document/strategyDocument.ts';
import { type Criterion, type CriterionKind, criterionTexts, type Pack } from '../pack/pack.ts';
import { sectionSnippet } from '../pack/sectionSnippet.ts';
import type { DocumentReport } from '../report/coverageReport.ts';
import { cursorLine, isInCode, isInComment } from './cursorLine.ts';
import type { Proposal } from './proposal.ts';

/** `## `, with or without a heading behind it. A tab stop of a snippet may leave the blank out. */
const HEADING = /^ {0,3}(#{1,6})(?:[^\S\r\n]+|$)/;

/**
 * At a heading: the sections that the document still lacks, first those that fit the place. Where
 * something is written below already, only the heading.
 * @param document as its author has it
 * @param offset UTF-16, where the cursor is
 * @param report its analysis
 * @param pack the same that analysed it
 */
export function headingProposals(
  document: StrategyDocument,
  offset: number,
  report: DocumentReport,
  pack: Pack,
): readonly Proposal[] {
  const { before, range, text } = cursorLine(document, offset);
  const hashes = HEADING.exec(before)?.[1];
  if (hashes === undefined || isInCode(document, offset) || isInComment(document, offset))
    return [];
  const isTitle =
    hashes.length === 1 && (document.title?.range.start ?? range.start) >= range.start;
  if (isTitle) return [];
  const start = range.start + before.indexOf('#');
  const current = document.sections.find(({ heading }) => heading?.range.start === start);
  const missing = report.criteria.filter(
    ({ level, section }) =>
      level === 'absent' && (section === undefined || section === current?.index),
  );
  const wanted = pack.criteria.filter(({ id }) => missing.some((result) => result.id === id));
  const rank = fitAt(document, start, hashes.length, pack);
  const isWritten = current !== undefined && hasContent(document, current);
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  return wanted
    .toSorted((a, b) => rank(a) - rank(b))
    .map((criterion): Proposal => {
      const { section, title } = criterionTexts(criterion, report.language);
      const heading = `${hashes} ${section.heading}`;
      const whole = sectionSnippet(section, { headingLevel: hashes.length, firstTabStop: 1 });
      const inEol = (written: string): string => written.replaceAll('\n', eol);
      return {
        label: section.heading,
        kind: 'section',
        replaces: { start, end: Math.max(offset, range.start + text.trimEnd().length) },
        newText: isWritten ? heading : inEol(whole.plainText),
        ...(isWritten ? {} : { snippet: inEol(whole.snippet) }),
        filterText: `${heading} ${title} ${criterion.id}`,
        criterion: criterion.id,
      };
    });
}

/** Whether anything but comments and link targets stands below a heading. */
function hasContent(document: StrategyDocument, { index, heading }: Section): boolean {
  return document.blocks.some(
    ({ kind, section, range }) =>
      section === index &&
      range.start >= (heading?.range.end ?? 0) &&
      kind !== 'comment' &&
      kind !== 'link-definition',
  );
}

/** Lower fits better: the kind of the sections around first, then what the pack has next. */
function fitAt(
  document: StrategyDocument,
  start: number,
  level: number,
  pack: Pack,
): (criterion: Criterion) => number {
  const sections = sectionCriteria(document, packVocabulary(pack));
  const around = criteriaAround(document, sections, start, level);
  const kinds = around.flatMap((id) => pack.criteria.find((one) => one.id === id)?.kind ?? []);
  const kind = mostFrequent(kinds);
  const order = pack.criteria.map(({ id }) => id);
  const last = around.at(-1);
  const from = last === undefined ? 0 : order.indexOf(last);
  return (criterion) => {
    const distance = (order.indexOf(criterion.id) - from + order.length) % order.length;
    return distance + (kind === undefined || criterion.kind === kind ? 0 : order.length);
  };
}

/** What the headings above the place, with the same parent, and the parent itself name. */
function criteriaAround(
  document: StrategyDocument,
  { own }: SectionCriteria,
  start: number,
  level: number,
): readonly string[] {
  const above = document.sections.slice(0, sectionAt(document.sections, start) + 1);
  const before = above.filter(
    ({ heading }) => heading !== undefined && heading.range.start < start,
  );
  const parent = before.findLast(({ heading }) => (heading?.level ?? 0) < level);
  const siblings = before.filter(
    ({ index, heading }) => index > (parent?.index ?? -1) && heading?.level === level,
  );
  const named = siblings.flatMap(({ index }) => [...(own[index] ?? [])]);
  return named.length > 0 || parent === undefined ? named : [...(own[parent.index] ?? [])];
}

function mostFrequent(kinds: readonly CriterionKind[]): CriterionKind | undefined {
  const count = (kind: CriterionKind): number => kinds.filter((other) => other === kind).length;
  return kinds.toSorted((a, b) => count(b) - count(a))[0];
}
