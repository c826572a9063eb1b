import { readComments } from '../analysis/directives/readComments.ts';
import { readFrontMatterDirectives } from '../analysis/directives/readFrontMatterDirectives.ts';
import type { PlacedText, SourceRange, StrategyDocument } from '../document/strategyDocument.ts';

/** What stands at a place that this tool can explain. */
export type Subject =
  | { readonly kind: 'section'; readonly section: number; readonly range: SourceRange }
  /** The id of a criterion or of a rule in a directive. */
  | { readonly kind: 'name'; readonly name: string; readonly range: SourceRange }
  /** A directive's own word, or the name of what stands behind it. */
  | { readonly kind: 'word'; readonly word: string; readonly range: SourceRange };

/**
 * @param document to look into
 * @param offset UTF-16
 * @returns undefined where there is nothing to explain
 */
export function subjectAt(document: StrategyDocument, offset: number): Subject | undefined {
  const section = document.sections.find(
    ({ heading }) => heading !== undefined && holds(heading.range, offset),
  );
  if (section?.heading !== undefined) {
    return { kind: 'section', section: section.index, range: section.heading.range };
  }
  const written = [...readComments(document), ...readFrontMatterDirectives(document).written];
  for (const { verb, names, attributes } of written) {
    const name = names.find(({ range }) => holds(range, offset));
    if (name !== undefined) return { kind: 'name', name: name.text, range: name.range };
    const words: readonly PlacedText[] = [verb, ...attributes.map(({ key }) => key)];
    const word = words.find(({ range }) => holds(range, offset));
    if (word !== undefined) return { kind: 'word', word: word.text, range: word.range };
  }
  return undefined;
}

function holds({ start, end }: SourceRange, offset: number): boolean {
  return start <= offset && offset <= end && start < end;
}
