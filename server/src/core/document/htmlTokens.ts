import { Tokenizer } from 'htmlparser2';

/** An opening or closing tag with its offsets (UTF-16) in the string that was read. */
export interface HtmlTag {
  readonly type: 'open' | 'close';
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly href?: string;
}

/** Text (entities decoded) or the inside of a comment, with its offsets. */
export interface HtmlText {
  readonly type: 'text' | 'comment';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type HtmlToken = HtmlTag | HtmlText;

/**
 * Reads a piece of HTML into tokens. It may start or end anywhere and be broken in any way: what
 * is no HTML is text. Only `href` is kept of a tag's attributes.
 */
export function readHtmlTokens(html: string): HtmlToken[] {
  const reading = new TokenReading(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reading);
  tokenizer.write(html);
  tokenizer.end();
  return reading.finish();
}

/** Collects what htmlparser2's tokenizer calls out. Its `end` indices are exclusive but for tags. */
class TokenReading {
  private readonly tokens: HtmlToken[] = [];
  private readonly html: string;
  private tag: { name: string; start: number; href?: string } | undefined;
  private attribute = '';
  private textEnd = 0;

  constructor(html: string) {
    this.html = html;
  }

  ontext(start: number, end: number): void {
    this.addText(this.html.slice(start, end), start, end);
  }

  ontextentity(codePoint: number, end: number): void {
    this.addText(String.fromCodePoint(codePoint), this.textEnd, end);
  }

  onopentagname(start: number, end: number): void {
    this.tag = { name: this.html.slice(start, end).toLowerCase(), start: start - 1 };
    this.textEnd = end;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
    if (this.tag !== undefined && this.attribute === 'href') this.tag.href = '';
  }

  onattribdata(start: number, end: number): void {
    this.addToHref(this.html.slice(start, end));
  }

  onattribentity(codePoint: number): void {
    this.addToHref(String.fromCodePoint(codePoint));
  }

  onattribend(): void {
    this.attribute = '';
  }

  onopentagend(end: number): void {
    if (this.tag !== undefined) this.tokens.push({ type: 'open', ...this.tag, end: end + 1 });
    this.tag = undefined;
    this.textEnd = end + 1;
  }

  onselfclosingtag(end: number): void {
    const name = this.tag?.name;
    this.onopentagend(end);
    // A browser reads `<div/>` as `<div>`; only drawings and formulas really end so.
    if (name === 'svg' || name === 'math') {
      this.tokens.push({ type: 'close', name, start: end + 1, end: end + 1 });
    }
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).trim().toLowerCase();
    const close = this.html.indexOf('>', end);
    this.textEnd = close < 0 ? this.html.length : close + 1;
    this.tokens.push({ type: 'close', name, start: Math.max(0, start - 2), end: this.textEnd });
  }

  oncomment(start: number, end: number, endOffset: number): void {
    const from = Math.max(0, start - 4);
    this.textEnd = Math.min(end + 1, this.html.length);
    // What a browser calls a bogus comment (`<?php ?>`, `</ td>`) is neither text nor comment.
    if (!this.html.startsWith('<!--', from)) return;
    const text = this.html.slice(start, Math.max(start, end - endOffset));
    this.tokens.push({ type: 'comment', text, start: from, end: this.textEnd });
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.addText(this.html.slice(start, end - endOffset), start, end - endOffset);
    this.textEnd = end + 1;
  }

  ondeclaration(_start: number, end: number): void {
    this.textEnd = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.textEnd = end + 1;
  }

  onend(): void {}

  /** A tag that never ends would swallow all that follows: its first line is taken, the rest is text. */
  finish(): HtmlToken[] {
    if (this.tag !== undefined) {
      const line = /[\r\n]/.exec(this.html.slice(this.tag.start));
      const from = line === null ? this.html.length : this.tag.start + line.index;
      this.addText(this.html.slice(from), from, this.html.length);
    }
    return this.tokens;
  }

  private addText(text: string, start: number, end: number): void {
    this.textEnd = end;
    if (text !== '') this.tokens.push({ type: 'text', text, start, end });
  }

  private addToHref(value: string): void {
    if (this.attribute === 'href' && this.tag !== undefined) this.tag.href += value;
  }
}
