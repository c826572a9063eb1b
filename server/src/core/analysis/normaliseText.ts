const LATIN_WITH_MARKS = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
/** Hyphens and underscores separate words as blanks do: "open-source" is "open source". */
const SEPARATORS = /[\s\-_\u2010-\u2015\u00a0\u3000]+/g;
/** Invisible, or optional between the parts of a Japanese compound. */
const IGNORED = /[\u00ad\u200b-\u200f\u2060\ufeff\u30fb]/g;

/**
 * Text as terms are compared: compatibility forms folded (NFKC), lower case, Latin letters without
 * accents, one kind of apostrophe, single blanks between words. Kana and Hangul keep their marks.
 * @param text any text
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(LATIN_WITH_MARKS, (letter) => letter.normalize('NFD').replace(COMBINING_MARKS, ''))
    .replace(APOSTROPHES, "'")
    .replace(IGNORED, '')
    .replace(SEPARATORS, ' ')
    .trim();
}

/**
 * Whether a character belongs to a word of a script that puts blanks between words.
 * @param code a UTF-16 code unit of normalised text; NaN (no character) is none
 */
export function isSpacedWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x27 ||
    (code >= 0xdf && code <= 0x24f) ||
    (code >= 0x370 && code <= 0x5ff)
  );
}
