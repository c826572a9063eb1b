import type { CriterionCoverage } from '../../../../server/src/lsp/protocol.ts';
import { filled, type PanelStrings } from '../stringMessages.ts';
import { levelWord } from './criterionParts.ts';
import { element } from './element.ts';

/** What a picture of ours is made of; anything else is not drawn. */
const elements = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'pattern',
  'rect',
  'g',
  'path',
  'circle',
  'text',
  'tspan',
]);
const attributes =
  /^(xmlns|class|id|role|viewBox|width|height|aria-(labelledby|hidden)|font-(family|size|weight)|fill|stroke(-[a-z]+)?|opacity|d|r|x|y|transform|text-anchor|pattern(Units|Transform)|data-(petal|facet))$/;

/**
 * Reads a picture as the language server draws it. It is data like any other: nothing is taken over
 * but what a flower is made of.
 * @returns undefined for what is no such picture
 */
export function readFlower(svg: string): SVGSVGElement | undefined {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const all = [parsed, ...parsed.querySelectorAll('*')];
  if (!(parsed instanceof SVGSVGElement) || !all.every(isOfFlower)) return undefined;
  return document.importNode(parsed, true);
}

function isOfFlower(part: Element): boolean {
  const isKnown = elements.has(part.tagName) && part.namespaceURI === 'http://www.w3.org/2000/svg';
  return isKnown && [...part.attributes].every(isAttributeOfFlower);
}

function isAttributeOfFlower({ name, value }: Attr): boolean {
  return attributes.test(name) && !/url\((?!#)/i.test(value);
}

/** Where the keyboard is in the flower: at a petal, or at one of its facets. */
export interface FlowerPlace {
  readonly petal: string;
  readonly facet?: string;
}

/**
 * Makes a picture's petals and facets reachable: buttons, of which one is in the order of tabs and
 * the arrow keys lead to the others.
 * @param place where the keyboard was last; the first petal where that is not in the picture
 */
export function makeReachable(picture: SVGSVGElement, place: FlowerPlace | undefined): void {
  picture.setAttribute('role', 'group');
  const all = reachable(picture);
  const current = all.find((each) => isAt(each, place)) ?? all[0];
  for (const each of all) {
    each.setAttribute('role', 'button');
    each.setAttribute('tabindex', each === current ? '0' : '-1');
    each.setAttribute('data-do', 'showEvidence');
    each.setAttribute('data-key', `${placeOf(each)?.petal}/${placeOf(each)?.facet ?? ''}`);
  }
}

function reachable(picture: Element): Element[] {
  return [...picture.querySelectorAll('.outline, .facet')];
}

/** Where an element of a picture is; undefined for what is none. */
export function placeOf(part: Element): FlowerPlace | undefined {
  const petal = part.closest('[data-petal]')?.getAttribute('data-petal');
  const facet = part.getAttribute('data-facet');
  if (petal === null || petal === undefined) return undefined;
  return facet === null ? { petal } : { petal, facet };
}

function isAt(part: Element, place: FlowerPlace | undefined): boolean {
  const own = placeOf(part);
  return place !== undefined && own?.petal === place.petal && own.facet === place.facet;
}

/** Between petals to the left and right, from a petal out through its facets up, and back down. */
export function moveInFlower(from: Element, key: string): Element | undefined {
  const petals = [...(from.closest('svg')?.querySelectorAll('[data-petal]') ?? [])];
  const petal = from.closest('[data-petal]');
  const at = petal === null ? -1 : petals.indexOf(petal);
  if (petal === null || at < 0) return undefined;
  const outlineOf = (index: number): Element | undefined =>
    reachable(petals.at(index % petals.length) ?? petal)[0];
  const inPetal = reachable(petal);
  const position = inPetal.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return outlineOf(at + 1);
    case 'ArrowLeft':
      return outlineOf(at - 1);
    case 'ArrowUp':
      return inPetal[position + 1];
    case 'ArrowDown':
      return inPetal[Math.max(0, position - 1)];
    case 'Home':
      return outlineOf(0);
    case 'End':
      return outlineOf(-1);
    case 'Escape':
      return inPetal[0];
    default:
      return undefined;
  }
}

/** The picture's twin for those who do not see it. */
export function flowerTable(
  petals: readonly CriterionCoverage[],
  strings: PanelStrings,
): HTMLElement {
  const head = [strings.petals, strings.level, strings.facetsMet, strings.facetsOpen].map((text) =>
    element('th', { text, attributes: { scope: 'col' } }),
  );
  const rows = petals.map(({ id, title, level, facets }, index) => {
    const titles = (met: boolean): string =>
      facets.flatMap((facet) => (facet.met === met ? [facet.title] : [])).join(', ');
    return element(
      'tr',
      { key: id },
      element('th', { text: `${index + 1} ${title}`, attributes: { scope: 'row' } }),
      element('td', { text: levelWord(level, strings) }),
      element('td', { text: titles(true) }),
      element('td', { text: titles(false) }),
    );
  });
  return element(
    'table',
    {},
    element('caption', { class: 'unseen', text: filled(strings.asTable, strings.petals) }),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
}
