import { FenceTracker } from './fences.ts';
import type { LinedText } from './linePosition.ts';
import { lineEndAt } from './linePosition.ts';
import type { SourceRange } from './strategyDocument.ts';

/** The most UTF-16 units of a line that the Markdown parser gets. */
const LONGEST_LINE = 20_000;
/** The most quotes and lists inside each other; the parser's time grows with the square of it. */
const DEEPEST_NESTING = 32;
/** The most runs of `*`, `_` and `~`, and of `<?` and `<!`, in a paragraph; the parser's time grows with the square. */
const MOST_DELIMITER_RUNS = 800;
/** Paragraphs with fewer runs than this are not counted against the whole document's budget. */
const FEW_DELIMITER_RUNS = 100;
/** The sum of squares over a document's dense paragraphs: about a tenth of a second of parsing. */
const DELIMITER_BUDGET = 2_000_000;

/** The most underlined headings without a blank line between; the parser's time grows with the square. */
const MOST_UNDERLINES = 200;

const DELIMITERS: ReadonlySet<number> = new Set(Array.from('*_~', (mark) => mark.charCodeAt(0)));

const LESS_THAN = 60;
const QUESTION = 63;
const EXCLAMATION = 33;

const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/;

/** Text that the Markdown parser must not see, because it takes far too long over it. */
export interface HostileText {
  /** Regions from blank line to blank line. */
  readonly regions: readonly SourceRange[];
  /** Single lines within what looks like fenced code. */
  readonly fencedLines: readonly SourceRange[];
}

/**
 * Looks through the lines for what would keep the parser busy for
 * seconds: very long lines, very deep nesting, thousands of emphasis marks. Takes linear time.
 */
export function findHostileText(document: LinedText): HostileText {
  const regions: SourceRange[] = [];
  const fencedLines: SourceRange[] = [];
  const fences = new FenceTracker();
  const density = new DelimiterDensity();
  let region: { start: number; end: number; underlines: number; isHostile: boolean } | undefined;
  const endRegion = () => {
    if (density.endParagraph() && region !== undefined) region.isHostile = true;
    if (region?.isHostile) regions.push({ start: region.start, end: region.end });
    region = undefined;
  };
  for (let line = 0; line < document.lineStarts.length; line++) {
    const start = document.lineStarts[line] ?? 0;
    const end = lineEndAt(document, line);
    const text = document.text.slice(start, end);
    const place = fences.next(text);
    if (place !== 'outside') {
      endRegion();
      if (place === 'inside' && isHostileLine(text)) fencedLines.push({ start, end });
      continue;
    }
    if (isBlank(text)) {
      endRegion();
      continue;
    }
    region ??= { start, end, underlines: 0, isHostile: false };
    region.end = end;
    if (UNDERLINE.test(text) && ++region.underlines > MOST_UNDERLINES) region.isHostile = true;
    if (startsBlock(text) && density.endParagraph()) region.isHostile = true;
    if (isHostileLine(text)) region.isHostile = true;
    else density.count(text);
  }
  endRegion();
  return { regions, fencedLines };
}

/** Counts the delimiter runs of one paragraph after the other. */
class DelimiterDensity {
  private runs = 0;
  private budget = DELIMITER_BUDGET;

  count(line: string): void {
    let previous = 0;
    for (let at = 0; at < line.length; at++) {
      const unit = line.charCodeAt(at);
      if (unit !== previous && DELIMITERS.has(unit)) this.runs++;
      else if (previous === LESS_THAN && (unit === QUESTION || unit === EXCLAMATION)) this.runs++;
      previous = unit;
    }
  }

  /** Tells whether the paragraph that ends here is too dense. */
  endParagraph(): boolean {
    const { runs } = this;
    this.runs = 0;
    if (runs <= FEW_DELIMITER_RUNS) return false;
    if (runs > MOST_DELIMITER_RUNS || runs * runs > this.budget) return true;
    this.budget -= runs * runs;
    return false;
  }
}

function isHostileLine(line: string): boolean {
  return line.length > LONGEST_LINE || nestingOf(line) > DEEPEST_NESTING;
}

/** How deep the containers that a line opens may be: its markers, and two columns of indentation each. */
function nestingOf(line: string): number {
  let markers = 0;
  let columns = 0;
  let at = 0;
  for (;;) {
    const blank = line.charCodeAt(at);
    if (blank === 32 || blank === 9) {
      if (markers === 0) columns += blank === 9 ? 4 : 1;
      at++;
      continue;
    }
    const length = markerLength(line, at);
    if (length === 0) break;
    markers++;
    at += length;
  }
  return markers === 0 ? 0 : markers + (columns >> 1);
}

/** The length of the list or quote marker at `at`; 0 where there is none. */
function markerLength(line: string, at: number): number {
  const unit = line[at];
  if (unit === '>') return 1;
  let length = 0;
  if (unit === '*' || unit === '-' || unit === '+') length = 1;
  else {
    while (length < 9 && isDigit(line.charCodeAt(at + length))) length++;
    if (length === 0 || !'.)'.includes(line[at + length] ?? 'x')) return 0;
    length++;
  }
  const next = line[at + length];
  return next === undefined || next === ' ' || next === '\t' ? length : 0;
}

function startsBlock(line: string): boolean {
  return /^\s*(?:[-*+>|#<]|\d{1,9}[.)])/.test(line);
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
