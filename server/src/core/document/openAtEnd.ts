import type { RootContent } from 'mdast';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const CLOSING_FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** How CommonMark's HTML blocks of the kinds that go on over blank lines start and end. */
const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /^<!--(?:>|->|.*-->)/s],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/**
 * Whether the last block of a text would go on behind a blank line and a line that is not indented:
 * fenced code and some HTML do until their end comes; all else ends there.
 * @param last the last node at the top of the tree
 * @param text that was parsed
 */
export function isOpenAtEnd(last: RootContent | undefined, text: string): boolean {
  if (last?.type === 'html') {
    const html = last.value.trimStart();
    return HTML_ENDS.some(([start, end]) => start.test(html) && !end.test(html));
  }
  if (last?.type !== 'code') return false;
  const source = text.slice(last.position?.start.offset, last.position?.end.offset);
  const opening = FENCE.exec(source)?.[1];
  if (opening === undefined) return false;
  const lines = source.trimEnd().split(/\r\n|\r|\n/);
  const closing = CLOSING_FENCE.exec(lines.at(-1) ?? '')?.[1] ?? '';
  return lines.length < 2 || !closing.startsWith(opening);
}
