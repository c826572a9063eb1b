import type { PlacedText, StrategyDocument } from '../../document/strategyDocument.ts';
import type { Edit } from '../coverageReport.ts';
import { escapeMarkdown } from '../markdownReport.ts';

/** The comments between which the picture's line stands; ours, so that it can be renewed. */
const opening = 'ospo-strategy-flower';
const closing = '/ospo-strategy-flower';

/**
 * The edits that show the flower's picture in a document: under its title, or where the comments of
 * an earlier time stand.
 * @param document to show it in
 * @param picture the picture's file, relative to the document
 * @param alt what the picture says, for who does not see it
 * @returns none where it is shown as it should be
 */
export function flowerBlock(
  document: StrategyDocument,
  picture: string,
  alt: string,
): readonly Edit[] {
  const ending = /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
  const image = `![${escapeMarkdown(alt)}](${asDestination(picture)})`;
  const block = [`<!-- ${opening} -->`, image, `<!-- ${closing} -->`].join(ending);
  const shown = shownBlock(document.comments);
  if (shown !== undefined) {
    const isCurrent = document.text.slice(shown.start, shown.end) === block;
    return isCurrent ? [] : [{ range: shown, newText: block }];
  }
  const at = placeOfBlock(document);
  const before = document.text.slice(0, at);
  const lead = before === '' || /[\r\n]$/.test(before) ? '' : ending;
  const newText = `${lead}${before.trim() === '' ? '' : ending}${block}${ending}`;
  return [{ range: { start: at, end: at }, newText }];
}

/** From the first opening comment to the closing one behind it. */
function shownBlock(comments: readonly PlacedText[]): Edit['range'] | undefined {
  const first = comments.findIndex(({ text }) => text === opening);
  const start = comments[first]?.range.start;
  const end = comments.slice(first + 1).find(({ text }) => text === closing)?.range.end;
  return first < 0 || start === undefined || end === undefined ? undefined : { start, end };
}

/** Behind the line of the document's first heading, else at its top, behind the front matter. */
function placeOfBlock({ sections, frontMatter, text }: StrategyDocument): number {
  const title = sections.find(({ heading }) => heading !== undefined)?.heading;
  const from = title?.range.end ?? frontMatter?.range.end;
  if (from === undefined) return text.startsWith('\uFEFF') ? 1 : 0;
  const rest = /\r\n|\n|\r/.exec(text.slice(from));
  return rest === null ? text.length : from + rest.index + rest[0].length;
}

/** A link's destination: what would end it is escaped. */
function asDestination(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
