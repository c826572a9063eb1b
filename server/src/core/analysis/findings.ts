import { lineEndAt, lineIndexAt } from '../document/linePosition.ts';
import type { Block, SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import { type Criterion, type CriterionKind, criterionTitle, type Pack } from '../pack/pack.ts';
import type { CriterionResult, Evidence, Finding } from '../report/coverageReport.ts';
import { lineSpan } from '../report/lineSpan.ts';
import type { Eligibility } from './eligibleText.ts';
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
}

const MISSING: {
  readonly [kind in CriterionKind]: { rule: RuleId; one: string; many: string; not: string };
} = {
  question: {
    rule: 'missing-question',
    one: 'guiding question',
    many: 'guiding questions',
    not: 'Not answered here',
  },
  petal: { rule: 'missing-petal', one: 'petal', many: 'petals', not: 'Not covered here' },
  element: { rule: 'missing-element', one: 'element', many: 'elements', not: 'Not found here' },
};

/**
 * What an author should know, from the coverage and the document.
 * @param input all that the analysis found
 * @returns findings in document order
 */
export function findings(input: FindingsInput): readonly Finding[] {
  const kinds = Object.keys(MISSING) as CriterionKind[];
  const all = [
    ...kinds.flatMap((kind) => missingFindings(kind, input)),
    ...input.criteria.flatMap((result) => sectionFinding(result, input)),
    ...documentFindings(input),
  ];
  return all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function criterionOf(id: string, pack: Pack): Criterion | undefined {
  return pack.criteria.find((criterion) => criterion.id === id);
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

function missingFindings(kind: CriterionKind, input: FindingsInput): readonly Finding[] {
  const { document, pack, criteria } = input;
  const missing = criteria.filter((result) => result.kind === kind && isMissing(result));
  const { rule, one, many, not } = MISSING[kind];
  const range = titleRange(document);
  const finding = (results: readonly CriterionResult[], message: string): Finding => ({
    rule,
    severity: severityOf(rule),
    range,
    message,
    criteria: results.map(({ id }) => id),
    related: results.flatMap(({ id }) => askedOnly(id, input)),
  });
  if (missing.length === 0) return [];
  if (input.absent === 'each') {
    return missing.map((result) => {
      const description = criterionOf(result.id, pack)?.texts.en.description ?? '';
      const title = criterionTitle(pack, result.id);
      return finding([result], `${not}, the ${one} "${title}". ${description}`);
    });
  }
  const all = criteria.filter((result) => result.kind === kind).length;
  const titles = missing.map(({ id }) => criterionTitle(pack, id)).join(', ');
  const count = missing.length === all ? `all ${all}` : `${missing.length} of ${all}`;
  const remedy = 'Insert their sections with a quick fix, or waive what does not apply.';
  return [finding(missing, `${not}, ${count} ${many}: ${titles}. ${remedy}`)];
}

/** Where the document repeats the question without answering it. */
function askedOnly(
  criterion: string,
  { document, eligibility, pack }: FindingsInput,
): Finding['related'] {
  return document.blocks.flatMap((block, index) => {
    const text = eligibility[index];
    const asks = text?.eligible === false && text.criterion === criterion;
    if (!asks) return [];
    const message = `${criterionTitle(pack, criterion)} is asked here, not answered.`;
    return [{ range: block.range, message }];
  });
}

function sectionFinding(result: CriterionResult, input: FindingsInput): readonly Finding[] {
  if (result.level === 'partial') return [thinFinding(result, input)];
  if (result.level === 'absent' && result.section !== undefined) {
    return [unwrittenFinding(result, result.section, input)];
  }
  return [];
}

function thinFinding(result: CriterionResult, { document, pack }: FindingsInput): Finding {
  const own = result.evidence.filter(({ path }) => path === undefined);
  const [first] = own.sort((a, b) => b.facets.length - a.facets.length);
  const criterion = criterionOf(result.id, pack);
  const lacking = (criterion?.facets ?? []).filter(({ id }) =>
    result.facets.some((facet) => facet.id === id && !facet.met),
  );
  const parts = lacking.map(({ missing }) => missing.en);
  const found = foundFacets(result, document, criterion);
  const advice =
    parts.length > 0
      ? `It does not ${inWords(parts)}.`
      : 'It stays general: add names, numbers, dates or roles of this organisation.';
  return {
    rule: 'thin-answer',
    severity: severityOf('thin-answer'),
    range: thinRange(document, result, first),
    message: `${criterionTitle(pack, result.id)}: a thin answer. ${found}${advice}`,
    criteria: [result.id],
    related: [],
  };
}

/** "Found: projects named (lines 30-32). " The author sees what counted before what is missing. */
function foundFacets(
  { facets, evidence }: CriterionResult,
  document: StrategyDocument,
  criterion: Criterion | undefined,
): string {
  const parts = facets.flatMap(({ id, met }) => {
    const first = evidence.find((piece) => piece.facets.includes(id));
    if (!met || first === undefined) return [];
    const { startLine, endLine } = first.lines ?? lineSpan(document.lineStarts, first.range);
    const span = startLine === endLine ? `line ${startLine}` : `lines ${startLine}-${endLine}`;
    const lines = first.path === undefined ? span : `${first.path}, ${span}`;
    const title = criterion?.facets.find((facet) => facet.id === id)?.title.en ?? id;
    return [`${title.toLowerCase()} (${lines})`];
  });
  return parts.length > 0 ? `Found: ${parts.join(', ')}. ` : '';
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

/** "a", "a or b", "a, b or c". */
function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

function unwrittenFinding(
  result: CriterionResult,
  section: number,
  { document, pack, eligibility }: FindingsInput,
): Finding {
  const heading = document.sections[section]?.heading;
  const below = document.blocks
    .map((block, index) => ({ block, text: eligibility[index] }))
    .filter(({ block }) => block.section === section);
  const description = criterionOf(result.id, pack)?.texts.en.description ?? '';
  return {
    rule: 'unwritten-section',
    severity: severityOf('unwritten-section'),
    range: heading?.range ?? titleRange(document),
    message: `${criterionTitle(pack, result.id)}: this section is still to be written. ${whyUnwritten(below)} ${description}`,
    criteria: [result.id],
    related: [],
  };
}

function whyUnwritten(
  below: readonly { readonly block: Block; readonly text: Eligibility | undefined }[],
): string {
  const reasons = new Set(
    below.flatMap(({ text }) => (text?.eligible === false ? [text.because] : [])),
  );
  if (below.length === 0) return 'There is nothing below its heading.';
  if (reasons.has('placeholder')) return 'It still has placeholders.';
  if (reasons.has('restated-question') || reasons.has('question'))
    return 'It asks; it does not answer.';
  if (reasons.has('prompt')) return 'It tells what to write, and nobody has yet.';
  return 'What stands here does not answer it.';
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
    ...directiveFindings,
  ];
}
