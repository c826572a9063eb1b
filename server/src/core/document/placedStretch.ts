import type { Definition } from './parseMarkdown.ts';
import type { Finding } from './problems.ts';
import { placeContent, type StretchReading } from './readStretch.ts';
import type { Block, Comment, Heading } from './strategyDocument.ts';
import { readAmong, type Stretch } from './stretches.ts';

/** A stretch in its place: what it says, with ranges in the whole text. */
export interface PlacedStretch {
  readonly stretch: Stretch;
  readonly reading: StretchReading;
  /** Definitions of other stretches that it was read with, as one text to compare. */
  readonly readWith: string;
  /** UTF-16 offset in the whole text. */
  readonly start: number;
  /** The index of the section that its first line stands in, unless that is a heading. */
  readonly section: number;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly findings: readonly Finding[];
}

/**
 * Puts a stretch in its place, with as much as possible of what is there already.
 * @param before the same stretch in the version before, if it was there
 * @param stretch to place
 * @param elsewhere what other stretches define of what it mentions
 * @param start its UTF-16 offset
 * @param section how many headings stand before it
 */
export function placeStretch(
  before: PlacedStretch | undefined,
  stretch: Stretch,
  elsewhere: readonly Definition[],
  start: number,
  section: number,
): PlacedStretch {
  const readWith = elsewhere.map(({ label, url }) => `${label}\n${url}`).join('\n');
  const isSame = before?.stretch === stretch && before.readWith === readWith;
  if (isSame && before.start === start && before.section === section) return before;
  const reading = isSame ? before.reading : readAmong(stretch, elsewhere);
  const { content } = reading;
  const { headings, blocks, comments, findings } = placeContent(content, (range) => ({
    start: range.start + start,
    end: range.end + start,
  }));
  let passed = 0;
  return {
    stretch,
    reading,
    readWith,
    start,
    section,
    headings,
    blocks: blocks.map((block): Block => {
      while ((headings[passed]?.range.start ?? Number.POSITIVE_INFINITY) <= block.range.start) {
        passed++;
      }
      return { ...block, section: section + passed };
    }),
    comments,
    findings,
  };
}
