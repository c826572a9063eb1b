import type { Term } from '../pack/pack.ts';
import { isSpacedWordCharacter, normaliseText } from './normaliseText.ts';

/** Where a term was found, in UTF-16 offsets of the normalised text. */
export interface TermHit<Use> {
  readonly use: Use;
  readonly start: number;
  readonly end: number;
}

interface Node<Use> {
  readonly next: Map<number, Node<Use>>;
  readonly whole: Use[];
  readonly prefix: Use[];
}

function newNode<Use>(): Node<Use> {
  return { next: new Map(), whole: [], prefix: [] };
}

/**
 * All terms of a vocabulary in one trie, so that a text is read once whatever the number of terms.
 * Owns the trie; plain data goes in and comes out.
 */
export class TermMatcher<Use> {
  private readonly root = newNode<Use>();

  /**
   * @param term a word or phrase; a final `*` matches any continuation
   * @param use what a hit of it is reported with
   */
  add(term: Term, use: Use): void {
    const isPrefix = term.endsWith('*');
    const letters = normaliseText(isPrefix ? term.slice(0, -1) : term);
    if (letters === '') return;
    let node = this.root;
    for (let index = 0; index < letters.length; index++) {
      const code = letters.charCodeAt(index);
      let next = node.next.get(code);
      if (next === undefined) {
        next = newNode();
        node.next.set(code, next);
      }
      node = next;
    }
    (isPrefix ? node.prefix : node.whole).push(use);
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
    let node: Node<Use> | undefined = this.root;
    for (let end = start; node !== undefined; end++) {
      if (end > start) {
        for (const use of node.prefix) hits.push({ use, start, end: wordEnd(text, end) });
        if (node.whole.length > 0 && endsWord(text, end)) {
          for (const use of node.whole) hits.push({ use, start, end });
        }
      }
      node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
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
