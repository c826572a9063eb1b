/**
 * The shape of a petal. All petals of a flower are alike: one that points upward from the flower's
 * centre at (0, 0), turned into its place by whoever draws it. Units are those of the picture.
 */

interface Point {
  readonly x: number;
  readonly y: number;
}

type Cubic = readonly [Point, Point, Point, Point];

export interface PetalShape {
  /** The outline as an SVG path. */
  readonly outline: string;
  /** One path a facet, from the centre outward, with gaps between them. */
  readonly bands: readonly string[];
  /** The largest distance of the outline from the petal's axis. */
  readonly halfWidth: number;
}

/** How far a petal's tip is from the centre. */
export const petalTip = 190;
/** The most that a petal is wide to either side, where there are few. */
const widest = 60;
/** The part of its slice that a petal may take. */
const share = 0.93;
/** Between two bands. */
const gap = 3.5;
/** The innermost band begins in a point: it gets more of the length. */
const firstBandWeight = 1.25;

/**
 * @param petals how many the flower has, at least 1
 * @param facets how many bands each has, at least 1
 */
export function petalShape(petals: number, facets: number): PetalShape {
  const base = petalBase(petals);
  const side = fittedSide(base, petals);
  const cuts = bandCuts(base, facets);
  const bands = cuts.slice(1).map((outer, index) => {
    const inner = cuts[index] ?? base;
    const start = index === 0 ? 0 : parameterAt(side, inner + gap / 2);
    const end = index === cuts.length - 2 ? 1 : parameterAt(side, outer - gap / 2);
    return bandPath(between(side, start, end));
  });
  return { outline: bandPath(side), bands, halfWidth: halfWidthOf(side) };
}

/** How far a petal's base is from the centre: the more petals, the farther, so that they part. */
export function petalBase(petals: number): number {
  return 50 + Math.max(0, petals - 8) * 2;
}

/** The right side of a petal, pointed at its base and round at its tip, as wide as its slice lets it. */
function fittedSide(base: number, petals: number): Cubic {
  const length = petalTip - base;
  const wide = (k: number): Cubic => [
    { x: 0, y: -base },
    { x: 0.62 * k, y: -(base + 0.16 * length) },
    { x: 1.22 * k, y: -petalTip },
    { x: 0, y: -petalTip },
  ];
  const unit = wide(1);
  const steepest = Math.max(...samples(unit).map(({ x, y }) => x / -y));
  const bySlice =
    petals <= 2 ? Number.POSITIVE_INFINITY : (Math.tan(Math.PI / petals) * share) / steepest;
  return wide(Math.min(widest / halfWidthOf(unit), bySlice));
}

function halfWidthOf(side: Cubic): number {
  return Math.max(...samples(side).map(({ x }) => x));
}

function samples(side: Cubic): Point[] {
  return Array.from({ length: 41 }, (_, index) => pointAt(side, index / 40));
}

/** Distances from the centre at which the bands begin and end. */
function bandCuts(base: number, facets: number): number[] {
  const weights = Array.from({ length: facets }, (_, index) => (index === 0 ? firstBandWeight : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = base;
  return [base, ...weights.map((weight) => (at += ((petalTip - base) * weight) / whole))];
}

function pointAt([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

/** Where a side crosses a circle round the centre: it leaves each circle inside its tip once. */
function parameterAt(side: Cubic, radius: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    const { x, y } = pointAt(side, middle);
    if (Math.hypot(x, y) < radius) low = middle;
    else high = middle;
  }
  return low;
}

/** The part of a curve between two of its parameters (de Casteljau). */
function between(curve: Cubic, start: number, end: number): Cubic {
  const upTo = split(curve, end)[0];
  return end === 0 ? upTo : split(upTo, start / end)[1];
}

function split([a, b, c, d]: Cubic, t: number): [Cubic, Cubic] {
  const mix = (p: Point, q: Point): Point => ({
    x: p.x + (q.x - p.x) * t,
    y: p.y + (q.y - p.y) * t,
  });
  const [ab, bc, cd] = [mix(a, b), mix(b, c), mix(c, d)];
  const [abc, bcd] = [mix(ab, bc), mix(bc, cd)];
  const middle = mix(abc, bcd);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

/** A side, an arc across the axis, the mirrored side back, and an arc to its start. */
function bandPath([a, b, c, d]: Cubic): string {
  const pair = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`;
  const arc = (to: Point, sweep: 0 | 1): string => {
    const radius = rounded(Math.hypot(to.x, to.y));
    return to.x === 0 ? '' : `A${radius} ${radius} 0 0 ${sweep} `;
  };
  const outer = arc(d, 0) === '' ? '' : `${arc(d, 0)}${pair(-d.x, d.y)} `;
  const inner = arc(a, 1) === '' ? '' : `${arc(a, 1)}${pair(a.x, a.y)} `;
  return [
    `M${pair(a.x, a.y)} `,
    `C${pair(b.x, b.y)} ${pair(c.x, c.y)} ${pair(d.x, d.y)} `,
    outer,
    `C${pair(-c.x, c.y)} ${pair(-b.x, b.y)} ${pair(-a.x, a.y)} `,
    inner,
    'Z',
  ].join('');
}

/** Two digits are finer than a screen; `-0` is written `0`. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
