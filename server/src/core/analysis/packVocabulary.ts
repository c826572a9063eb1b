import type { LanguageSignals, LanguageTag, Pack } from '../pack/pack.ts';
import { TermMatcher } from './termMatcher.ts';

export type SignalName = keyof LanguageSignals;

/** What a term tells where it is found in the body of a document. */
export type BodyUse =
  | {
      readonly kind: 'facet';
      readonly criterion: string;
      readonly facet: string;
      /** True where it tells enough outside the criterion's own section. */
      readonly anywhere: boolean;
    }
  | { readonly kind: 'signal'; readonly signal: SignalName; readonly language: LanguageTag }
  | { readonly kind: 'stage'; readonly model: string; readonly stage: string }
  /** One of the words that tell a part of a split criterion from the others. */
  | { readonly kind: 'part'; readonly criterion: string };

/** A pack's terms of all languages, ready to match: documents mix languages, so all apply at once. */
export interface PackVocabulary {
  /** Headings, columns and labels: the criterion that they open. */
  readonly headings: TermMatcher<string>;
  readonly body: TermMatcher<BodyUse>;
  /** By the id of a part: the criterion that it was split off from. */
  readonly origins: ReadonlyMap<string, string>;
}

const compiled = new WeakMap<Pack, PackVocabulary>();

/**
 * The matchers of a pack, compiled at first use and kept as long as the pack is.
 * @param pack a valid pack
 */
export function packVocabulary(pack: Pack): PackVocabulary {
  let vocabulary = compiled.get(pack);
  if (vocabulary === undefined) {
    vocabulary = compile(pack);
    compiled.set(pack, vocabulary);
  }
  return vocabulary;
}

function compile(pack: Pack): PackVocabulary {
  const headings = new TermMatcher<string>();
  const body = new TermMatcher<BodyUse>();
  for (const { language, signals, criteria } of pack.languages) {
    for (const [signal, terms] of Object.entries(signals) as [SignalName, readonly string[]][]) {
      for (const term of terms) body.add(term, { kind: 'signal', signal, language });
    }
    for (const [criterion, vocabulary] of Object.entries(criteria)) {
      for (const term of vocabulary.headings) headings.add(term, criterion);
      addFacetTerms(body, criterion, vocabulary.facets, false);
      addFacetTerms(body, criterion, vocabulary.anywhere, true);
    }
  }
  const origins = new Map<string, string>();
  for (const { id, origin, ownWords } of pack.criteria) {
    if (origin !== undefined) origins.set(id, origin);
    for (const term of ownWords ?? []) {
      body.add(term, { kind: 'part', criterion: id });
      headings.add(term, id);
    }
  }
  for (const model of pack.maturityModels) {
    for (const stage of model.stages) {
      for (const terms of Object.values(stage.signs)) {
        for (const term of terms ?? []) {
          body.add(term, { kind: 'stage', model: model.id, stage: stage.id });
        }
      }
    }
  }
  return { headings, body, origins };
}

function addFacetTerms(
  body: TermMatcher<BodyUse>,
  criterion: string,
  facets: { readonly [facet: string]: readonly string[] },
  anywhere: boolean,
): void {
  for (const [facet, terms] of Object.entries(facets)) {
    for (const term of terms) body.add(term, { kind: 'facet', criterion, facet, anywhere });
  }
}
