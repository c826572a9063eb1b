import { type LinedText, linePositionAt } from './linePosition.ts';
import type { DocumentProblem, SourceRange } from './strategyDocument.ts';

/** More control characters than one in this many UTF-16 units are not a text that someone wrote. */
const CONTROL_SHARE = 100;
const CONTROL_CHARACTERS = /[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g;

/** A problem before its line number is known. */
export interface Finding {
  readonly id: DocumentProblem['id'];
  readonly range: SourceRange;
  /** Says what is wrong and what to do; takes the number (from 1) of the line. */
  readonly say: (line: number) => string;
}

/** Makes a problem whose message names the line. */
export function problemAt(document: LinedText, { id, range, say }: Finding): DocumentProblem {
  return { id, range, message: say(linePositionAt(document, range.start).line + 1) };
}

/** Whether there is any character that no text has, even one alone. */
export function hasControlCharacter(text: string): boolean {
  return text.includes('\0') || text.search(CONTROL_CHARACTERS) >= 0;
}

/** The place and kind of what shows that `text` is no text at all, if it shows. */
export function findBinary(text: string): SourceRange | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { start: nul, end: nul + 1 };
  const first = text.search(CONTROL_CHARACTERS);
  if (first < 0) return undefined;
  const count = text.match(CONTROL_CHARACTERS)?.length ?? 0;
  if (count < 8 || count * CONTROL_SHARE < text.length) return undefined;
  return { start: first, end: first + 1 };
}

/** The problem of a file that is not text. */
export function binaryProblem(document: LinedText, range: SourceRange): DocumentProblem {
  return problemAt(document, {
    id: 'binary',
    range,
    say: (line) =>
      `Line ${line} holds control characters that no text has: a binary file, so it was not read. ` +
      'Open the Markdown file itself, or save it again as UTF-8 text.',
  });
}

/** The problem of a text with half of a surrogate pair in it, at the first one. */
export function loneSurrogateProblem(document: LinedText): DocumentProblem | undefined {
  const at = document.text.search(/\p{Surrogate}/u);
  if (at < 0) return undefined;
  return problemAt(document, {
    id: 'lone-surrogate',
    range: { start: at, end: at + 1 },
    say: (line) =>
      `Line ${line} holds half of a character (a lone surrogate), which no file can store. ` +
      'Delete it and type the character again.',
  });
}
