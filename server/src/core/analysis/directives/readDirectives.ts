import { lineIndexAt } from '../../document/linePosition.ts';
import type { PlacedText, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Finding } from '../../report/coverageReport.ts';
import type { RuleId } from '../rules.ts';
import { checkDirective, unknownName } from './checkDirective.ts';
import { directiveFinding, removeNameFix } from './directiveFindings.ts';
import type { AnswersDirective, Directives, WaiverDirective } from './directives.ts';
import { readComments } from './readComments.ts';
import { frontMatterKeys, readFrontMatterDirectives } from './readFrontMatterDirectives.ts';

/**
 * Reads and checks what the author tells the tool, in comments and in the front matter.
 * @param document with its comments
 * @param pack whose criteria may be named
 * @param today such as `2026-11-24`; without it nothing expires
 */
export function readDirectives(document: StrategyDocument, pack: Pack, today?: string): Directives {
  const { written, unknown, undecided } = readFrontMatterDirectives(document);
  const checked = [...written, ...readComments(document)].map((directive) =>
    checkDirective(directive, document, pack, today),
  );
  const waivers = checked.flatMap((each) => each.waivers ?? []);
  const answers = checked.flatMap((each) => each.answers ?? []);
  const repeated = repetitions(document, waivers, answers);
  const holds = ({ name }: { readonly name: PlacedText }): boolean =>
    !repeated.some(({ range }) => range === name.range);
  return {
    waivers: new Map(waivers.filter(holds).map((waiver) => [waiver.criterion, waiver])),
    answers: answers.filter(holds),
    ignores: checked.flatMap((each) => each.ignores ?? []),
    problems: [
      ...undecided.map((value) => unknownName(value, 'answer here', ['true', 'false'], [])),
      ...unknown.map((key) => unknownName(key, 'key of "ospo-strategy"', frontMatterKeys, [])),
      ...checked.flatMap(({ problems }) => problems),
      ...repeated,
    ],
  };
}

/**
 * Of two that say the same, the second is idle. A waiver gives a reason, so it holds against the word
 * that a section answers.
 */
function repetitions(
  document: StrategyDocument,
  waivers: readonly WaiverDirective[],
  answers: readonly AnswersDirective[],
): readonly Finding[] {
  const inOrder = <Said extends { readonly name: PlacedText }>(said: readonly Said[]): Said[] =>
    said.toSorted((a, b) => a.name.range.start - b.name.range.start);
  const said = [...inOrder(waivers), ...inOrder(answers)];
  return said.flatMap((later, index): Finding[] => {
    const earlier = said
      .slice(0, index)
      .find((candidate) => candidate.criterion === later.criterion && isAtOdds(candidate, later));
    if (earlier === undefined) return [];
    const line = lineIndexAt(document.lineStarts, earlier.name.range.start) + 1;
    const isRepetition = 'section' in earlier === 'section' in later;
    const rule: RuleId = isRepetition ? 'unused-directive' : 'unusable-directive';
    const message = isRepetition
      ? `Line ${line} already says this of ${later.criterion}; one of the two is enough.`
      : `Line ${line} says that ${later.criterion} does not apply, and holds. Keep one of the two.`;
    const removal = removeNameFix(later.written, later.name);
    const fix = isRepetition ? { ...removal, isSafe: true as const } : removal;
    return [directiveFinding(rule, later.name.range, message, [fix])];
  });
}

/** Two sections may answer one criterion together. */
function isAtOdds(
  earlier: WaiverDirective | AnswersDirective,
  later: WaiverDirective | AnswersDirective,
): boolean {
  if (!('section' in earlier) || !('section' in later)) return true;
  return earlier.section === later.section;
}
