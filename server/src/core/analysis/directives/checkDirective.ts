import { didYouMean } from '../../didYouMean.ts';
import type { PlacedText, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Finding } from '../../report/coverageReport.ts';
import { rules } from '../rules.ts';
import { dayIn, isDay, yearLater } from './days.ts';
import {
  directiveFinding,
  reasonFix,
  removeFix,
  removeNameFix,
  replaceFix,
} from './directiveFindings.ts';
import type { AnswersDirective, IgnoreDirective, WaiverDirective } from './directives.ts';
import { sectionBehind, sectionEntitled } from './sectionOfDirective.ts';
import { attributes, type Verb, verbs, type WrittenDirective } from './writtenDirective.ts';

const RULES: readonly string[] = rules.map(({ id }) => id);

/** What reading one directive yields. */
export interface Checked {
  readonly problems: readonly Finding[];
  readonly waivers?: readonly WaiverDirective[];
  readonly answers?: readonly AnswersDirective[];
  readonly ignores?: readonly IgnoreDirective[];
}

/**
 * Checks one directive against the pack and the rules.
 * @param written as it stands there
 * @param document that it stands in
 * @param pack whose criteria may be named
 * @param today such as `2026-11-24`; without it nothing expires
 */
export function checkDirective(
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

/**
 * A finding about a name that nobody knows, with fixes that write what was meant.
 * @param name as written
 * @param what it should have been
 * @param known all names that there are
 * @param otherwise fixes behind those
 * @param meant the names that may have been meant
 */
export function unknownName(
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
