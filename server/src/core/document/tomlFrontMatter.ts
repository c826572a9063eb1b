import type { EntriesReading, FrontMatterEntry, FrontMatterLine } from './frontMatter.ts';
import type { SourceRange } from './strategyDocument.ts';

const KEY = /^\s*(?:"([^"]{1,200})"|'([^']{1,200})'|([A-Za-z0-9_-]{1,200}))\s*=\s*(.*)$/;
const DOTTED_KEY = /^\s*[\w"'-]{1,200}(?:\s*\.\s*[\w"'-]{1,200}){1,20}\s*=/;
const TABLE = /^\s*\[.*\]\s*(?:#.*)?$/;
const STRING = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/;
const BARE = /^(true|false|[-+0-9][\w.:+\- ]*?)\s*(?:#.*)?$/;

/**
 * Reads the entries `key = scalar` of TOML front matter that stand before its first table. Arrays,
 * inline tables and multi-line strings are passed over. The first line that is no TOML is named.
 */
export function readTomlEntries(lines: readonly FrontMatterLine[]): EntriesReading {
  const entries: FrontMatterEntry[] = [];
  let unreadable: SourceRange | undefined;
  let inTable = false;
  let end: ((line: string) => boolean) | undefined;
  for (const line of lines) {
    const { text, start } = line;
    if (end !== undefined) {
      if (end(text)) end = undefined;
      continue;
    }
    if (/^\s*(?:#|$)/.test(text) || DOTTED_KEY.test(text)) continue;
    const match = KEY.exec(text);
    if (match === null) {
      if (TABLE.test(text)) inTable = true;
      else unreadable ??= { start, end: start + text.length };
      continue;
    }
    const raw = (match[4] ?? '').trimEnd();
    end = endOfMultiLine(raw);
    const value = scalar(raw);
    if (value === undefined) {
      if (!/^(?:[[{]|"""|''')/.test(raw)) unreadable ??= { start, end: start + text.length };
    } else if (!inTable) {
      const at = start + text.lastIndexOf(raw) + raw.indexOf(value.source);
      const range = { start: at, end: at + value.source.length };
      entries.push({
        key: match[1] ?? match[2] ?? match[3] ?? '',
        value: { text: value.text, range },
      });
    }
  }
  return { entries, ...(unreadable === undefined ? {} : { unreadable }) };
}

function scalar(raw: string): { text: string; source: string } | undefined {
  const string = STRING.exec(raw);
  if (string !== null && !/^(?:"""|''')/.test(raw)) {
    const source = string[1] ?? string[2] ?? '';
    return { text: string[1] === undefined ? source : source.replace(/\\(["\\])/g, '$1'), source };
  }
  const bare = BARE.exec(raw)?.[1];
  return bare === undefined ? undefined : { text: bare, source: bare };
}

/** For a value that goes on over more lines: the test of its last one. */
function endOfMultiLine(raw: string): ((line: string) => boolean) | undefined {
  const quotes = /^("""|''')/.exec(raw)?.[1];
  if (quotes !== undefined) {
    return raw.indexOf(quotes, 3) >= 0 ? undefined : (line) => line.includes(quotes);
  }
  if (!/^[[{]/.test(raw)) return undefined;
  let depth = brackets(raw);
  if (depth <= 0) return undefined;
  return (line) => {
    depth += brackets(line);
    return depth <= 0;
  };
}

function brackets(text: string): number {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replace(/#.*$/, '');
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
