import type { HtmlToken } from './htmlTokens.ts';
import { breakAt, type LinkTarget, type Piece } from './pieces.ts';
import type { Comment, SourceRange } from './strategyDocument.ts';

/** Elements whose content is no text for a reader. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(
  'script style svg math pre template iframe noscript canvas object audio video select textarea title'.split(
    ' ',
  ),
);

const STRONG_ELEMENTS: ReadonlySet<string> = new Set(['b', 'strong']);
const CODE_ELEMENTS: ReadonlySet<string> = new Set(['code', 'samp', 'tt', 'pre']);

/**
 * Collects the pieces of one running text while its Markdown nodes or HTML tokens pass by, and
 * keeps account of what is strong, code or a link at the moment.
 */
export class InlineText {
  readonly pieces: Piece[] = [];
  readonly comments: Comment[] = [];
  private strong = 0;
  private code = 0;
  private readonly links: LinkTarget[] = [];
  private dropped: string | undefined;

  /** True inside an element whose content is no text. */
  get isDropping(): boolean {
    return this.dropped !== undefined;
  }

  /** Adds text as it stands in the present state. */
  add(text: string, range: SourceRange): void {
    if (this.dropped !== undefined || text === '') return;
    const link = this.links.at(-1);
    this.pieces.push({
      text,
      range,
      strong: this.strong > 0,
      code: this.code > 0,
      ...(link === undefined ? {} : { link }),
    });
  }

  /** Adds a line break. */
  addBreak(offset: number): void {
    if (this.dropped === undefined) this.pieces.push(breakAt(offset));
  }

  /** Runs `read`; what it adds is strong text. */
  inStrong(read: () => void): void {
    this.strong++;
    read();
    this.strong--;
  }

  /** Runs `read`; what it adds is code. */
  inCode(read: () => void): void {
    this.code++;
    read();
    this.code--;
  }

  /** Runs `read`; what it adds is the text of a link. */
  inLink(link: LinkTarget, read: () => void): void {
    this.links.push(link);
    read();
    this.links.pop();
  }

  /** Takes a token of inline HTML that comes from `range`. */
  addHtml(token: HtmlToken, range: SourceRange): void {
    const { start, end } = range;
    if ('text' in token) {
      if (token.type === 'text') this.add(token.text, { start, end });
      else this.comments.push({ text: token.text.trim(), range: { start, end } });
    } else if (token.type === 'open') this.open(token.name, token.href, { start, end });
    else this.close(token.name);
  }

  private open(name: string, href: string | undefined, range: SourceRange): void {
    if (this.dropped !== undefined) return;
    if (DROPPED_ELEMENTS.has(name)) this.dropped = name;
    else if (name === 'br') this.addBreak(range.start);
    else if (STRONG_ELEMENTS.has(name)) this.strong++;
    else if (CODE_ELEMENTS.has(name)) this.code++;
    else if (name === 'a' && href !== undefined) this.links.push({ url: href, range });
  }

  private close(name: string): void {
    if (this.dropped !== undefined) {
      if (this.dropped === name) this.dropped = undefined;
    } else if (STRONG_ELEMENTS.has(name)) this.strong = Math.max(0, this.strong - 1);
    else if (CODE_ELEMENTS.has(name)) this.code = Math.max(0, this.code - 1);
    else if (name === 'a') this.links.pop();
  }
}
