/**
 * A pack as the package holds it: each language's terms once, sorted, without the letters that they
 * share with the one before. A third of a vocabulary's size goes that way.
 */

import type {
  CriterionVocabulary,
  LanguageSignals,
  LanguageVocabulary,
  Pack,
  Term,
} from './pack.ts';

export interface ShippedPack extends Omit<Pack, 'languages'> {
  readonly languages: readonly Pick<LanguageVocabulary, 'language' | 'name'>[];
  /** What a term can be used for: `signal time`, `heading petal.legal`, `facet petal.legal activities`, ... */
  readonly uses: readonly string[];
  /** By language, one term a line: how many letters are those of the line before (base 36), then the rest. */
  readonly terms: readonly string[];
  /** By language, one line a term: a character for each use, by its place in `uses`. */
  readonly usesOfTerms: readonly string[];
}

/** The first use's character; control characters and quotes would have to be escaped. */
const FIRST_USE = 0x100;
/** The largest digit of base 36. */
const MOST_SHARED = 35;

/**
 * Folds a pack for the package. Like stands beside like, so that it deflates well.
 * @param pack as compiled
 */
export function shippedPack(pack: Pack): ShippedPack {
  const uses: string[] = [];
  const folded = pack.languages.map((language) => foldLanguage(language, uses));
  return {
    ...pack,
    languages: pack.languages.map(({ language, name }) => ({ language, name })),
    uses,
    terms: folded.map(({ terms }) => terms),
    usesOfTerms: folded.map(({ usesOfTerms }) => usesOfTerms),
  };
}

/**
 * A pack from either form.
 * @param data a compiled pack, or one from the package
 */
export function unfoldedPack(data: Pack | ShippedPack): Pack {
  if (!('usesOfTerms' in data)) return data;
  const { uses, terms, usesOfTerms, languages, ...rest } = data;
  return {
    ...rest,
    languages: languages.map(({ language, name }, index) => {
      const byUse = unfoldTerms(uses, terms[index] ?? '', usesOfTerms[index] ?? '');
      return { language, name, ...vocabularyOf(uses, byUse) };
    }),
  };
}

function foldLanguage(
  vocabulary: LanguageVocabulary,
  uses: string[],
): { readonly terms: string; readonly usesOfTerms: string } {
  const byTerm = new Map<Term, string>();
  const add = (use: string, terms: readonly Term[]): void => {
    if (!uses.includes(use)) uses.push(use);
    const character = String.fromCharCode(FIRST_USE + uses.indexOf(use));
    for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? '') + character);
  };
  for (const [signal, terms] of Object.entries(vocabulary.signals)) add(`signal ${signal}`, terms);
  for (const [criterion, { headings, facets, anywhere }] of Object.entries(vocabulary.criteria)) {
    add(`heading ${criterion}`, headings);
    for (const [facet, terms] of Object.entries(facets)) add(`facet ${criterion} ${facet}`, terms);
    for (const [facet, terms] of Object.entries(anywhere)) {
      add(`anywhere ${criterion} ${facet}`, terms);
    }
  }
  const sorted = [...byTerm].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const terms = sorted.map(([term], index) => foldTerm(term, sorted[index - 1]?.[0] ?? ''));
  return {
    terms: terms.join('\n'),
    usesOfTerms: sorted.map(([, characters]) => characters).join('\n'),
  };
}

function foldTerm(term: Term, before: Term): string {
  let shared = 0;
  while (shared < MOST_SHARED && shared < before.length && term[shared] === before[shared]) {
    shared++;
  }
  return shared.toString(36) + term.slice(shared);
}

/** By use: its terms. */
function unfoldTerms(
  uses: readonly string[],
  terms: string,
  usesOfTerms: string,
): readonly (readonly Term[])[] {
  const byUse = uses.map((): Term[] => []);
  const lines = usesOfTerms.split('\n');
  let term = '';
  for (const [index, folded] of terms.split('\n').entries()) {
    term = term.slice(0, Number.parseInt(folded[0] ?? '0', 36)) + folded.slice(1);
    const characters = lines[index] ?? '';
    for (let at = 0; at < characters.length; at++) {
      byUse[characters.charCodeAt(at) - FIRST_USE]?.push(term);
    }
  }
  return byUse;
}

function vocabularyOf(
  uses: readonly string[],
  byUse: readonly (readonly Term[])[],
): Pick<LanguageVocabulary, 'signals' | 'criteria'> {
  const signals: Record<string, readonly Term[]> = {};
  const criteria: Record<string, Mutable<CriterionVocabulary>> = {};
  for (const [index, use] of uses.entries()) {
    const [kind = '', id = '', facet = ''] = use.split(' ');
    const terms = byUse[index] ?? [];
    if (kind === 'signal') {
      signals[id] = terms;
      continue;
    }
    criteria[id] ??= { headings: [], facets: {}, anywhere: {} };
    const criterion = criteria[id];
    if (kind === 'heading') criterion.headings = terms;
    if (kind === 'facet') criterion.facets = { ...criterion.facets, [facet]: terms };
    if (kind === 'anywhere') criterion.anywhere = { ...criterion.anywhere, [facet]: terms };
  }
  return { signals: signals as unknown as LanguageSignals, criteria };
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
