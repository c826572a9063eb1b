import type { Term } from '../pack/pack.ts';
import { isSpacedWordCharacter, normaliseText } from './normaliseText.ts';

/** Where a term was found, in UTF-16 offsets of the normalised text. */
export interface TermHit<Use> {
  readonly use: Use;
  readonly start: number;
  readonly end: number;
}

interface Entry<Use> {
  readonly letters: string;
  readonly isPrefix: boolean;
  readonly uses: Use[];
}

/** Terms at least this long share a bucket with those that begin alike; shorter ones are their own key. */
const KEY_LENGTH = 6;

/**
 * All terms of a vocabulary, found by how they begin, so that a text is read once whatever the number
 * of terms. Owns the buckets; plain data goes in and comes out.
 */
export class TermMatcher<Use> {
  private readonly buckets = new Map<string, Entry<Use>[]>();

  /**
   * @param term a word or phrase; a final `*` matches any continuation
   * @param use what a hit of it is reported with
   */
  add(term: Term, use: Use): void {
    const isPrefix = term.endsWith('*');
    const letters = normaliseText(isPrefix ? term.slice(0, -1) : term);
    if (letters === '') return;
    const key = letters.slice(0, KEY_LENGTH);
    const bucket = this.buckets.get(key);
    const known = bucket?.find((entry) => entry.letters === letters && entry.isPrefix === isPrefix);
    if (known !== undefined) known.uses.push(use);
    else if (bucket !== undefined) bucket.push({ letters, isPrefix, uses: [use] });
    else this.buckets.set(key, [{ letters, isPrefix, uses: [use] }]);
  }

  /**
   * Every term in a text, in order of its start. A term of a spaced script starts at a word's start
   * and ends at a word's end, a plural `s` allowed; other scripts match anywhere.
   * @param text text that `normaliseText` has made
   */
  match(text: string): TermHit<Use>[] {
    const hits: TermHit<Use>[] = [];
    for (let start = 0; start < text.length; start++) {
      const inWord =
        isSpacedWordCharacter(text.charCodeAt(start)) &&
        isSpacedWordCharacter(text.charCodeAt(start - 1));
      if (!inWord || followsElision(text, start)) this.matchFrom(text, start, hits);
    }
    return hits;
  }

  private matchFrom(text: string, start: number, hits: TermHit<Use>[]): void {
    const longest = Math.min(KEY_LENGTH, text.length - start);
    for (let length = 1; length <= longest; length++) {
      for (const { letters, isPrefix, uses } of this.buckets.get(
        text.slice(start, start + length),
      ) ?? []) {
        const end = start + letters.length;
        if (!text.startsWith(letters, start)) continue;
        if (!isPrefix && !endsWord(text, end)) continue;
        for (const use of uses) hits.push({ use, start, end: isPrefix ? wordEnd(text, end) : end });
      }
    }
  }
}

const ELISION = /(?:^|[^\p{L}\p{N}'])(?:\p{L}|qu)'$/u;

/** "l'administration", "d'un", "qu'elle": a word starts behind the apostrophe; in "don't" none does. */
function followsElision(text: string, start: number): boolean {
  return text[start - 1] === "'" && ELISION.test(text.slice(Math.max(0, start - 4), start));
}

function endsWord(text: string, end: number): boolean {
  if (!isSpacedWordCharacter(text.charCodeAt(end - 1))) return true;
  const following = text.charCodeAt(end);
  if (!isSpacedWordCharacter(following)) return true;
  const isPluralOrGenitive = text[end] === 's' || text[end] === "'";
  return isPluralOrGenitive && wordEnd(text, end) <= end + 2;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isSpacedWordCharacter(text.charCodeAt(end))) end++;
  return end;
}
