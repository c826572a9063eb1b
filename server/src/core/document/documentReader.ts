import { assembleDocument, NOTHING } from './assembleDocument.ts';
import { findEmbeddedData } from './embeddedData.ts';
import { readFrontMatter } from './frontMatter.ts';
import { changedLineStarts, type LinedText, lineStartsOf } from './linePosition.ts';
import type { Definition } from './parseMarkdown.ts';
import { type PlacedStretch, placeStretch } from './placedStretch.ts';
import {
  binaryProblem,
  findBinary,
  hasControlCharacter,
  loneSurrogateProblem,
} from './problems.ts';
import { LARGEST_PARSED, placeContent, readLargeText } from './readStretch.ts';
import { rewriteText } from './rewriteText.ts';
import type { StrategyDocument } from './strategyDocument.ts';
import { nextStretch, type Stretch, withOwnOrigins } from './stretches.ts';
import { type TextChange, textChange } from './textChange.ts';

/** What was read last, for the next version to build on. */
interface Latest {
  readonly document: StrategyDocument;
  /** Where the text behind the front matter starts. */
  readonly bodyStart: number;
  readonly stretches: readonly PlacedStretch[];
  /** True where it has neither control characters nor halves of characters. */
  readonly isClean: boolean;
}

/**
 * Reads the versions of one text, each with what was read of the one before: an edit costs the
 * stretches that it touches. The result is the same as if each version were read afresh.
 */
export class DocumentReader {
  #latest: Latest | undefined;

  /**
   * Takes the text exactly as the file has it; never throws: what is wrong with the text is in the
   * document's `problems`.
   * @param text the newest version
   */
  read(text: string): StrategyDocument {
    const latest = this.#latest;
    if (latest?.document.text === text) return latest.document;
    this.#latest = undefined;
    const change = latest === undefined ? undefined : textChange(latest.document.text, text);
    const document: LinedText = {
      text,
      lineStarts:
        latest === undefined || change === undefined
          ? lineStartsOf(text)
          : changedLineStarts(latest.document.lineStarts, text, change),
    };
    const isClean = latest?.isClean === true && change !== undefined && isCleanAt(text, change);
    const binary = isClean ? undefined : findBinary(text);
    if (binary !== undefined) {
      return assembleDocument(document, undefined, [], NOTHING, [binaryProblem(document, binary)]);
    }
    const surrogate = isClean ? undefined : loneSurrogateProblem(document);
    const problems = surrogate === undefined ? [] : [surrogate];
    const front = readFrontMatter(document);
    const bodyStart = front?.frontMatter.range.end ?? (text.startsWith('\ufeff') ? 1 : 0);
    if (text.length - bodyStart > LARGEST_PARSED) {
      const large = readIfLarge(text, bodyStart);
      if (large !== undefined) return assembleDocument(document, front, [], large, problems);
    }
    const cut = cutStretches(text, bodyStart, latest, change);
    const stretches = placeStretches(cut, bodyStart);
    const result = assembleDocument(document, front, stretches, NOTHING, problems);
    this.#latest = {
      document: result,
      bodyStart,
      stretches,
      isClean: isClean || (surrogate === undefined && !hasControlCharacter(text)),
    };
    return result;
  }
}

const SURROGATE = /[\ud800-\udfff]/;

/** Whether a change brought neither control characters nor anything that may be half a character. */
function isCleanAt(text: string, { start, newEnd }: TextChange): boolean {
  const changed = text.slice(Math.max(0, start - 1), newEnd + 1);
  return !SURROGATE.test(changed) && !hasControlCharacter(changed);
}

function readIfLarge(text: string, bodyStart: number) {
  const cuts = [{ start: 0, end: bodyStart }, ...findEmbeddedData(text)];
  const body = rewriteText(
    text,
    cuts.map((range) => ({ ...range, replacement: '' })),
  );
  if (body.text.length <= LARGEST_PARSED) return undefined;
  return placeContent(readLargeText(body.text), body.toSource);
}

/** A stretch, and how it was placed in the version before. */
interface CutStretch {
  readonly stretch: Stretch;
  readonly before?: PlacedStretch;
}

/** Cuts a text into stretches; those before and behind a change are taken as they are. */
function cutStretches(
  text: string,
  bodyStart: number,
  latest: Latest | undefined,
  change: TextChange | undefined,
): readonly CutStretch[] {
  if (latest === undefined || change === undefined) {
    return cutFrom(
      text,
      bodyStart,
      () => undefined,
      () => undefined,
    );
  }
  const old = latest.stretches;
  const reusable = (placed: PlacedStretch): CutStretch => ({
    stretch: placed.stretch,
    before: placed,
  });
  // A change in the first line of a stretch may join it to the one before.
  const isBehindFront = bodyStart === latest.bodyStart && change.start >= bodyStart;
  const first = isBehindFront ? Math.max(0, stretchAt(old, change.start) - 1) : 0;
  const start = isBehindFront ? (old[first]?.start ?? bodyStart) : bodyStart;
  const touched = old.slice(first, stretchAt(old, change.oldEnd) + 2).slice(-MOST_TOUCHED);
  const known = (source: string) => touched.find(({ stretch }) => stretch.text === source);
  const tailAt = (at: number): readonly CutStretch[] | undefined => {
    if (at < change.newEnd) return undefined;
    const before = at - change.newEnd + change.oldEnd;
    const index = stretchAt(old, before);
    return old[index]?.start === before ? old.slice(index).map(reusable) : undefined;
  };
  return [...old.slice(0, first).map(reusable), ...cutFrom(text, start, known, tailAt)];
}

/** Stretches at the edge of a change that are looked at for a text that is known. */
const MOST_TOUCHED = 64;

function cutFrom(
  text: string,
  start: number,
  known: (source: string) => PlacedStretch | undefined,
  tailAt: (at: number) => readonly CutStretch[] | undefined,
): readonly CutStretch[] {
  const cut: CutStretch[] = [];
  for (let at = start; at < text.length; ) {
    const stretch = nextStretch(text, at, (source) => known(source)?.stretch);
    const before = known(stretch.text);
    cut.push({ stretch, ...(before === undefined ? {} : { before }) });
    at += stretch.text.length;
    const tail = at < text.length ? tailAt(at) : undefined;
    if (tail !== undefined) return [...eachOnce(cut, tail), ...tail];
  }
  return eachOnce(cut, []);
}

/** Two places with the same text are two stretches: what is known of their blocks is kept apart. */
function eachOnce(cut: readonly CutStretch[], tail: readonly CutStretch[]): readonly CutStretch[] {
  const reused = cut.filter(({ before }) => before !== undefined);
  if (reused.length === 0) return cut;
  // Only what stood near the change can have been taken for it, and now stand behind it.
  const behind = tail.slice(0, cut.length + MOST_TOUCHED);
  const taken = new Set(behind.map(({ stretch }) => stretch));
  return cut.map((entry) => {
    if (entry.before === undefined) return entry;
    if (taken.has(entry.stretch)) return { stretch: withOwnOrigins(entry.stretch) };
    taken.add(entry.stretch);
    return entry;
  });
}

/** The index of the stretch that holds an offset; the last one for an offset behind all. */
function stretchAt(stretches: readonly PlacedStretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeStretches(cut: readonly CutStretch[], bodyStart: number): readonly PlacedStretch[] {
  const defined = definitionsOf(cut);
  const placed: PlacedStretch[] = [];
  let start = bodyStart;
  let section = 0;
  for (const { stretch, before } of cut) {
    const elsewhere = definedElsewhere(stretch, defined);
    const next = placeStretch(before, stretch, elsewhere, start, section);
    placed.push(next);
    start += stretch.text.length;
    section += next.headings.length;
  }
  return placed;
}

/** What is defined in a document, by label: the first definition holds. */
function definitionsOf(cut: readonly CutStretch[]): ReadonlyMap<string, Definition> {
  const defined = new Map<string, Definition>();
  for (const { stretch } of cut) {
    for (const definition of stretch.alone.definitions) {
      if (!defined.has(definition.label)) defined.set(definition.label, definition);
    }
  }
  return defined;
}

function definedElsewhere(
  { alone }: Stretch,
  defined: ReadonlyMap<string, Definition>,
): readonly Definition[] {
  if (defined.size === 0 || alone.mentions.length === 0) return [];
  return alone.mentions.flatMap((label) => {
    const definition = defined.get(label);
    return definition === undefined || alone.definitions.includes(definition) ? [] : [definition];
  });
}
