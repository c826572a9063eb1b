import { readDocument } from '../document/readDocument.ts';
import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { ReadFile, UnreadableFile } from '../workspace.ts';
import { anchoredRange } from './anchoredRange.ts';
import { type FileLink, fileLinks } from './fileLinks.ts';
import { nearestFiles } from './nearestFiles.ts';
import type { ConfiguredSet, LostPart, SetHost, SetPart, StrategySet } from './strategySet.ts';

/** A strategy of more files than this is a documentation site. */
const MOST_PARTS = 60;
/** Links looked at in one file. */
const MOST_LINKS = 300;
/** UTF-16 units; longer files are not a strategy's parts, and would hold up the editor. */
const LONGEST_PART = 400_000;
const LONGEST_SET = 2_000_000;
/** The index links to parts, and a part that is an index itself to its own. */
const DEEPEST = 2;

const TOO_MANY = `A strategy is read from at most ${MOST_PARTS} files.`;
const TOO_LONG = 'The files of this strategy are too long together.';
/** What is true of the whole set is told at the first link that it holds for. */
const BOUNDS: ReadonlySet<string> = new Set([TOO_MANY, TOO_LONG]);

/** Documents by their path, read once for each text. */
export type PartDocuments = Map<
  string,
  { readonly text: string; readonly document: StrategyDocument }
>;

interface Gathering {
  readonly host: SetHost;
  readonly sets: readonly ConfiguredSet[];
  readonly documents: PartDocuments;
  readonly parts: Map<string, SetPart>;
  readonly lost: LostPart[];
  readonly index: string;
  length: number;
}

/**
 * Reads the files that make a strategy together with its index: those that it links to, and those
 * that a configuration counts in. Circles, missing files and files that are too large are survived.
 * @param path of the index, from the workspace folder
 * @param document the index
 * @param sets of the configuration in force
 * @param host to read with
 * @param documents read before; what is still in use is kept in it
 */
export async function gatherSet(
  path: string,
  document: StrategyDocument,
  sets: readonly ConfiguredSet[],
  host: SetHost,
  documents: PartDocuments = new Map(),
): Promise<StrategySet> {
  const parts = new Map<string, SetPart>();
  const state: Gathering = { host, sets, documents, parts, lost: [], index: path, length: 0 };
  await follow(path, document, 1, state);
  const own = sets.filter(({ index }) => index === path);
  if (own.length > 0) {
    for (const file of await host.listFiles()) {
      if (file === path || !own.some(({ includes }) => includes(file))) continue;
      const found = await readPart(file, state);
      if (found !== undefined && 'blocks' in found) addPart(file, found, undefined, state);
    }
  }
  return { parts: [...parts.values()], lost: state.lost };
}

async function follow(
  path: string,
  document: StrategyDocument,
  depth: number,
  state: Gathering,
): Promise<void> {
  for (const link of fileLinks(document, path).slice(0, MOST_LINKS)) {
    const found = await readFirst(link.candidates, state);
    if (found === undefined) {
      if (depth === 1 && link.isNamed) state.lost.push(await lostPart(path, link, state.host));
      continue;
    }
    if ('because' in found) {
      const { because } = found;
      const isTold = BOUNDS.has(because) && state.lost.some((part) => part.because === because);
      if (depth === 1 && !isTold) state.lost.push({ ...placeOf(link), nearest: [], because });
      continue;
    }
    const isNew = !state.parts.has(found.path);
    const range =
      link.anchor === undefined ? undefined : anchoredRange(found.document, link.anchor);
    if (found.path === state.index) continue;
    addPart(found.path, found.document, range, state);
    const isIndex =
      state.sets.some(({ index }) => index === found.path) || isFolderPage(link, found.path);
    if (isNew && isIndex && depth < DEEPEST) {
      await follow(found.path, found.document, depth + 1, state);
    }
  }
}

/** The page that stands for a folder leads to what is in it. */
function isFolderPage({ isNamed }: FileLink, path: string): boolean {
  return !isNamed && /(?:^|\/)(?:readme|index)\.md$/i.test(path);
}

function placeOf({ link }: FileLink): Pick<LostPart, 'range' | 'text' | 'url'> {
  return { range: link.range, text: link.text, url: link.url };
}

async function lostPart(from: string, link: FileLink, host: SetHost): Promise<LostPart> {
  const [target = ''] = link.candidates;
  const files = await host.listFiles();
  const fragment = link.link.url.slice(/#|$/.exec(link.link.url)?.index ?? 0);
  const nearest = nearestFiles(from, target, files).map((url) => `${url}${fragment}`);
  return { ...placeOf(link), nearest };
}

type Found =
  | { readonly path: string; readonly document: StrategyDocument }
  | { readonly because: string };

async function readFirst(
  candidates: readonly string[],
  state: Gathering,
): Promise<Found | undefined> {
  for (const path of candidates) {
    if (path === state.index) return { path, document: EMPTY };
    const found = await readPart(path, state);
    if (found === undefined) continue;
    return 'blocks' in found ? { path, document: found } : found;
  }
  return undefined;
}

const EMPTY: StrategyDocument = readDocument('');

async function readPart(
  path: string,
  state: Gathering,
): Promise<StrategyDocument | { readonly because: string } | undefined> {
  const known = state.parts.get(path);
  if (known !== undefined) return known.document;
  const file = await state.host.readFile(path);
  if (file === undefined) return undefined;
  const because = whyLeftOut(file, state);
  if (because !== undefined || 'message' in file) return { because: because ?? '' };
  state.length += file.text.length;
  return documentOf(path, file.text, state.documents);
}

function documentOf(path: string, text: string, documents: PartDocuments): StrategyDocument {
  const known = documents.get(path);
  if (known?.text === text) return known.document;
  const document = readDocument(text);
  documents.set(path, { text, document });
  return document;
}

function whyLeftOut(
  file: ReadFile | UnreadableFile,
  { parts, length }: Gathering,
): string | undefined {
  if ('message' in file) return file.message;
  if (file.problems.some(({ id }) => id === 'binary')) return 'It is not a text.';
  if (file.text.length > LONGEST_PART) return 'It is too long to be read as part of a strategy.';
  if (parts.size >= MOST_PARTS) return TOO_MANY;
  if (length + file.text.length > LONGEST_SET) return TOO_LONG;
  return undefined;
}

/** A file that is linked as a whole, or without an anchor that can be found, counts as a whole. */
function addPart(
  path: string,
  document: StrategyDocument,
  range: SourceRange | undefined,
  { parts }: Gathering,
): void {
  const known = parts.get(path);
  const isWhole = range === undefined || (known !== undefined && known.ranges === undefined);
  parts.set(
    path,
    isWhole ? { path, document } : { path, document, ranges: [...(known?.ranges ?? []), range] },
  );
}
