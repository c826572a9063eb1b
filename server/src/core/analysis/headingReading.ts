import { namedCriteria } from './namedCriteria.ts';
import { normaliseText } from './normaliseText.ts';
import type { BodyUse, PackVocabulary } from './packVocabulary.ts';
import type { TermHit } from './termMatcher.ts';

/** What the words of a heading tell. */
export interface HeadingReading {
  /** Criteria that it names. */
  readonly named: ReadonlySet<string>;
  /** Facets that it has words for, as `criterion.facet`. */
  readonly facets: readonly string[];
  readonly isOnSoftware: boolean;
  /** True where titles rather than statements stand below it: further reading, events, vacancies. */
  readonly isAside: boolean;
}

/** Headings come back in every version of a document; those of a few documents are kept. */
const MOST_KEPT = 4096;
const kept = new WeakMap<PackVocabulary, Map<string, HeadingReading>>();

/**
 * Reads a heading with a pack's vocabulary.
 * @param text of the heading
 * @param vocabulary of the pack
 */
export function readHeading(text: string, vocabulary: PackVocabulary): HeadingReading {
  let known = kept.get(vocabulary);
  if (known === undefined || known.size >= MOST_KEPT) {
    known = new Map();
    kept.set(vocabulary, known);
  }
  let reading = known.get(text);
  if (reading === undefined) {
    reading = newReading(text, vocabulary);
    known.set(text, reading);
  }
  return reading;
}

function newReading(text: string, vocabulary: PackVocabulary): HeadingReading {
  const hits = vocabulary.body.match(normaliseText(text));
  return {
    named: namedCriteria(text, vocabulary),
    facets: hits.flatMap(({ use }) =>
      use.kind === 'facet' ? [`${use.criterion}.${use.facet}`] : [],
    ),
    isOnSoftware: tellsOfSoftware(hits),
    isAside: namesAside(text, vocabulary),
  };
}

/**
 * Whether some hits speak of software at all.
 * @param hits in a heading or a sentence
 */
export function tellsOfSoftware(hits: readonly TermHit<BodyUse>[]): boolean {
  return hits.some(
    ({ use }) => use.kind === 'signal' && (use.signal === 'software' || use.signal === 'subject'),
  );
}

/** "3.2 Further reading": what stands before the first letter is no part of the name. */
const BEFORE_THE_NAME = /^[^\p{L}]+/u;

/** "Sources of funding" opens with such a word and is none: the whole heading must be one. */
function namesAside(heading: string, vocabulary: PackVocabulary): boolean {
  const name = normaliseText(heading.replace(BEFORE_THE_NAME, ''));
  return vocabulary.body
    .match(name)
    .some(
      ({ use, start, end }) =>
        use.kind === 'signal' && use.signal === 'aside' && start === 0 && end === name.length,
    );
}
