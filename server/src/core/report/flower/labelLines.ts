/**
 * Titles broken into lines that fit beside a petal. Nothing measures text here: the width of a
 * character is estimated, so that the picture is the same wherever it is made.
 */

/** Widths in parts of the font's size. */
const wideCharacter = 1;
const narrowCharacter = 0.62;
const capital = 0.78;
const broadLetter = 0.95;
/** East Asian scripts, full-width forms and pictographs. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** However many marks are piled on one letter. */
const mostCharacters = 60;

/** The estimated width of a text, in parts of the font's size. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (wide.test(character)) return wideCharacter;
  if (/[MWmw@%—]/.test(character)) return broadLetter;
  return /\p{Lu}/u.test(character) ? capital : narrowCharacter;
}

/**
 * Breaks a title into lines, between words where there are any, and ends it with "…" where it is
 * too long.
 * @param title one line of text
 * @param width of a line, in parts of the font's size
 * @param most how many lines there may be, at least 1
 */
export function labelLines(title: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  // What no label can show is not worth cutting up.
  let rest = [...title.trim().replace(/\s+/gu, ' ').slice(0, 1_000)];
  while (rest.length > 0) {
    const fits = charactersThatFit(rest, width);
    const isLast = lines.length === most - 1;
    if (fits === rest.length) return [...lines, rest.join('')];
    if (isLast) {
      const cut = charactersThatFit(rest, width - 1);
      return [...lines, `${rest.slice(0, cut).join('').trimEnd()}…`];
    }
    const taken = breakAt(rest, fits);
    lines.push(rest.slice(0, taken).join('').trimEnd());
    rest = rest.slice(taken);
    while (rest[0] === ' ') rest.shift();
  }
  return lines.length === 0 ? [''] : lines;
}

/** At least one, so that every line takes something. */
function charactersThatFit(characters: readonly string[], width: number): number {
  let used = 0;
  let count = 0;
  for (const character of characters) {
    used += textWidth(character);
    if (used > width || count >= mostCharacters) break;
    count += 1;
  }
  return Math.max(1, count);
}

/** Behind the last space or hyphen that fits, or between wide characters; else in the word. */
function breakAt(characters: readonly string[], fits: number): number {
  for (let at = fits; at > 0; at -= 1) {
    const [before = '', after = ''] = [characters[at - 1], characters[at]];
    if (after === ' ' || before === '-' || before === ' ' || before === '/') return at;
    if (wide.test(before) && wide.test(after)) return at;
  }
  return fits;
}
