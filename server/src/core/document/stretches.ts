import { BlockOrigin } from './blockOrigin.ts';
import { FenceTracker } from './fences.ts';
import type { Definition } from './parseMarkdown.ts';
import { readStretch, type StretchReading } from './readStretch.ts';

/**
 * A piece of a document that reads the same alone as in its place: from a line that opens a block of
 * its own to the next such line behind a blank one.
 */
export interface Stretch {
  readonly text: string;
  readonly alone: StretchReading;
}

/** What a line may start with that goes on with, or depends on, what stands before the blank line. */
const GOES_ON = /^(?:[ \t<:{]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))/;
const BLANK = /^[ \t]*$/;

/**
 * Cuts the next stretch off a text. What it returns depends on nothing before `start`.
 * @param text the whole text
 * @param start UTF-16 offset of a line that opens a block of its own
 * @param known a stretch with this very text, where one was read before
 */
export function nextStretch(
  text: string,
  start: number,
  known: (text: string) => Stretch | undefined,
): Stretch {
  const lines = new StretchLines(text, start);
  for (let length = 0; ; ) {
    const end = lines.endBehind(start + length);
    const source = text.slice(start, end);
    const stretch = known(source) ?? { text: source, alone: readStretch(source, []) };
    if (end === text.length || !stretch.alone.isOpen) return stretch;
    // Twice as much each time, so that an element that is never closed costs no square.
    length = 2 * (end - start);
  }
}

/**
 * Whether a line may open a stretch, given that a blank line stands before it.
 * @param line without its line end
 */
export function opensStretch(line: string): boolean {
  return line !== '' && !GOES_ON.test(line) && !BLANK.test(line);
}

/** Walks over the lines of a stretch to the places where it may end. */
class StretchLines {
  private readonly text: string;
  private readonly fences = new FenceTracker();
  private at: number;
  private isBehindBlank = false;

  constructor(text: string, start: number) {
    this.text = text;
    this.at = start;
  }

  /** The first possible end behind an offset; the end of the text where there is none. */
  endBehind(offset: number): number {
    while (this.at < this.text.length) {
      const start = this.at;
      const end = lineEnd(this.text, start);
      const line = this.text.slice(start, end);
      const mayEnd = this.isBehindBlank && start > offset && opensStretch(line);
      if (mayEnd) return start;
      const place = this.fences.next(line);
      this.isBehindBlank = place === 'outside' && BLANK.test(line);
      this.at = behindLineEnd(this.text, end);
    }
    return this.text.length;
  }
}

const LINE_END = /[\r\n]/g;

function lineEnd(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}

function behindLineEnd(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

/**
 * What a stretch says where others define labels that it mentions.
 * @param stretch to read
 * @param elsewhere those definitions
 */
export function readAmong(stretch: Stretch, elsewhere: readonly Definition[]): StretchReading {
  return elsewhere.length === 0 ? stretch.alone : readStretch(stretch.text, elsewhere);
}

/**
 * The same stretch for another place: nothing that is known of the blocks of the first is known of its.
 * @param stretch that stands elsewhere, too
 */
export function withOwnOrigins({ text, alone }: Stretch): Stretch {
  return { text, alone: { ...alone, origins: alone.origins.map(() => new BlockOrigin()) } };
}
