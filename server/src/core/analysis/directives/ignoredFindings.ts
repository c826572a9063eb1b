import type { SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Finding } from '../../report/coverageReport.ts';
import { directiveFinding, removeFix, removeNameFix } from './directiveFindings.ts';
import type { IgnoreDirective } from './directives.ts';

/**
 * Leaves out what the author does not want to see, and tells of each wish that met nothing.
 * @param findings about the document and about its directives
 * @param ignores the author's wishes
 * @param document that they stand in
 * @returns what is left
 */
export function withoutIgnored(
  findings: readonly Finding[],
  ignores: readonly IgnoreDirective[],
  document: StrategyDocument,
): readonly Finding[] {
  if (ignores.length === 0) return findings;
  const wishes = ignores.flatMap((ignore) => wishesOf(ignore, document));
  const met = new Set<Wish>();
  const left = findings.filter((finding) => {
    // Where two wishes say the same, the first has said it.
    const meeting = wishes.find((wish) => isMeant(wish, finding));
    if (meeting !== undefined) met.add(meeting);
    return meeting === undefined;
  });
  const unmet = wishes
    .filter((wish) => !met.has(wish) && wish.rule?.text !== 'unused-directive')
    .map(unmetFinding);
  const isTold = !wishes.some(({ rule, scope }) => rule?.text === 'unused-directive' && !scope);
  return isTold ? [...left, ...unmet] : left;
}

/** One rule, or all, in one place, or in the whole file. */
interface Wish {
  readonly ignore: IgnoreDirective;
  readonly rule?: IgnoreDirective['rules'][number];
  readonly scope?: SourceRange;
}

function wishesOf(ignore: IgnoreDirective, document: StrategyDocument): Wish[] {
  const scope = ignore.isWholeFile
    ? {}
    : { scope: constructBehind(document, ignore.written.place.end) };
  if (ignore.rules.length === 0) return [{ ignore, ...scope }];
  return ignore.rules.map((rule) => ({ ignore, rule, ...scope }));
}

function isMeant({ rule, scope }: Wish, finding: Finding): boolean {
  if (rule !== undefined && rule.text !== finding.rule) return false;
  // What cannot be followed is said all the same, unless it is named: silence would hide a slip.
  if (rule === undefined && DIRECTIVE_RULES.has(finding.rule)) return false;
  const { start, end } = finding.range;
  return scope === undefined || (start < scope.end && scope.start < Math.max(end, start + 1));
}

/** The rules about directives themselves. */
export const DIRECTIVE_RULES: ReadonlySet<string> = new Set([
  'unusable-directive',
  'unused-directive',
  'expired-directive',
]);

function unmetFinding({ ignore, rule }: Wish): Finding {
  const { written, isWholeFile } = ignore;
  const where = isWholeFile ? 'in this file' : 'here';
  if (rule === undefined) {
    const message = `There is nothing to ignore ${where}. Remove this directive.`;
    return directiveFinding('unused-directive', written.range, message, [removeFix(written)]);
  }
  const message = `Nothing ${where} is reported as ${rule.text}, so there is nothing to ignore.`;
  return directiveFinding('unused-directive', rule.range, message, [removeNameFix(written, rule)]);
}

/**
 * What stands behind a place: a heading, or a paragraph, or a whole list or table.
 * @param document to look into
 * @param offset UTF-16
 * @returns its range; empty at the end of the text where nothing follows
 */
export function constructBehind(document: StrategyDocument, offset: number): SourceRange {
  const { blocks, sections, text } = document;
  const nothing = { start: text.length, end: text.length };
  const index = blocks.findIndex(({ kind, range }) => kind !== 'comment' && range.start >= offset);
  const block = blocks[index];
  const heading = sections.find(({ heading: own }) => (own?.range.start ?? -1) >= offset)?.heading;
  if (heading !== undefined && heading.range.start < (block?.range.start ?? text.length)) {
    return heading.range;
  }
  if (block === undefined) return nothing;
  let last = block;
  for (const following of blocks.slice(index + 1)) {
    const isSame =
      following.section === block.section &&
      ((block.kind === 'table-row' && following.kind === 'table-row') ||
        (block.depth !== undefined && following.depth !== undefined));
    if (!isSame) break;
    last = following;
  }
  return { start: block.range.start, end: Math.max(block.range.end, last.range.end) };
}

/**
 * Where the heading, paragraph, list or table begins that a place lies in.
 * @param document to look into
 * @param offset UTF-16
 * @returns undefined where it lies in none of them
 */
export function constructStart(document: StrategyDocument, offset: number): number | undefined {
  const { blocks, sections } = document;
  const heading = sections.find(
    ({ heading: own }) => own !== undefined && own.range.start <= offset && offset < own.range.end,
  )?.heading;
  if (heading !== undefined) return heading.range.start;
  let index = blocks.findLastIndex(
    ({ kind, range }) => kind !== 'comment' && range.start <= offset,
  );
  const block = blocks[index];
  if (block === undefined || offset >= Math.max(block.range.end, block.range.start + 1)) return;
  while (index > 0) {
    const before = blocks[index - 1];
    const isSame =
      before?.section === block.section &&
      ((block.kind === 'table-row' && before.kind === 'table-row') ||
        (block.depth !== undefined && before.depth !== undefined));
    if (!isSame) break;
    index--;
  }
  return blocks[index]?.range.start;
}
