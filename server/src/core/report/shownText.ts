/** Control characters and marks that reorder text: in a terminal they could hide or fake lines. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text of a document or a file's name, made safe to print on a terminal.
 * @param text any text
 */
export function shownText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
