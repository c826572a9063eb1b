import type { PlacedLink, StrategyDocument } from '../document/strategyDocument.ts';

/** A link to another file of the workspace. */
export interface FileLink {
  readonly link: PlacedLink;
  /** Paths that may be meant, the likeliest first, from the workspace folder. */
  readonly candidates: readonly string[];
  /** Behind `#`, decoded. */
  readonly anchor?: string;
  /** True where the author names a Markdown file, so that it has to be there. */
  readonly isNamed: boolean;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i;
const FOLDER_PAGES = ['README.md', 'index.md', 'readme.md'];

/**
 * Whether a path is that of a Markdown file.
 * @param path with `/` between folders
 */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.test(path);
}

/**
 * The links of a document that lead to Markdown files below the workspace folder, in document order.
 * Links that lead out of it are left out, as are images.
 * @param document to look at
 * @param path of the document, from the workspace folder
 */
export function fileLinks(document: StrategyDocument, path: string): readonly FileLink[] {
  return document.blocks.flatMap(({ kind, links }) =>
    kind === 'code' || kind === 'comment' || kind === 'link-definition'
      ? []
      : links.flatMap((link) => fileLink(link, path) ?? []),
  );
}

function fileLink(link: PlacedLink, from: string): FileLink | undefined {
  const url = link.url.trim();
  if (ELSEWHERE.test(url)) return undefined;
  const [, place = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const target = resolvePath(from, decoded(place));
  if (target === undefined || target === from) return undefined;
  const candidates = candidatesOf(target, place.endsWith('/'));
  if (candidates.length === 0) return undefined;
  const anchor = decoded(fragment);
  const isNamed = isMarkdownPath(target);
  return { link, candidates, isNamed, ...(anchor === '' ? {} : { anchor }) };
}

function candidatesOf(target: string, isFolder: boolean): readonly string[] {
  if (isMarkdownPath(target)) return [target];
  const pages = FOLDER_PAGES.map((name) => (target === '' ? name : `${target}/${name}`));
  if (isFolder || target === '') return pages;
  const name = target.slice(target.lastIndexOf('/') + 1);
  // "policy.pdf" is another kind of file; "policy" may be a page without its ending, or a folder.
  return /\.\w{1,5}$/.test(name) ? [] : [`${target}.md`, `${target}.markdown`, ...pages];
}

/**
 * Where a relative path leads.
 * @param from the path of the file that names it, from the workspace folder
 * @param relative as decoded; a leading `/` means the workspace folder
 * @returns undefined where it leads out of the workspace folder
 */
export function resolvePath(from: string, relative: string): string | undefined {
  if (/[\0\\]/.test(relative)) return undefined;
  const folders = relative.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const name of relative.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') folders.push(name);
    else if (folders.pop() === undefined) return undefined;
  }
  return folders.join('/');
}

/**
 * The URL by which one file links to another.
 * @param from path of the file with the link
 * @param to path of the other file
 */
export function relativeUrl(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
    shared++;
  }
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(encodeName)].join('/');
}

/** Percent signs only where Markdown or a URL needs them: other scripts stay readable. */
function encodeName(name: string): string {
  return name.replace(/[\s%?#()<>"\\]/g, encodeURIComponent).replace(/[()]/g, percent);
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
