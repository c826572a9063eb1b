import type { CriterionTexts } from './pack.ts';

/** What to write in front of a section, and where its tab stops begin. */
export interface SectionSnippetOptions {
  /** From 1 to 6: the number of `#`. */
  readonly headingLevel: number;
  /** The number of the first tab stop, from 1: where several sections make one snippet, they go on counting. */
  readonly firstTabStop: number;
}

/** One section twice: for editors that expand snippets, and for all others. */
export interface SectionSnippet {
  /** In the snippet syntax of VS Code and LSP: `${1:[what to fill in]}`, without a final `$0`. */
  readonly snippet: string;
  /** The same with `[what to fill in]`. */
  readonly plainText: string;
  readonly nextTabStop: number;
}

const FILL_IN = /\{\{(.*?)\}\}/g;

/**
 * The heading and body of a criterion's section, with a tab stop for each `{{what to fill in}}`.
 * @param section a section's heading (text only) and body (Markdown), in one language
 * @param options the heading's level and the first tab stop's number
 * @returns both forms with `\n` as line end and no empty line around them
 */
export function sectionSnippet(
  section: CriterionTexts['section'],
  options: SectionSnippetOptions,
): SectionSnippet {
  const hashes = '#'.repeat(Math.min(6, Math.max(1, options.headingLevel)));
  const text = `${hashes} ${section.heading}\n\n${section.body.replace(/\r\n?/g, '\n').trim()}`;
  let tabStop = options.firstTabStop;
  // Splitting by a pattern with one group: fixed text at even places, what to fill in at odd ones.
  const parts = text.split(FILL_IN);
  const snippet = parts
    .map((part, index) =>
      index % 2 === 0
        ? escapeSnippetText(part)
        : `\${${tabStop++}:[${escapeSnippetText(part.trim())}]}`,
    )
    .join('');
  const plainText = parts.map((part, index) => (index % 2 === 0 ? part : `[${part.trim()}]`));
  return { snippet, plainText: plainText.join(''), nextTabStop: tabStop };
}

/**
 * Text that stands for itself in a snippet.
 * @param text any text
 */
export function escapeSnippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
