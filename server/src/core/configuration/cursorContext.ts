import type { SourceRange } from '../document/strategyDocument.ts';

/** Where a cursor stands in a configuration file, be the file whole or half-written. */
export interface CursorContext {
  /** Keys from the outside in; `[]` for an entry of a list. */
  readonly path: readonly string[];
  readonly at: 'key' | 'value';
  /** The word at the cursor, to be replaced. */
  readonly word: SourceRange;
  /** Keys that stand beside it already. */
  readonly siblings: readonly string[];
}

/** An entry of a list. */
export const LIST = '[]';

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s:#"'[\]{},-][^:#]*?))\s*:(?=\s|$)/;

/** A line as dashes and the rest. */
interface Line {
  readonly dashes: readonly number[];
  readonly rest: string;
  /** Column at which `rest` begins. */
  readonly column: number;
}

/**
 * The context of a cursor in YAML, told by indentation: what is being written need not parse yet.
 * @param text of the file
 * @param offset UTF-16, where the cursor is
 */
export function yamlCursorContext(text: string, offset: number): CursorContext {
  const lineStart =
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const above = text.slice(0, lineStart).split(/\r\n|\n|\r/);
  if (lineStart > 0) above.pop();
  const before = text.slice(lineStart, offset);
  const line = readLine(before);
  const lines = above.map(readLine).filter(({ rest, dashes }) => isSaid(rest) || dashes.length > 0);
  const key = KEY.exec(line.rest);
  const parents = parentsOf(lines, line);
  const path = [...parents, ...line.dashes.map(() => LIST)];
  if (key === null) {
    const word = wordBefore(before, offset);
    return { path, at: 'key', word, siblings: siblingsOf(lines, line, text.slice(offset)) };
  }
  const inBrackets = /^\s*\[[^\]]*$/.test(line.rest.slice(key[0].length));
  const own = key[1] ?? key[2] ?? key[3] ?? '';
  return {
    path: [...path, own, ...(inBrackets ? [LIST] : [])],
    at: 'value',
    word: wordBefore(before, offset),
    siblings: [],
  };
}

function isSaid(rest: string): boolean {
  return rest.trim() !== '' && !rest.trimStart().startsWith('#');
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  while (/^-(?:\s|$)/.test(text.slice(column))) {
    dashes.push(column);
    column += (/^-\s*/.exec(text.slice(column))?.[0] ?? '-').length;
  }
  return { dashes, rest: text.slice(column), column };
}

/**
 * The keys and lists that a line lies in, by the nearest lines above that stand further out. The key
 * of a list may stand right above its dashes.
 */
function parentsOf(lines: readonly Line[], own: Line): readonly string[] {
  const path: string[] = [];
  let dashesBefore = own.dashes[0] ?? own.column;
  let keysBefore = own.dashes.length > 0 ? dashesBefore + 1 : own.column;
  for (const line of lines.toReversed()) {
    const key = KEY.exec(line.rest);
    const name = key?.[1] ?? key?.[2] ?? key?.[3];
    if (line.column < keysBefore && name !== undefined) {
      path.unshift(name);
      dashesBefore = line.column;
      keysBefore = line.column;
    }
    for (const dash of line.dashes.toReversed()) {
      if (dash >= dashesBefore) continue;
      path.unshift(LIST);
      dashesBefore = dash;
      keysBefore = dash + 1;
    }
  }
  return path;
}

function siblingsOf(lines: readonly Line[], own: Line, behind: string): readonly string[] {
  const keys: string[] = [];
  const add = (line: Line): boolean => {
    const isOutside =
      line.column < own.column || (line.column === own.column && line.dashes.length > 0);
    const key = line.column === own.column ? KEY.exec(line.rest) : null;
    if (key !== null) keys.push(key[1] ?? key[2] ?? key[3] ?? '');
    return isOutside;
  };
  if (own.dashes.length === 0) for (const line of lines.toReversed()) if (add(line)) break;
  const following = behind
    .split(/\r\n|\n|\r/)
    .slice(1)
    .map(readLine);
  for (const line of following.filter(({ rest }) => isSaid(rest))) {
    if (line.dashes.length > 0 || line.column < own.column) break;
    add(line);
  }
  return keys;
}

/** What has been written of a word up to the cursor. */
function wordBefore(before: string, offset: number): SourceRange {
  const word = /[^\s"'[\]{},:]*$/.exec(before)?.[0] ?? '';
  return { start: offset - word.length, end: offset };
}

/**
 * The context of a cursor in JSON, told by its brackets.
 * @param text of the file
 * @param offset UTF-16, where the cursor is
 */
export function jsonCursorContext(text: string, offset: number): CursorContext {
  const open: {
    readonly kind: 'mapping' | 'list';
    key: string;
    hasColon: boolean;
    readonly keys: string[];
  }[] = [];
  let last = '';
  const tokens = text.slice(0, offset).matchAll(/"((?:[^"\\]|\\.)*)("?)|[{}[\]:,]/g);
  for (const [token, inside] of tokens) {
    const top = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ kind: token === '{' ? 'mapping' : 'list', key: '', hasColon: false, keys: [] });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && top !== undefined) {
      top.key = last;
      top.hasColon = true;
      top.keys.push(last);
    } else if (token === ',' && top !== undefined) top.hasColon = false;
    else last = inside ?? '';
  }
  const path = open.flatMap(({ kind, key, hasColon }, index) => {
    if (kind === 'list') return [LIST];
    return index < open.length - 1 || hasColon ? [key] : [];
  });
  const top = open.at(-1);
  const isKey = top?.kind === 'mapping' && !top.hasColon;
  return {
    path,
    at: isKey ? 'key' : 'value',
    word: wordBefore(text.slice(Math.max(0, offset - 200), offset), offset),
    siblings: top?.keys ?? [],
  };
}
