import { FenceTracker } from './fences.ts';
import type { LinedText } from './linePosition.ts';
import { lineEndAt } from './linePosition.ts';
import type { Rewrite } from './rewriteText.ts';

/** Rewrites that let the parser read what authors meant. */
export interface NotationRewrites {
  readonly rewrites: readonly Rewrite[];
  /** UTF-16 offsets of the `#` of lines that CommonMark would not read as headings. */
  readonly looseHeadings: readonly number[];
}

/** Blanks that look like one and are none for CommonMark: no-break, full-width, and kin. */
const OTHER_BLANK = '[\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
/** `##` with a blank of another kind, or none, before the title; with one `#` only where it is no `#tag`. */
const LOOSE_HEADING = new RegExp(
  `^( {0,3})(#{1,6})(?:(${OTHER_BLANK}+)[ \\t]*(?=[^\\s#])|(?=${IDEOGRAPH})` +
    `|(?<=##)(?=[\\p{L}\\p{N}\\p{Extended_Pictographic}*_[「『【（《“"]))`,
  'u',
);
/** Docusaurus's `:::note` and `:::`. */
const ADMONITION_LINE = /^[ \t]*:{3,}[ \t]*(?:[\p{L}[{][^\r\n]*)?$/u;
/** Hugo's `{{< name >}}` and `{{% name %}}`. */
const SHORTCODE = /\{\{[<%][^\r\n{}]{0,500}[>%]\}\}/g;
const LONGEST_LINE = 20_000;

/**
 * Finds the notations of site generators, which are no text, and the headings that only an author
 * takes for headings. Fenced code is left alone.
 */
export function rewriteNotations(document: LinedText): NotationRewrites {
  const rewrites: Rewrite[] = [];
  const looseHeadings: number[] = [];
  const fences = new FenceTracker();
  for (let line = 0; line < document.lineStarts.length; line++) {
    const start = document.lineStarts[line] ?? 0;
    const end = lineEndAt(document, line);
    const text = document.text.slice(start, end);
    if (fences.next(text) !== 'outside' || text.length > LONGEST_LINE) continue;
    const heading = LOOSE_HEADING.exec(text);
    if (heading !== null) {
      const [, indent = '', marks = '', blanks = ''] = heading;
      const at = start + indent.length + marks.length;
      looseHeadings.push(start + indent.length);
      rewrites.push({ start: at, end: at + blanks.length, replacement: ' ' });
    } else if (ADMONITION_LINE.test(text)) {
      rewrites.push({ start, end, replacement: '' });
      continue;
    }
    if (!text.includes('{{')) continue;
    for (const match of text.matchAll(SHORTCODE)) {
      const at = start + match.index;
      rewrites.push({ start: at, end: at + match[0].length, replacement: '' });
    }
  }
  return { rewrites, looseHeadings };
}
