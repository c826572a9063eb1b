import { levelWords } from '../levelWords.ts';
import { escapeMarkup } from '../markup.ts';
import { answeredOf, describePetal, type FlowerFacet, type FlowerPetal } from './flowerPetals.ts';
import { fontSize, type PetalLabel, petalLabels } from './petalLabels.ts';
import { type PetalShape, petalBase, petalShape } from './petalShape.ts';

/** How the picture is to be drawn. */
export interface FlowerOptions {
  /** What the picture is of, for its accessible name: a document's title or path. */
  readonly subject: string;
  /** Petals named beside them, or numbered in their order, for a picture a hand wide. */
  readonly labels: 'titles' | 'numbers';
  /**
   * `standalone` brings its own colours, light and dark; `themed` leaves them to the style sheet of
   * the page, which has to style the classes of `flowerStyle`.
   */
  readonly colours: 'standalone' | 'themed';
  /** Keeps the ids of several pictures on one page apart. */
  readonly idPrefix?: string;
}

/** The colours of a picture that stands alone, and where a page may set others. */
const light = {
  answered: '#2c7a4b',
  thin: '#a87400',
  line: '#767676',
  text: '#2b2b2b',
  quiet: '#616161',
  centre: '#f5f5f5',
};
const dark: typeof light = {
  answered: '#56b87d',
  thin: '#d7a83a',
  line: '#9a9a9a',
  text: '#e6e6e6',
  quiet: '#b0b0b0',
  centre: '#2d2d2d',
};

function colourRules(colours: typeof light): string {
  return Object.entries(colours)
    .map(([name, value]) => `--flower-${name}:${value}`)
    .join(';');
}

function variable(name: keyof typeof light): string {
  return `var(--flower-${name},${light[name]})`;
}

/** Where a page sets no colours, these rules do; their order is that of the classes in the picture. */
function standaloneStyle(): string {
  return [
    `svg{${colourRules(light)}}`,
    `@media (prefers-color-scheme:dark){svg{${colourRules(dark)}}}`,
    ...[
      `.solid{fill:${variable('answered')}}`,
      `.hatch-line{fill:${variable('thin')}}`,
      `.hatch-ground{fill:${variable('thin')}}`,
      `.thin{stroke:${variable('thin')}}`,
      `.missing,.not-applicable .outline{stroke:${variable('line')}}`,
      `.centre{fill:${variable('centre')};stroke:${variable('line')}}`,
      `.title,.count-answered{fill:${variable('text')}}`,
      `.count{fill:${variable('quiet')}}`,
    ],
  ].join('');
}

/**
 * The OSPO Flower as SVG: one petal each, divided into its facets from the centre outward. A facet
 * that is met is filled: solid in an answered petal, hatched in a thin one; one that is not met is
 * hollow. A waived petal is dotted.
 * @param petals at least one, in the order in which they stand round the centre, from the top
 * @param options how to draw it
 * @returns one `<svg>` element; the same for the same input, everything in it escaped
 */
export function flowerSvg(petals: readonly FlowerPetal[], options: FlowerOptions): string {
  const id = (name: string): string => escapeMarkup(`${options.idPrefix ?? 'flower'}-${name}`);
  const labels = petalLabels(petals, options.labels);
  const { left, top, width, height } = labels.bounds;
  const box = `${left} ${top} ${width} ${height}`;
  const description = petals.map(describePetal).join('. ');
  const style = options.colours === 'standalone' ? `<style>${standaloneStyle()}</style>` : '';
  const drawn = petals.map((petal, index) =>
    petalGroup(petal, index, petals.length, id('hatch'), labels.of[index]),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flower" viewBox="${box}" width="${width}" height="${height}" role="img" aria-labelledby="${id('name')} ${id('description')}" font-family="system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,sans-serif">`,
    `<title id="${id('name')}">${escapeMarkup(`OSPO Flower of ${options.subject}: ${answeredOf(petals)} petals answered`)}</title>`,
    `<desc id="${id('description')}">${escapeMarkup(`${description}.`)}</desc>`,
    style,
    `<defs>${hatch(id('hatch'))}</defs>`,
    ...drawn,
    centre(petals),
    '</svg>',
  ].join('');
}

function hatch(id: string): string {
  return [
    `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
    `<rect class="hatch-ground" width="7" height="7" fill="${light.thin}" opacity="0.22"/>`,
    `<rect class="hatch-line" width="3" height="7" fill="${light.thin}"/>`,
    '</pattern>',
  ].join('');
}

function petalGroup(
  petal: FlowerPetal,
  index: number,
  count: number,
  hatchId: string,
  label: PetalLabel | undefined,
): string {
  const shape = petalShape(count, Math.max(1, petal.facets.length));
  const turn = Math.round((36_000 * index) / count) / 100;
  return [
    `<g class="petal ${petal.level}" data-petal="${escapeMarkup(petal.id)}">`,
    `<g transform="rotate(${turn})">`,
    outline(petal, shape),
    ...petal.facets.map((facet, at) => band(petal, facet, shape.bands[at] ?? '', hatchId)),
    '</g>',
    label === undefined ? '' : labelText(label),
    '</g>',
  ].join('');
}

/** The whole petal, under its facets: it takes the focus, and carries the petal's name. */
function outline(petal: FlowerPetal, { outline: path }: PetalShape): string {
  const dots = petal.level === 'not-applicable' ? ' stroke-dasharray="0.5 5" stroke-width="2"' : '';
  const line = petal.level === 'not-applicable' ? light.line : 'none';
  const name = escapeMarkup(describePetal(petal));
  return `<path class="outline" d="${path}" fill="transparent" stroke="${line}" stroke-linecap="round"${dots}><title>${name}</title></path>`;
}

function band(petal: FlowerPetal, facet: FlowerFacet, path: string, hatchId: string): string {
  if (petal.level === 'not-applicable') return '';
  const state = facet.met
    ? levelWords[petal.level === 'answered' ? 'answered' : 'partial']
    : levelWords.absent;
  const name = escapeMarkup(`${petal.title}, ${facet.title}: ${state}`);
  return `<path class="facet ${lookOf(petal, facet)}" data-facet="${escapeMarkup(facet.id)}" d="${path}" ${fillOf(petal, facet, hatchId)}><title>${name}</title></path>`;
}

function lookOf({ level }: FlowerPetal, { met }: FlowerFacet): string {
  if (!met) return 'missing';
  return level === 'answered' ? 'solid' : 'thin';
}

function fillOf(petal: FlowerPetal, facet: FlowerFacet, hatchId: string): string {
  switch (lookOf(petal, facet)) {
    case 'solid':
      return `fill="${light.answered}"`;
    case 'thin':
      return `fill="url(#${hatchId})" stroke="${light.thin}" stroke-width="0.8"`;
    default:
      return `fill="transparent" stroke="${light.line}"`;
  }
}

function labelText({ x, anchor, lines, count }: PetalLabel): string {
  const at = (y: number): string => `x="${x}" y="${y}"`;
  const titles = lines.map(
    ({ text, y }) =>
      `<tspan class="title" ${at(y)} fill="${light.text}">${escapeMarkup(text)}</tspan>`,
  );
  const below =
    count === undefined
      ? ''
      : `<tspan class="count" ${at(count.y)} font-weight="400" font-size="${fontSize - 1.5}" fill="${light.quiet}">${escapeMarkup(count.text)}</tspan>`;
  return `<text class="label" aria-hidden="true" text-anchor="${anchor}" font-size="${fontSize}" font-weight="600">${titles.join('')}${below}</text>`;
}

function centre(petals: readonly FlowerPetal[]): string {
  const radius = petalBase(petals.length) - 10;
  return [
    `<circle class="centre" r="${radius}" fill="${light.centre}" stroke="${light.line}" stroke-opacity="0.5"/>`,
    '<text class="label" aria-hidden="true" text-anchor="middle">',
    `<tspan class="title" x="0" y="1" font-size="15" font-weight="600" fill="${light.text}">OSPO</tspan>`,
    `<tspan class="count" x="0" y="17" font-size="${fontSize - 1}" fill="${light.quiet}">${answeredOf(petals)}</tspan>`,
    '</text>',
  ].join('');
}
