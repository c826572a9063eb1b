/**
 * Text of a document or pack that stands for itself in Markdown: it can make no markup, no link and
 * no line of its own.
 * @param text any text
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
}

/**
 * Markdown as a client without Markdown shows it.
 * @param markdown as this server writes it
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/^(?:```\w*|#{1,6} )\n?/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~&$])/g, '$1');
}

/**
 * Text in a fenced block, whatever fences it holds itself.
 * @param text any text
 */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text}\n${fence}`;
}
