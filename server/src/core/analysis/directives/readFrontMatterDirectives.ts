import type { PlacedText, SourceRange, StrategyDocument } from '../../document/strategyDocument.ts';
import { type FrontMatterEntry, frontMatterEntries } from './frontMatterEntries.ts';
import { lineRemoval } from './lineRemoval.ts';
import type { Attribute, WrittenDirective } from './writtenDirective.ts';

/** In the front matter there is nothing to stand before: what is ignored is ignored in the file. */
const IGNORE = 'ignore';

/** Keys of the front matter's mapping `ospo-strategy:`. */
export const frontMatterKeys = ['analyse', 'answers', 'not-applicable', IGNORE] as const;

/**
 * The directives in a document's front matter, and what is in them that is none.
 * @param document with front matter
 */
export function readFrontMatterDirectives(document: StrategyDocument): {
  readonly written: readonly WrittenDirective[];
  readonly unknown: readonly PlacedText[];
  /** Values that are neither true nor false. */
  readonly undecided: readonly PlacedText[];
} {
  const entries = frontMatterEntries(document);
  const declared = [
    ...(document.frontMatter?.entries ?? []).filter(({ key }) => key === 'ospo-strategy'),
    ...entries.filter(({ key }) => key.text === 'analyse'),
  ];
  return {
    written: entries.flatMap((entry) => directivesOf(document, entry, entries)),
    unknown: entries.filter(({ key }) => !isKnown(key)).map(({ key }) => key),
    undecided: declared
      .map(({ value }) => value)
      .filter(({ text }) => !/^(?:true|false)$/i.test(text)),
  };
}

function isKnown({ text }: PlacedText): boolean {
  return (frontMatterKeys as readonly string[]).includes(text);
}

/**
 * What the front matter's mapping says of whether the document is analysed: `analyse: true`.
 * @param document with front matter
 * @returns undefined where it says nothing
 */
export function declaredInMapping(document: StrategyDocument): boolean | undefined {
  const entry = frontMatterEntries(document).find(({ key }) => key.text === 'analyse');
  const value = entry?.value.text.toLowerCase();
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function directivesOf(
  document: StrategyDocument,
  entry: FrontMatterEntry,
  all: readonly FrontMatterEntry[],
): readonly WrittenDirective[] {
  const { key, value } = entry;
  if (key.text === 'analyse' || !isKnown(key)) return [];
  const whole = all.length > 1 ? entry.removal : mappingRemoval(document, entry.removal);
  // `ignore: thin-answer` is short for a list of one.
  const items = entry.entries.length > 0 ? entry.entries : itemIn(value, whole);
  return items.map((item): WrittenDirective => {
    const isAnswer = key.text === 'answers';
    const isIgnore = key.text === IGNORE;
    const last = item.entries.at(-1)?.value.range.end ?? item.value.range.end;
    const range = { start: item.key.range.start, end: Math.max(item.key.range.end, last) };
    return {
      verb: isIgnore ? { ...key, text: 'ignore-file' } : key,
      names: [item.key],
      attributes: isAnswer || isIgnore ? [] : attributesOf(document.text, item),
      range,
      place: range,
      removal: items.length > 1 ? item.removal : whole,
      reasonSlot: reasonSlotOf(document.text, item),
      ...(isAnswer ? { heading: item.value } : {}),
      isInFrontMatter: true,
    };
  });
}

/** With its last entry the whole mapping goes. */
function mappingRemoval(document: StrategyDocument, entry: SourceRange): SourceRange {
  const head = document.text.lastIndexOf('ospo-strategy:', entry.start);
  const lines = lineRemoval(document, { start: head, end: head + 'ospo-strategy:'.length });
  return { start: Math.min(lines.start, entry.start), end: Math.max(lines.end, entry.end) };
}

function itemIn(value: PlacedText, removal: SourceRange): readonly FrontMatterEntry[] {
  if (value.text === '') return [];
  const end = value.range.end;
  return [{ key: value, value: { text: '', range: { start: end, end } }, entries: [], removal }];
}

function attributesOf(text: string, { key, value, entries }: FrontMatterEntry): Attribute[] {
  const isQuoted = /["']/.test(text[value.range.start - 1] ?? '');
  if (value.text !== '' || isQuoted) {
    return [{ key: { text: 'reason', range: key.range }, value, range: value.range }];
  }
  return entries.map((entry) => ({
    key: entry.key,
    value: entry.value,
    range: { start: entry.key.range.start, end: entry.value.range.end },
  }));
}

/** Behind `petal.legal` or `petal.legal:`, or before the entries below it. */
function reasonSlotOf(
  text: string,
  { key, entries }: FrontMatterEntry,
): WrittenDirective['reasonSlot'] {
  const offset = key.range.end;
  const first = entries[0]?.key.range.start;
  if (first !== undefined) {
    const indent = /[\r\n]+[^\S\r\n]*$/.exec(text.slice(offset, first))?.[0];
    return { offset: first, before: 'reason: "', after: `"${indent ?? ', '}` };
  }
  const colon = /^["']?[^\S\r\n]*:/.exec(text.slice(offset, offset + 8))?.[0].length;
  if (colon !== undefined) return { offset: offset + colon, before: ' "', after: '"' };
  const quote = /^["']/.test(text.slice(offset, offset + 1)) ? 1 : 0;
  return { offset: offset + quote, before: ': "', after: '"' };
}
