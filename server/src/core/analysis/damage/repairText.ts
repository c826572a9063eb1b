import { type CodePage, codePages } from './codePages.ts';

/** A repaired text, and what had happened to it. */
export interface Repair {
  readonly text: string;
  /** The name of the encoding that its UTF-8 had been read in. */
  readonly misreadAs: string;
  /** How often: text that is damaged and saved again is damaged twice. */
  readonly times: 1 | 2;
}

const bytesOf = new Map<CodePage, ReadonlyMap<string, number>>(
  codePages.map((page) => [
    page,
    new Map(Array.from(page.upperHalf, (character, index) => [character, 0x80 + index])),
  ]),
);

/** Bytes 0xC2 to 0xF4 open a character of UTF-8, 0x80 to 0xBF go on with it: what they were misread as. */
const SUSPICIOUS = new RegExp(codePages.map(({ upperHalf }) => pairOf(upperHalf)).join('|'), 'u');

function pairOf(upperHalf: string): string {
  const escaped = (characters: string): string => characters.replace(/[\\\]^-]/g, '\\$&');
  return `[${escaped(upperHalf.slice(0x42, 0x75))}][${escaped(upperHalf.slice(0, 0x40))}]`;
}

/** What people write documents in: letters of living scripts, punctuation, symbols, emoji. */
const SENSIBLE =
  /^[\u00a0-\u024f\u0370-\u04ff\u2000-\u2bff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef\p{Extended_Pictographic}]*$/u;
const ASIAN_OR_EMOJI = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\p{Extended_Pictographic}]/gu;
/** One line alone may hold such a pair by chance ("l’État" in Mac Roman). */
const FEWEST_LINES = 2;

/**
 * Repairs a text whose UTF-8 was read in a single-byte encoding, once or twice. Takes the whole text for
 * damaged where all of it can be turned back, else single lines of which at least two can be.
 * @param text as the file has it
 * @returns undefined where the text is healthy; else a text with as many lines
 */
export function repairText(text: string): Repair | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  for (const page of codePages) {
    const once = turnedBack(text, page);
    const twice = once === undefined ? undefined : turnedBack(once, page);
    if (twice !== undefined && isSensible(twice)) {
      return { text: twice, misreadAs: page.name, times: 2 };
    }
    const repaired = once !== undefined && isSensible(once) ? once : linesTurnedBack(text, page);
    if (repaired !== undefined) return { text: repaired, misreadAs: page.name, times: 1 };
  }
  return undefined;
}

function isSensible(text: string): boolean {
  // Variation selectors and joiners only ever stand between the parts of an emoji.
  return SENSIBLE.test(text.replace(/[\0-\x7f]|\ufe0f|\u200d/g, ''));
}

/** The text that the bytes of a text in a code page are in UTF-8; undefined where they are none. */
function turnedBack(text: string, page: CodePage): string | undefined {
  const bytes = bytesOf.get(page);
  const encoded = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const byte = unit < 0x80 ? unit : bytes?.get(text[index] ?? '');
    if (byte === undefined) return undefined;
    encoded[index] = byte;
  }
  const decoded = decodedStrictly(encoded);
  return decoded === text ? undefined : decoded;
}

function decodedStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function linesTurnedBack(text: string, page: CodePage): string | undefined {
  let repaired = 0;
  const lines = text.split('\n').map((line) => {
    if (!SUSPICIOUS.test(line)) return line;
    const back = turnedBack(line, page);
    if (back === undefined || !isSensible(back) || count(back) <= count(line)) return line;
    repaired++;
    return back;
  });
  return repaired >= FEWEST_LINES ? lines.join('\n') : undefined;
}

function count(line: string): number {
  return line.match(ASIAN_OR_EMOJI)?.length ?? 0;
}
