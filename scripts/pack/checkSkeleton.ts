/** Checks of a section's skeleton. */

/**
 * What is wrong with the `{{...}}` of a skeleton or with its headings.
 * @param body Markdown with `{{what to fill in}}`
 * @returns a sentence with the remedy, or undefined where it is well formed
 */
export function skeletonProblem(body: string): string | undefined {
  const marks = body.match(/\{\{|\}\}/g) ?? [];
  if (marks.length === 0) return 'it has nothing to fill in; mark it as {{what to write}}.';
  const alternate = marks.every((mark, at) => mark === (at % 2 === 0 ? '{{' : '}}'));
  if (!alternate || marks.length % 2 === 1) {
    return 'its {{ and }} do not pair; close every {{ before the next opens.';
  }
  if (/\{\{\s*\}\}/.test(body)) return 'a {{}} is empty; say what to fill in.';
  if (/\{\{[^}]*\n[^}]*\}\}/.test(body)) return 'a {{...}} spans lines; put it on one line.';
  if (/^ {0,3}#{1,6}\s/m.test(body)) return 'it holds a heading; the tool adds the heading itself.';
  return undefined;
}
