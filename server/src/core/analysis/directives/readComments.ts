import type { PlacedText, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import { directiveTokens, type Token } from './directiveTokens.ts';
import { lineRemoval } from './lineRemoval.ts';
import type { Attribute, WrittenDirective } from './writtenDirective.ts';

const ADDRESS = /^\s*ospo-strategy:/;
/** What the maturity checklist writes behind its items: model, stage and item. */
const CHECKLIST_MARK = /^(?:checklist|[\w-]+\.[\w-]+\.[\w-]+)$/;
/** Nobody writes more by hand; a text full of them must not cost its square. */
const MOST_READ = 1000;
const LONGEST_READ = 10_000;
const OPENING = '<!--'.length;
const CLOSING = '-->';

/**
 * The directives in a document's comments: one a line, or several with `;` between them. Each line
 * may repeat `ospo-strategy:`.
 * @param document with its comments
 * @returns in document order
 */
export function readComments(document: StrategyDocument): readonly WrittenDirective[] {
  const addressed = document.comments.filter(({ text }) => ADDRESS.test(text));
  return addressed.slice(0, MOST_READ).flatMap(({ range }) => readComment(document, range));
}

function readComment(
  document: StrategyDocument,
  comment: SourceRange,
): readonly WrittenDirective[] {
  const { text } = document;
  const isClosed = text.slice(comment.start, comment.end).endsWith(CLOSING);
  const inside = {
    start: comment.start + OPENING,
    end: Math.min(
      isClosed ? comment.end - CLOSING.length : comment.end,
      comment.start + LONGEST_READ,
    ),
  };
  const statements = statementsOf(directiveTokens(text, inside));
  return statements.flatMap((statement, index): WrittenDirective[] => {
    const { verb, names, attributes, range } = statement;
    if (verb === undefined || CHECKLIST_MARK.test(verb.text)) return [];
    const before = statements[index - 1]?.range.end;
    const after = statements[index + 1]?.verb?.range.start;
    return [
      {
        verb,
        names,
        attributes,
        range,
        place: comment,
        removal: removalOf(document, comment, range, before, after),
        reasonSlot: {
          offset: names.at(-1)?.range.end ?? range.end,
          before: ' reason="',
          after: '"',
        },
        isInFrontMatter: false,
      },
    ];
  });
}

/** The last of a comment's directives takes the whole comment with it. */
function removalOf(
  document: StrategyDocument,
  comment: SourceRange,
  own: SourceRange,
  before: number | undefined,
  after: number | undefined,
): SourceRange {
  if (before !== undefined) return { start: before, end: own.end };
  if (after !== undefined) return { start: own.start, end: after };
  return lineRemoval(document, comment);
}

interface Statement {
  readonly verb?: PlacedText;
  readonly names: readonly PlacedText[];
  readonly attributes: readonly Attribute[];
  readonly range: SourceRange;
}

function statementsOf(tokens: readonly Token[]): readonly Statement[] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'end') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.flatMap((group) => {
    const said = group.filter(({ kind }) => kind !== 'address');
    const [first, ...rest] = said;
    const last = said.at(-1);
    if (first === undefined || last === undefined) return [];
    const range = { start: first.range.start, end: last.range.end };
    if (first.kind !== 'word') return [{ verb: first.value, names: [], attributes: [], range }];
    return [
      {
        verb: first.value,
        names: rest.flatMap((token) => (token.kind === 'word' ? [token.value] : [])),
        attributes: rest.flatMap((token) => attributeOf(token)),
        range,
      },
    ];
  });
}

/** Bare quoted text can only be the reason. */
function attributeOf(token: Token): Attribute[] {
  const { range, value } = token;
  if (token.kind === 'attribute') return [{ key: token.key, value, range }];
  if (token.kind !== 'quoted') return [];
  return [
    { key: { text: 'reason', range: { start: range.start, end: range.start } }, value, range },
  ];
}
