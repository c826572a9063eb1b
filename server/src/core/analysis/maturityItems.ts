import type { Pack, Term } from '../pack/pack.ts';
import type { Evidence, EvidencePlace, MaturityItemResult } from '../report/coverageReport.ts';
import type { SentenceReading } from './blockReading.ts';
import type { Eligibility } from './eligibleText.ts';
import { TermMatcher } from './termMatcher.ts';

/** A term of one list of one way to say that an item is true; or a sign of mere intention. */
type Use =
  | { readonly way: Way; readonly list: number }
  | { readonly way: undefined; readonly list: -1 };

interface Way {
  readonly item: string;
  readonly lists: number;
}

/** A heading or a link's text may hold the words and say nothing. */
const FEWEST_WORDS = 6;
const MOST_EVIDENCE = 3;

const compiled = new WeakMap<Pack, TermMatcher<Use>>();

/**
 * The items of the checklists that the text itself supports: what is only planned, asked, denied or
 * said of organisations in general supports nothing.
 * @param eligibility of all blocks that are read
 * @param places where they stand
 * @param pack with the items and the words that show them
 * @returns by model id, every item of the pack in its order
 */
export function maturityItems(
  eligibility: readonly Eligibility[],
  places: readonly EvidencePlace[],
  pack: Pack,
): ReadonlyMap<string, readonly MaturityItemResult[]> {
  const evidence = new Map<string, Evidence[]>();
  for (const [index, text] of eligibility.entries()) {
    const place = places[index];
    if (!text.eligible || place === undefined) continue;
    for (const [item, words] of shownOnce(text, pack)) {
      const known = evidence.get(item) ?? [];
      const { range, path, lines } = place;
      const where = path === undefined || lines === undefined ? { range } : { range, path, lines };
      evidence.set(item, [...known, { ...where, facets: [], specific: true, words }]);
    }
  }
  return new Map(
    pack.maturityModels.map(({ id, stages }) => [
      id,
      stages.flatMap((stage) =>
        stage.items.map((item) => ({
          id: item.id,
          stage: stage.id,
          evidence: (evidence.get(item.id) ?? []).slice(0, MOST_EVIDENCE),
        })),
      ),
    ]),
  );
}

const shown = new WeakMap<Pack, WeakMap<Eligibility, ReadonlyMap<string, readonly string[]>>>();

/** What counts in a block stays the same object while the block does: it is looked through once. */
function shownOnce(
  text: Extract<Eligibility, { eligible: true }>,
  pack: Pack,
): ReadonlyMap<string, readonly string[]> {
  let known = shown.get(pack);
  if (known === undefined) {
    known = new WeakMap();
    shown.set(pack, known);
  }
  let items = known.get(text);
  if (items === undefined) {
    items = shownIn(text.sentences, pack);
    known.set(text, items);
  }
  return items;
}

/** The items that some sentences show, each with the words that told. */
function shownIn(
  sentences: readonly SentenceReading[],
  pack: Pack,
): ReadonlyMap<string, readonly string[]> {
  const shown = new Map<string, readonly string[]>();
  for (const sentence of sentences) {
    if (!mayState(sentence)) continue;
    const { letters } = sentence;
    const hits = matcherOf(pack).match(letters);
    if (hits.some(({ use }) => use.way === undefined)) continue;
    const found = new Map<Way, Map<number, string>>();
    for (const { use, start, end } of hits) {
      if (use.way === undefined) continue;
      const lists = found.get(use.way) ?? new Map<number, string>();
      found.set(use.way, lists.set(use.list, letters.slice(start, end)));
    }
    for (const [{ item, lists }, words] of found) {
      if (words.size === lists && !shown.has(item)) shown.set(item, [...words.values()]);
    }
  }
  return shown;
}

/** Long enough to say something, and not of organisations in general. */
function mayState({ letters, hits }: SentenceReading): boolean {
  const isSpaced = letters.split(' ').length >= FEWEST_WORDS;
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{8}/u.test(letters);
  if (!isSpaced && !isUnspaced) return false;
  return !hits.some(({ use }) => use.kind === 'signal' && use.signal === 'generic');
}

function matcherOf(pack: Pack): TermMatcher<Use> {
  const known = compiled.get(pack);
  if (known !== undefined) return known;
  const matcher = new TermMatcher<Use>();
  for (const { intent, items } of pack.maturityWords) {
    for (const term of intent) matcher.add(term, { way: undefined, list: -1 });
    for (const [item, ways] of Object.entries(items)) {
      for (const lists of ways) addWay(matcher, { item, lists: lists.length }, lists);
    }
  }
  compiled.set(pack, matcher);
  return matcher;
}

function addWay(matcher: TermMatcher<Use>, way: Way, lists: readonly (readonly Term[])[]): void {
  for (const [list, terms] of lists.entries()) {
    for (const term of terms) matcher.add(term, { way, list });
  }
}
