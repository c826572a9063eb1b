import { lineStartsOf } from './linePosition.ts';
import { binaryProblem, findBinary, problemAt } from './problems.ts';
import type { DocumentProblem } from './strategyDocument.ts';

/** A file's text and what is wrong with its bytes. */
export interface DecodedText {
  /** With its byte order mark, as U+FEFF; empty where the file is binary. */
  readonly text: string;
  readonly problems: DocumentProblem[];
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/**
 * Decodes a file: UTF-16 where a byte order mark says so, else UTF-8. Bytes that are neither become
 * U+FFFD and a problem at the first of them. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const binary = findBinary(text);
  if (binary !== undefined) {
    const problem = binaryProblem({ text, lineStarts: lineStartsOf(text) }, binary);
    return { text: '', problems: [{ ...problem, range: { start: 0, end: 0 } }] };
  }
  if (isWellFormed(bytes, encoding)) return { text, problems: [] };
  const start = firstReplaced(bytes, encoding, text);
  const document = { text, lineStarts: lineStartsOf(text) };
  const problem = problemAt(document, {
    id: 'invalid-utf8',
    range: { start, end: Math.min(start + 1, text.length) },
    say: (line) =>
      `Line ${line} is not valid ${ENCODING_NAMES[encoding]}; the bytes that could not be read ` +
      'stand as \ufffd. Open the file with the encoding it was written in and save it as UTF-8.',
  });
  return { text, problems: [problem] };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function isWellFormed(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offset of the first U+FFFD that stands for bad bytes. The file may hold that character in
 * its own right, so each is tried: the text up to it must be all that the bytes before it say.
 */
function firstReplaced(bytes: Uint8Array, encoding: Encoding, text: string): number {
  const wide = encoding !== 'utf-8';
  let offset = 0;
  let at = 0;
  for (let next = text.indexOf('\ufffd'); next >= 0; next = text.indexOf('\ufffd', next + 1)) {
    at += wide ? 2 * (next - offset) : utf8Length(text, offset, next);
    if (!standsFor(bytes, at, encoding)) return next;
    at += wide ? 2 : 3;
    offset = next + 1;
  }
  return Math.max(0, text.length - 1);
}

/** Whether the bytes at `at` are a U+FFFD that somebody wrote. */
function standsFor(bytes: Uint8Array, at: number, encoding: Encoding): boolean {
  if (encoding === 'utf-8') {
    return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
  }
  const [high, low] = encoding === 'utf-16le' ? [at + 1, at] : [at, at + 1];
  return bytes[high] === 0xff && bytes[low] === 0xfd;
}

function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair is half of four bytes.
    if (unit < 0x80) length += 1;
    else length += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}
