import { normaliseText } from '../../analysis/normaliseText.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import type { TermWeightsData } from '../../recognition/recognitionModel.ts';
import type { Criterion, LanguageVocabulary, Pack, Term } from '../pack.ts';
import type { KindedChange } from './effectivePack.ts';
import { ONLY_FACET } from './ownCriteria.ts';

/** In tenths of log odds, above all that was learned: whoever names a word says that it shows the facet. */
const OWN_WORD = 80;

/**
 * The vocabulary with an organisation's own words, and the model with their weights.
 * @param pack as shipped
 * @param configuration with words and languages
 * @param changes of its criteria
 * @param criteria as they are after these changes
 */
export function ownVocabulary(
  pack: Pack,
  configuration: Configuration,
  changes: readonly KindedChange[],
  criteria: readonly Criterion[],
): Pick<Pack, 'languages' | 'model'> {
  const { languages: wanted, vocabulary = {} } = configuration;
  const known = pack.languages.filter(({ language }) => wanted?.includes(language) ?? true);
  const kept = known.length > 0 ? known : pack.languages;
  const changed = changes.filter(({ id }) => criteria.some((criterion) => criterion.id === id));
  const claimed = claimedHeadings(changed);
  const own = changed.flatMap((change) => ownTerms(change, pack));
  // Words apply in whatever language a document is, so they are added to one of them.
  const languages = kept.map((language, index) => {
    const free = releaseHeadings(language, claimed);
    return index === 0 ? own.reduce(addTerms, addSignals(free, vocabulary)) : free;
  });
  const terms = { ...pack.model.terms };
  for (const { criterion, anywhere } of own) {
    for (const [facet, words] of Object.entries(anywhere)) {
      const key = `${criterion}.${facet}`;
      terms[key] = withOwnWords(terms[key], words);
    }
  }
  return { languages, model: { ...pack.model, terms } };
}

interface OwnTerms {
  readonly criterion: string;
  readonly headings: readonly Term[];
  /** By facet. */
  readonly anywhere: { readonly [facet: string]: readonly Term[] };
}

/** A part's facets go by the criterion that it was split off from, its headings by its own id. */
function ownTerms(change: KindedChange, pack: Pack): readonly OwnTerms[] {
  const { id, from, title, headings = [], words = [], facets = [] } = change;
  const known = pack.criteria.find((criterion) => criterion.id === id);
  const isNew = from === undefined && known === undefined;
  const shown = facets.length > 0 ? facets : isNew ? [{ id: ONLY_FACET, words }] : [];
  const anywhere = shown.flatMap((facet) => {
    const own = facet.words ?? (isNew ? words : []);
    return own.length === 0 ? [] : [[facet.id, own] as const];
  });
  const opening = [...(title === undefined ? [] : [title]), ...headings];
  return [
    { criterion: id, headings: opening, anywhere: {} },
    {
      criterion: known?.origin ?? from ?? id,
      headings: [],
      anywhere: Object.fromEntries(anywhere),
    },
  ];
}

/** Heading words that now open another criterion's section: by that criterion's id. */
function claimedHeadings(changes: readonly KindedChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ id, title, headings = [] }) =>
      [...(title === undefined ? [] : [title]), ...headings].map(
        (term) => [normaliseText(term), id] as const,
      ),
    ),
  );
}

function releaseHeadings(
  language: LanguageVocabulary,
  claimed: ReadonlyMap<string, string>,
): LanguageVocabulary {
  if (claimed.size === 0) return language;
  const criteria = Object.entries(language.criteria).map(([id, vocabulary]) => {
    const isFree = (term: Term): boolean => (claimed.get(normaliseText(term)) ?? id) === id;
    return [id, { ...vocabulary, headings: vocabulary.headings.filter(isFree) }] as const;
  });
  return { ...language, criteria: Object.fromEntries(criteria) };
}

function addSignals(
  language: LanguageVocabulary,
  vocabulary: NonNullable<Configuration['vocabulary']>,
): LanguageVocabulary {
  const signals = joined({ ...language.signals }, vocabulary);
  return { ...language, signals: { ...language.signals, ...signals } };
}

function addTerms(
  language: LanguageVocabulary,
  { criterion, headings, anywhere }: OwnTerms,
): LanguageVocabulary {
  const known = language.criteria[criterion] ?? { headings: [], facets: {}, anywhere: {} };
  const added = {
    ...known,
    headings: [...known.headings, ...headings],
    anywhere: joined(known.anywhere, anywhere),
  };
  return { ...language, criteria: { ...language.criteria, [criterion]: added } };
}

function joined(
  known: { readonly [name: string]: readonly Term[] },
  added: { readonly [name: string]: readonly Term[] | undefined },
): { readonly [name: string]: readonly Term[] } {
  const all: Record<string, readonly Term[]> = { ...known };
  for (const [name, terms] of Object.entries(added))
    all[name] = [...(all[name] ?? []), ...(terms ?? [])];
  return all;
}

function withOwnWords(known: TermWeightsData | undefined, words: readonly Term[]): TermWeightsData {
  if (known === undefined) {
    return { anyAnywhere: OWN_WORD, anyOrdinary: OWN_WORD, anywhere: {}, ordinary: {} };
  }
  const letters = words.map((word) => normaliseText(word.replace(/\*$/, '')));
  const same = known.anywhere[OWN_WORD] ?? [];
  return { ...known, anywhere: { ...known.anywhere, [OWN_WORD]: [...same, ...letters] } };
}
