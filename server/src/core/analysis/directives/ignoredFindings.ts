import type { SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Finding } from '../../report/coverageReport.ts';
import { constructBehind } from './constructs.ts';
import { directiveFinding, removeFix, removeNameFix } from './directiveFindings.ts';
import type { IgnoreDirective } from './directives.ts';

/**
 * Leaves out what the author does not want to see, and tells of each wish that met nothing.
 * @param findings about the document and about its directives
 * @param ignores the author's wishes
 * @param document that they stand in
 * @returns what is left, in document order
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
  if (!isTold) return left;
  return [...left, ...unmet].toSorted((a, b) => a.range.start - b.range.start);
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
