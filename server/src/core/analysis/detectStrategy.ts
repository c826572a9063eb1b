import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { CriterionResult, Detection } from '../report/coverageReport.ts';
import type { BlockReading } from './blockReading.ts';
import { declaredInMapping } from './directives/readFrontMatterDirectives.ts';
import { normaliseText } from './normaliseText.ts';
import { packVocabulary, type SignalName } from './packVocabulary.ts';
import type { SectionCriteria } from './sectionCriteria.ts';
import { speaksInGeneral, voiceOf } from './voice.ts';

/** Headings that name a criterion: one may be chance in any project's documentation. */
const HEADINGS_TO_TELL = 5;
/** The subject is named at least once in so many characters of a document that is about it. */
const CHARACTERS_A_SUBJECT = 1500;
const SUBJECTS_TO_TELL = 3;
/** A single answer may be chance, too. */
const LEAST_ANSWERS = 2;
/** More blocks on organisations in general, for each on its own, and it is about both. */
const MOST_GENERAL = 0.25;
/** This share of all criteria answered, in its own voice, makes a strategy that never says so. */
const ANSWERS_TO_TELL = 0.75;
const OWN_VOICE = 0.3;

/**
 * Whether a document is an organisation's open source strategy, by front matter, configuration,
 * title, file name and content, in this order. Silence elsewhere matters as much as speech here.
 * @param document to look at
 * @param path with `/` between folders; only the file's name is read
 * @param readings of its blocks
 * @param sections what its headings say
 * @param pack with the words for titles and subject
 * @param criteria what it covers; asked for only where name and headings leave it open
 * @param configured what the configuration says of this file
 */
export function detectStrategy(
  document: StrategyDocument,
  path: string,
  readings: readonly BlockReading[],
  sections: SectionCriteria,
  pack: Pack,
  criteria: () => readonly CriterionResult[],
  configured?: Detection,
): Detection {
  return (
    declared(document) ??
    configured ??
    inGeneral(readings) ??
    entitled(document, path, pack) ??
    byContent(document, readings, sections, criteria)
  );
}

function declared(document: StrategyDocument): Detection | undefined {
  const entry = document.frontMatter?.entries.find(({ key }) => key === 'ospo-strategy');
  const value = entry?.value.text.toLowerCase();
  if (value === 'true')
    return { isStrategy: true, reason: 'Its front matter says ospo-strategy: true.' };
  if (value === 'false') {
    return { isStrategy: false, reason: 'Its front matter says ospo-strategy: false.' };
  }
  const isStrategy = declaredInMapping(document);
  if (isStrategy === undefined) return undefined;
  return { isStrategy, reason: `Its front matter says ospo-strategy: analyse: ${isStrategy}.` };
}

function inGeneral(readings: readonly BlockReading[]): Detection | undefined {
  if (!speaksInGeneral(readings)) return undefined;
  const reason = 'It speaks of organisations in general: a guide, not the strategy of one.';
  return { isStrategy: false, reason };
}

function entitled(document: StrategyDocument, path: string, pack: Pack): Detection | undefined {
  const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const byTitle = named('title', document.title?.text ?? '', pack);
  const byName = named('file name', fileName, pack);
  // A README that is titled "Open source policy" may be the policy or only lead to it.
  if (byTitle?.isStrategy === true && byName?.isStrategy === false) return undefined;
  return byTitle ?? byName;
}

/** What a name says first holds: "Open source strategy: a guide" is one, "A guide to ..." is not. */
function named(what: string, name: string, pack: Pack): Detection | undefined {
  const genres: readonly SignalName[] = ['strategyTitle', 'otherGenre'];
  const [first] = packVocabulary(pack)
    .body.match(normaliseText(name))
    .flatMap(({ use, start, end }) => (use.kind === 'signal' ? [{ ...use, start, end }] : []))
    .filter(({ signal }) => genres.includes(signal))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  if (first === undefined) return undefined;
  return first.signal === 'strategyTitle'
    ? { isStrategy: true, reason: `Its ${what}, "${name}", names a strategy.` }
    : { isStrategy: false, reason: `Its ${what}, "${name}", names another kind of document.` };
}

function byContent(
  document: StrategyDocument,
  readings: readonly BlockReading[],
  sections: SectionCriteria,
  criteria: () => readonly CriterionResult[],
): Detection {
  const named = new Set(sections.own.flatMap((names) => [...names])).size;
  const isAboutIt = subjectsIn(readings) >= subjectsToTell(document);
  if (named < HEADINGS_TO_TELL) {
    const reason = isAboutIt
      ? 'It speaks of open source, but its title and headings are not those of a strategy.'
      : 'Neither its title nor its text is about an open source strategy.';
    return { isStrategy: false, reason };
  }
  const { own, general, all } = voiceOf(readings);
  if (general > own * MOST_GENERAL) {
    return {
      isStrategy: false,
      reason: 'It speaks of organisations in general as much as of one.',
    };
  }
  const answered = criteria().filter(({ level }) => level === 'answered').length;
  if (isAboutIt && answered >= LEAST_ANSWERS) {
    const reason = `Its headings name ${named} questions, petals or elements of an open source strategy.`;
    return { isStrategy: true, reason };
  }
  if (answered >= ANSWERS_TO_TELL * criteria().length && own >= all * OWN_VOICE) {
    const reason = `It answers ${answered} questions, petals and elements of an open source strategy, whatever it is called.`;
    return { isStrategy: true, reason };
  }
  const reason = isAboutIt
    ? 'Its headings are those of a strategy, but it answers nothing.'
    : 'Neither its title nor its text is about an open source strategy.';
  return { isStrategy: false, reason };
}

function subjectsToTell(document: StrategyDocument): number {
  return Math.max(SUBJECTS_TO_TELL, document.text.length / CHARACTERS_A_SUBJECT);
}

function subjectsIn(readings: readonly BlockReading[]): number {
  return readings.reduce((sum, { subjects }) => sum + subjects, 0);
}
