import { didYouMean } from '../../didYouMean.ts';
import { lineIndexAt } from '../../document/linePosition.ts';
import type { PlacedText, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Finding } from '../../report/coverageReport.ts';
import { type RuleId, rules } from '../rules.ts';
import { dayIn, isDay, yearLater } from './days.ts';
import {
  directiveFinding,
  reasonFix,
  removeFix,
  removeNameFix,
  replaceFix,
} from './directiveFindings.ts';
import { readComments } from './readComments.ts';
import { frontMatterKeys, readFrontMatterDirectives } from './readFrontMatterDirectives.ts';
import { sectionBehind, sectionEntitled } from './sectionOfDirective.ts';
import { attributes, type Verb, verbs, type WrittenDirective } from './writtenDirective.ts';

/** A criterion that does not apply, with a reason, until a day or for good. */
export interface WaiverDirective {
  readonly criterion: string;
  readonly reason: string;
  readonly range: SourceRange;
  readonly name: PlacedText;
  readonly written: WrittenDirective;
}

/** The author's word that a section answers a criterion. */
export interface AnswersDirective {
  readonly criterion: string;
  /** The index of the section. */
  readonly section: number;
  readonly name: PlacedText;
  readonly written: WrittenDirective;
}

/** Findings that the author does not want to see. */
export interface IgnoreDirective {
  readonly isWholeFile: boolean;
  /** Ids of rules; none means all. */
  readonly rules: readonly PlacedText[];
  readonly written: WrittenDirective;
}

/** What the author tells the tool, and what of it cannot be followed. */
export interface Directives {
  readonly waivers: ReadonlyMap<string, WaiverDirective>;
  readonly answers: readonly AnswersDirective[];
  readonly ignores: readonly IgnoreDirective[];
  readonly problems: readonly Finding[];
}

const RULES: readonly string[] = rules.map(({ id }) => id);

/** What reading one directive yields. */
interface Checked {
  readonly problems: readonly Finding[];
  readonly waivers?: readonly WaiverDirective[];
  readonly answers?: readonly AnswersDirective[];
  readonly ignores?: readonly IgnoreDirective[];
}

/**
 * Reads and checks what the author tells the tool, in comments and in the front matter.
 * @param document with its comments
 * @param pack whose criteria may be named
 * @param today such as `2026-11-24`; without it nothing expires
 */
export function readDirectives(document: StrategyDocument, pack: Pack, today?: string): Directives {
  const { written, unknown } = readFrontMatterDirectives(document);
  const checked = [...written, ...readComments(document)].map((directive) =>
    check(directive, document, pack, today),
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
      ...unknown.map((key) => unknownName(key, 'key of "ospo-strategy"', frontMatterKeys, [])),
      ...checked.flatMap(({ problems }) => problems),
      ...repeated,
    ],
  };
}

function check(
  written: WrittenDirective,
  document: StrategyDocument,
  pack: Pack,
  today: string | undefined,
): Checked {
  switch (written.verb.text as Verb) {
    case 'answers':
      return checkAnswers(written, document, pack);
    case 'not-applicable':
      return checkWaiver(written, pack, today);
    case 'ignore-next':
    case 'ignore-file':
      return checkIgnore(written);
    default:
      return { problems: [unknownName(written.verb, 'directive', verbs, [removeFix(written)])] };
  }
}

function unknownName(
  name: PlacedText,
  what: string,
  known: readonly string[],
  otherwise: readonly ReturnType<typeof removeFix>[],
  meant = didYouMean(name.text, known),
): Finding {
  const hint =
    meant.length > 0
      ? `Did you mean ${meant.join(' or ')}?`
      : `Choose one of: ${known.join(', ')}.`;
  const fixes = meant.map((word) => replaceFix(name, word));
  const message = `"${name.text}" is no ${what}. ${hint}`;
  return directiveFinding('unusable-directive', name.range, message, [...fixes, ...otherwise]);
}

function unusable(
  written: WrittenDirective,
  message: string,
  range = written.range,
  fixes = [removeFix(written)],
): Finding {
  return directiveFinding('unusable-directive', range, message, fixes);
}

/** The names that are ids of criteria, and findings about the others. */
function checkCriteria(
  written: WrittenDirective,
  pack: Pack,
): { readonly known: readonly PlacedText[]; readonly problems: readonly Finding[] } {
  const { names } = written;
  const criteria = pack.criteria.map(({ id }) => id);
  if (names.length === 0) {
    const message = `Write which criterion is meant: ${written.verb.text} ${criteria[0] ?? 'ID'}.`;
    return { known: [], problems: [unusable(written, message)] };
  }
  const unknown = names.filter(({ text }) => !criteria.includes(text));
  return {
    known: names.filter(({ text }) => criteria.includes(text)),
    problems: unknown.map((name) =>
      unknownName(
        name,
        'criterion of this framework',
        criteria,
        [removeNameFix(written, name)],
        partsOf(name.text, pack),
      ),
    ),
  };
}

/** Where the organisation has split it, its parts are meant. */
function partsOf(id: string, { criteria }: Pack): readonly string[] | undefined {
  const parts = criteria.filter(({ origin }) => origin === id).map((part) => part.id);
  return parts.length > 0 ? parts : undefined;
}

function checkAnswers(written: WrittenDirective, document: StrategyDocument, pack: Pack): Checked {
  const { known, problems } = checkCriteria(written, pack);
  const section =
    written.heading === undefined
      ? sectionBehind(document, written.place)
      : sectionEntitled(document, written.heading.text);
  if (section === undefined) {
    const message = written.isInFrontMatter
      ? `No heading of this document reads "${written.heading?.text ?? ''}". Write the heading of the section that answers it.`
      : 'No section begins here. Put the comment before the heading of the section that answers it.';
    return { problems: [...problems, unusable(written, message)] };
  }
  const answers = known.map((name) => ({ criterion: name.text, section, name, written }));
  return { problems: [...problems, ...attributeProblems(written, [])], answers };
}

function checkWaiver(written: WrittenDirective, pack: Pack, today: string | undefined): Checked {
  const { known, problems } = checkCriteria(written, pack);
  const found = [...problems, ...attributeProblems(written, attributes)];
  if (known.length === 0) return { problems: found };
  const reason = written.attributes.find(({ key }) => key.text === 'reason');
  const until = written.attributes.find(({ key }) => key.text === 'until');
  const ids = known.map(({ text }) => text).join(', ');
  const text = reason?.value.text.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '') {
    const message = `The waiver of ${ids} takes effect once it has a reason: reason="why it does not apply here".`;
    const fixes = reason === undefined ? [reasonFix(written)] : [];
    return {
      problems: [
        ...found,
        unusable(written, message, written.range, [...fixes, removeFix(written)]),
      ],
    };
  }
  if (until !== undefined && !isDay(until.value.text)) {
    return { problems: [...found, malformedDay(written, until.value)] };
  }
  if (until !== undefined && today !== undefined && until.value.text < today) {
    return { problems: [...found, expired(written, ids, until.value, today)] };
  }
  const { range } = written;
  const waivers = known.map((name) => ({
    criterion: name.text,
    reason: text,
    range,
    name,
    written,
  }));
  return { problems: found, waivers };
}

function malformedDay(written: WrittenDirective, value: PlacedText): Finding {
  const day = dayIn(value.text);
  const message = `"${value.text}" is no day. Write it as year, month, day: until=2027-06-30. Until then the waiver has no effect.`;
  const fixes = day === undefined ? [] : [replaceFix(value, day)];
  return unusable(written, message, value.range, [...fixes, removeFix(written)]);
}

function expired(
  written: WrittenDirective,
  ids: string,
  until: PlacedText,
  today: string,
): Finding {
  const message = `The waiver of ${ids} ended on ${until.text}. Does it still not apply? Then extend it; else remove it.`;
  const day = yearLater(today);
  const extend = { ...replaceFix(until, day), title: `Extend it to ${day}`, kind: 'extend-waiver' };
  return directiveFinding('expired-directive', until.range, message, [extend, removeFix(written)]);
}

function checkIgnore(written: WrittenDirective): Checked {
  const isKnown = ({ text }: PlacedText): boolean => RULES.includes(text);
  const known = written.names.filter(isKnown);
  const problems = written.names
    .filter((name) => !isKnown(name))
    .map((name) => unknownName(name, 'rule', RULES, [removeNameFix(written, name)]));
  const isWholeFile = written.verb.text === 'ignore-file';
  const nothingLeft = written.names.length > 0 && known.length === 0;
  return {
    problems: [...problems, ...attributeProblems(written, ['reason'])],
    ignores: nothingLeft ? [] : [{ isWholeFile, rules: known, written }],
  };
}

function attributeProblems(
  { verb, attributes: given }: WrittenDirective,
  known: readonly string[],
): readonly Finding[] {
  return given
    .filter(({ key }) => !known.includes(key.text))
    .map(({ key, range }) => {
      const meant = didYouMean(key.text, known);
      const hint = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
      const message = `"${verb.text}" takes no "${key.text}".${hint}`;
      const remove = {
        title: `Remove "${key.text}"`,
        kind: 'correct-directive',
        edits: [{ range, newText: '' }],
      };
      const fixes = meant.map((word) => replaceFix(key, word));
      return directiveFinding('unusable-directive', key.range, message, [...fixes, remove]);
    });
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
    const fix = removeNameFix(later.written, later.name);
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
