import type { Section, StrategyDocument } from '../document/strategyDocument.ts';
import { criterionTexts, type LanguageTag, type Pack } from '../pack/pack.ts';
import { sectionSnippet } from '../pack/sectionSnippet.ts';
import { declaredSections } from './directives/authorsWord.ts';
import { readDirectives } from './directives/readDirectives.ts';
import { packVocabulary } from './packVocabulary.ts';
import { sectionCriteria } from './sectionCriteria.ts';

/** A section to insert: blank lines around it and the document's own line ends included. */
export interface SectionPlan {
  /** UTF-16 offset in the document's text. */
  readonly offset: number;
  readonly snippet: string;
  readonly plainText: string;
}

/**
 * The skeleton of a criterion's section and where it belongs: behind the section of the criterion
 * before it in the pack's order, else before the one after it, else at the document's end.
 * @param document to insert into
 * @param pack with the skeleton
 * @param criterion its id
 * @param language of the skeleton
 * @returns undefined where the pack has no such criterion
 */
export function planSection(
  document: StrategyDocument,
  pack: Pack,
  criterion: string,
  language: LanguageTag,
): SectionPlan | undefined {
  return planSections(document, pack, [criterion], language, sectionPlacing(document, pack))[0];
}

/**
 * As `planSection` for several criteria at once: tab stops are numbered through, and sections that
 * go to the same place form one plan in the pack's order.
 * @param criteria ids; unknown ones are left out
 * @param placing of the same document and pack
 * @returns plans in document order
 */
export function planSections(
  document: StrategyDocument,
  pack: Pack,
  criteria: readonly string[],
  language: LanguageTag,
  placing: SectionPlacing,
): readonly SectionPlan[] {
  const wanted = pack.criteria.filter(({ id }) => criteria.includes(id));
  const places = new Map<number, { place: Place; ids: string[] }>();
  for (const { id } of wanted) {
    const place = placing(id);
    const known = places.get(place.offset);
    if (known === undefined) places.set(place.offset, { place, ids: [id] });
    else known.ids.push(id);
  }
  let firstTabStop = 1;
  return [...places.values()]
    .sort((a, b) => a.place.offset - b.place.offset)
    .map(({ place, ids }) => {
      const rendered = ids.flatMap((id) => {
        const criterion = wanted.find((candidate) => candidate.id === id);
        if (criterion === undefined) return [];
        const { section } = criterionTexts(criterion, language);
        const result = sectionSnippet(section, { headingLevel: place.level, firstTabStop });
        firstTabStop = result.nextTabStop;
        return [result];
      });
      const around = (texts: readonly string[]): string =>
        spaced(document, place.offset, texts.join('\n\n'));
      return {
        offset: place.offset,
        snippet: around(rendered.map(({ snippet }) => snippet)),
        plainText: around(rendered.map(({ plainText }) => plainText)),
      };
    });
}

/** Where a section belongs, and the level of its heading. */
export interface Place {
  readonly offset: number;
  readonly level: number;
}

/** Tells the place of a criterion's section, by its id. */
export type SectionPlacing = (criterion: string) => Place;

/**
 * Reads a document's headings once, so that many sections can be placed.
 * @param document to insert into
 * @param pack whose order the sections follow
 */
export function sectionPlacing(document: StrategyDocument, pack: Pack): SectionPlacing {
  const declared = declaredSections(readDirectives(document, pack));
  const { own } = sectionCriteria(document, packVocabulary(pack), declared);
  const order = pack.criteria.map(({ id }) => id);
  const sectionFor = (id: string): Section | undefined =>
    document.sections.find(({ index }) => own[index]?.has(id));
  return (criterion) => {
    const position = order.indexOf(criterion);
    const before = order.slice(0, position).reverse().map(sectionFor).find(Boolean);
    if (before?.heading !== undefined) {
      return { offset: contentEnd(document, before.range.end), level: before.heading.level };
    }
    const after = order
      .slice(position + 1)
      .map(sectionFor)
      .find(Boolean);
    if (after?.heading !== undefined) {
      return { offset: after.range.start, level: after.heading.level };
    }
    return { offset: documentEnd(document), level: 2 };
  };
}

/** Before the white space that ends a section, and before a list of link targets at its end. */
function contentEnd(document: StrategyDocument, end: number): number {
  const inside = document.blocks.filter(({ range }) => range.end <= end);
  const last = inside.findLast(({ kind }) => kind !== 'link-definition');
  const trailing = inside.filter(
    ({ kind, range }) => kind === 'link-definition' && range.start >= (last?.range.end ?? 0),
  );
  const limit = trailing[0]?.range.start ?? end;
  return document.text.slice(0, limit).trimEnd().length;
}

function documentEnd(document: StrategyDocument): number {
  return contentEnd(document, document.text.length);
}

/** Two line ends of two characters each: as far as a blank line reaches. */
const NEIGHBOURHOOD = 4;

/** Puts exactly one blank line between the section and its neighbours, in the document's line ends. */
function spaced(document: StrategyDocument, offset: number, section: string): string {
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const isFirst = /^\ufeff?\s*$/.test(document.text.slice(0, offset));
  const isLast = document.text.slice(offset).trimStart() === '';
  const before = document.text.slice(Math.max(0, offset - NEIGHBOURHOOD), offset);
  const after = document.text.slice(offset, offset + NEIGHBOURHOOD);
  const lead = isFirst ? 0 : 2 - lineEndsAt(before, /(?:\r?\n)*$/);
  const trail = (isLast ? 1 : 2) - lineEndsAt(after, /^(?:\r?\n)*/);
  const lineEnds = (count: number): string => '\n'.repeat(Math.max(0, count));
  return `${lineEnds(lead)}${section}${lineEnds(trail)}`.replace(/\r?\n/g, eol);
}

function lineEndsAt(text: string, place: RegExp): number {
  return (place.exec(text)?.[0] ?? '').split('\n').length - 1;
}
