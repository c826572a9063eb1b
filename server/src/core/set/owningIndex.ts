import { readBlocks } from '../analysis/blockReading.ts';
import { detectStrategy } from '../analysis/detectStrategy.ts';
import { packVocabulary } from '../analysis/packVocabulary.ts';
import { sectionCriteria } from '../analysis/sectionCriteria.ts';
import { readDocument } from '../document/readDocument.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { fileLinks } from './fileLinks.ts';
import type { PartDocuments } from './gatherSet.ts';
import type { ConfiguredSet, SetHost } from './strategySet.ts';

/** Files looked at; an index lies beside its parts or above them. */
const MOST_LOOKED_AT = 40;
const LONGEST_INDEX = 400_000;

/**
 * The index of the set that a file is part of: one that a configuration names, else a strategy in its
 * folder or in one above it that links to it.
 * @param path of the file, from the workspace folder
 * @param part the file; where two link to each other, the one that links to more files is the index
 * @param sets of the configuration in force
 * @param pack to tell a strategy by
 * @param host to read with
 * @param documents read before
 * @returns the index's path; undefined where the file stands for itself
 */
export async function owningIndex(
  path: string,
  part: StrategyDocument,
  sets: readonly ConfiguredSet[],
  pack: Pack,
  host: SetHost,
  documents: PartDocuments = new Map(),
): Promise<string | undefined> {
  if (sets.some(({ index }) => index === path)) return undefined;
  const configured = sets.find(({ includes }) => includes(path));
  if (configured !== undefined) return configured.index;
  const listed = await Promise.all(foldersAbove(path).map(host.listFolder));
  const nearestFirst = listed.flat().filter((file) => file !== path);
  for (const file of nearestFirst.slice(0, MOST_LOOKED_AT)) {
    const found = await host.readFile(file);
    if (found === undefined || 'message' in found || found.text.length > LONGEST_INDEX) continue;
    if (!mayNameIt(found.text, path)) continue;
    const known = documents.get(file);
    const document = known?.text === found.text ? known.document : readDocument(found.text);
    documents.set(file, { text: found.text, document });
    const isConfigured = sets.some(({ index }) => index === file);
    if (!linksTo(document, file, path)) continue;
    if (isConfigured) return file;
    if (leads(document, file, part, path) && isStrategy(document, file, pack)) return file;
  }
  return undefined;
}

/** The folder of a file and all above it, nearest first; `` is the workspace folder. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return [...names, ''].map((_, index) => names.slice(0, names.length - index).join('/'));
}

/** Costs nothing for the many files that do not link to it. */
function mayNameIt(text: string, path: string): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.replace(/\.\w+$/, '');
  const asked = /^(?:readme|index)$/i.test(stem) ? [stem, folder] : [stem];
  return asked.some((word) => text.includes(word) || text.includes(encodeURIComponent(word)));
}

function linksTo(document: StrategyDocument, from: string, to: string): boolean {
  return fileLinks(document, from).some(({ candidates }) => candidates.includes(to));
}

/** Of two files that link to each other, the one that links to more leads; of equals the upper one. */
function leads(
  index: StrategyDocument,
  file: string,
  part: StrategyDocument,
  path: string,
): boolean {
  if (!linksTo(part, path, file)) return true;
  const counts = [targets(index, file), targets(part, path)] as const;
  return counts[0] === counts[1] ? file < path : counts[0] > counts[1];
}

function targets(document: StrategyDocument, path: string): number {
  return new Set(fileLinks(document, path).map(({ candidates }) => candidates[0])).size;
}

/** By its name and title only: what it answers would cost a whole analysis. */
function isStrategy(document: StrategyDocument, path: string, pack: Pack): boolean {
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const sections = sectionCriteria(document, vocabulary);
  return detectStrategy(document, path, readings, sections, pack, () => []).isStrategy;
}
