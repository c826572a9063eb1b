const QUESTION_END = /[?？][»"'”’)）\s]*$/u;

/**
 * Whether a text ends by asking, closing quotation marks and brackets behind the mark allowed.
 * @param text a sentence, heading, label or block
 */
export function asksQuestion(text: string): boolean {
  return QUESTION_END.test(text);
}
