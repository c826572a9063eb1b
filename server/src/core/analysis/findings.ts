import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { Block, SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { CriterionKind, LanguageTag, Pack } from '../pack/pack.ts';
import type { CriterionResult, Evidence, Finding } from '../report/coverageReport.ts';
import { lineSpan } from '../report/lineSpan.ts';
import type { MessageId } from '../report/messages/english.ts';
import { textDamage } from './damage/textDamage.ts';
import type { Eligibility } from './eligibleText.ts';
import { type FindingWords, findingWords } from './findingWords.ts';
import { type RuleId, severityOf } from './rules.ts';

/** How missing criteria are told: one finding a kind, or one a criterion. */
export type AbsentStyle = 'summary' | 'each';

export interface FindingsInput {
  readonly document: StrategyDocument;
  readonly pack: Pack;
  readonly criteria: readonly CriterionResult[];
  readonly eligibility: readonly Eligibility[];
  /** What is to be said about the author's directives. */
  readonly directiveFindings: readonly Finding[];
  readonly absent: AbsentStyle;
  /** `2026-11-24`. */
  readonly today?: string;
  /** Of the messages; English where it is absent. */
  readonly language?: LanguageTag;
}

const MISSING: { readonly [kind in CriterionKind]: RuleId } = {
  question: 'missing-question',
  petal: 'missing-petal',
  element: 'missing-element',
};

/**
 * What an author should know, from the coverage and the document.
 * @param input all that the analysis found
 * @returns findings in document order
 */
export function findings(input: FindingsInput): readonly Finding[] {
  const words = findingWords(input.pack, input.language ?? 'en');
  const kinds = Object.keys(MISSING) as CriterionKind[];
  const all = [
    ...kinds.flatMap((kind) => missingFindings(kind, input, words)),
    ...input.criteria.flatMap((result) => sectionFinding(result, input, words)),
    ...documentFindings(input),
  ];
  return all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The title's own line, without a line break; the start of the text where there is no title. */
function titleRange(document: StrategyDocument): SourceRange {
  if (document.title !== undefined) return document.title.range;
  const first = document.sections.find(({ heading }) => heading !== undefined)?.heading?.range;
  const firstBlock = document.blocks.find(({ kind }) => kind !== 'comment')?.range;
  return first ?? lineOf(document, firstBlock?.start ?? 0);
}

/** From an offset to the end of its line. */
function lineOf(document: StrategyDocument, start: number): SourceRange {
  const end = lineEndAt(document, lineIndexAt(document.lineStarts, start));
  return { start, end: Math.max(start, end) };
}

/** A criterion whose own heading is there is not missing: its section is unwritten. */
function isMissing(result: CriterionResult): boolean {
  return result.level === 'absent' && result.section === undefined;
}

function missingFindings(
  kind: CriterionKind,
  input: FindingsInput,
  words: FindingWords,
): readonly Finding[] {
  const { document, criteria } = input;
  const { say } = words;
  const missing = criteria.filter((result) => result.kind === kind && isMissing(result));
  const rule = MISSING[kind];
  const range = titleRange(document);
  const finding = (results: readonly CriterionResult[], message: string): Finding => ({
    rule,
    severity: severityOf(rule),
    range,
    message,
    criteria: results.map(({ id }) => id),
    related: results.flatMap(({ id }) => askedOnly(id, input, words)),
  });
  if (missing.length === 0) return [];
  if (input.absent === 'each') {
    return missing.map((result) => {
      const values = { title: words.title(result.id), description: words.description(result.id) };
      return finding([result], say(`missing-${kind}-one`, values));
    });
  }
  const all = criteria.filter((result) => result.kind === kind).length;
  const count = missing.length;
  const titles = missing.map(({ id }) => words.title(id)).join(', ');
  const what = say(`missing-${kind}-${count === all ? 'all' : 'some'}`, { count, all, titles });
  return [finding(missing, `${what} ${say('insert-or-waive')}`)];
}

/** Where the document repeats the question without answering it. */
function askedOnly(
  criterion: string,
  { document, eligibility }: FindingsInput,
  { say, title }: FindingWords,
): Finding['related'] {
  return document.blocks.flatMap((block, index) => {
    const text = eligibility[index];
    const asks = text?.eligible === false && text.criterion === criterion;
    if (!asks) return [];
    return [{ range: block.range, message: say('asked-only', { title: title(criterion) }) }];
  });
}

function sectionFinding(
  result: CriterionResult,
  input: FindingsInput,
  words: FindingWords,
): readonly Finding[] {
  if (result.level === 'partial') return [thinFinding(result, input, words)];
  if (result.level === 'absent' && result.section !== undefined) {
    return [unwrittenFinding(result, result.section, input, words)];
  }
  return [];
}

function thinFinding(
  result: CriterionResult,
  { document }: FindingsInput,
  words: FindingWords,
): Finding {
  const { say, title } = words;
  const own = result.evidence.filter(({ path }) => path === undefined);
  const [first] = own.sort((a, b) => b.facets.length - a.facets.length);
  const lacking = result.facets.filter(({ met }) => !met);
  const parts = words.list(lacking.map(({ id }) => words.missing(result.id, id)));
  const message = [
    say('thin-answer', { title: title(result.id) }),
    ...foundFacets(result, document, words),
    lacking.length > 0 ? say('lacking-facets', { parts }) : say('stays-general'),
  ];
  return {
    rule: 'thin-answer',
    severity: severityOf('thin-answer'),
    range: thinRange(document, result, first),
    message: message.join(' '),
    criteria: [result.id],
    related: [],
  };
}

/** "Found: projects named (lines 30-32)." The author sees what counted before what is missing. */
function foundFacets(
  { id: criterion, facets, evidence }: CriterionResult,
  document: StrategyDocument,
  { facet, say }: FindingWords,
): readonly string[] {
  const parts = facets.flatMap(({ id, met }) => {
    const found = evidence.find((piece) => piece.facets.includes(id));
    if (!met || found === undefined) return [];
    const { startLine: first, endLine: last } =
      found.lines ?? lineSpan(document.lineStarts, found.range);
    const span = say(first === last ? 'line' : 'lines', { first, last });
    const where = found.path === undefined ? span : `${found.path}, ${span}`;
    return [`${facet(criterion, id)} (${where})`];
  });
  return parts.length > 0 ? [say('found-facets', { parts: parts.join(', ') })] : [];
}

/** Its section's heading where it has one, else the label or line where the answer begins. */
function thinRange(
  document: StrategyDocument,
  result: CriterionResult,
  first: Evidence | undefined,
): SourceRange {
  const heading =
    result.section === undefined ? undefined : document.sections[result.section]?.heading?.range;
  if (heading !== undefined) return heading;
  if (first === undefined) return titleRange(document);
  const label = document.blocks.find(({ range }) => range.start === first.range.start)?.label
    ?.range;
  return label ?? lineOf(document, first.range.start);
}

function unwrittenFinding(
  result: CriterionResult,
  section: number,
  { document, eligibility }: FindingsInput,
  { description, say, title }: FindingWords,
): Finding {
  const heading = document.sections[section]?.heading;
  const below = document.blocks
    .map((block, index) => ({ block, text: eligibility[index] }))
    .filter(({ block }) => block.section === section);
  const what = say('unwritten-section', { title: title(result.id) });
  return {
    rule: 'unwritten-section',
    severity: severityOf('unwritten-section'),
    range: heading?.range ?? titleRange(document),
    message: `${what} ${say(whyUnwritten(below))} ${description(result.id)}`,
    criteria: [result.id],
    related: [],
  };
}

function whyUnwritten(
  below: readonly { readonly block: Block; readonly text: Eligibility | undefined }[],
): MessageId {
  const reasons = new Set(
    below.flatMap(({ text }) => (text?.eligible === false ? [text.because] : [])),
  );
  if (below.length === 0) return 'nothing-below';
  if (reasons.has('placeholder')) return 'has-placeholders';
  if (reasons.has('restated-question') || reasons.has('question')) return 'only-asks';
  return reasons.has('prompt') ? 'only-prompts' : 'other-text';
}

function documentFindings({ document, directiveFindings }: FindingsInput): readonly Finding[] {
  const finding = (rule: RuleId, range: SourceRange, message: string): Finding => ({
    rule,
    severity: severityOf(rule),
    range,
    message,
    criteria: [],
    related: [],
  });
  return [
    ...document.problems.map(({ range, message }) => finding('damaged-document', range, message)),
    ...textDamage(document),
    ...directiveFindings,
  ];
}
