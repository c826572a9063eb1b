import { type FlowerPetal, petalCount } from './flowerPetals.ts';
import { labelLines, textWidth } from './labelLines.ts';
import { petalTip } from './petalShape.ts';

/** The font's size of a title, in the picture's units. */
export const fontSize = 13;
const lineHeight = 15;
/** Between a petal's tip and its label. */
const distance = 12;
const margin = 6;

/** The text beside a petal: where each line stands, in the picture's units. */
export interface PetalLabel {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Baselines. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly count?: { readonly text: string; readonly y: number };
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PetalLabels {
  /** One a petal. */
  readonly of: readonly PetalLabel[];
  /** What the whole picture covers, labels included. */
  readonly bounds: Bounds;
}

/**
 * Places the labels round the flower.
 * @param petals in their order, from the top clockwise
 * @param kind their titles with a count of facets, or only their numbers
 */
export function petalLabels(
  petals: readonly FlowerPetal[],
  kind: 'titles' | 'numbers',
): PetalLabels {
  const width = petals.length > 8 ? 9 : 10.5;
  const of = petals.map((petal, index) => {
    const angle = (2 * Math.PI * index) / petals.length;
    return kind === 'numbers'
      ? place(angle, [String(index + 1)], undefined)
      : place(angle, labelLines(petal.title, width, petals.length > 8 ? 2 : 3), petalCount(petal));
  });
  return { of, bounds: boundsOf(of) };
}

function place(angle: number, texts: readonly string[], count: string | undefined): PetalLabel {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const reach = petalTip + distance;
  const height = (texts.length + (count === undefined ? 0 : 1)) * lineHeight;
  // Above the tip at the top, below it at the bottom, level with it at the sides.
  const top = -cosine * reach - (height * (1 + cosine)) / 2;
  const baseline = (line: number): number => tenths(top + line * lineHeight + fontSize * 0.88);
  return {
    x: tenths(sine * reach),
    anchor: Math.abs(sine) < 0.15 ? 'middle' : sine > 0 ? 'start' : 'end',
    lines: texts.map((text, line) => ({ text, y: baseline(line) })),
    ...(count === undefined ? {} : { count: { text: count, y: baseline(texts.length) } }),
  };
}

function boundsOf(labels: readonly PetalLabel[]): Bounds {
  const boxes = labels.map(({ x, anchor, lines, count }) => {
    const all = count === undefined ? lines : [...lines, count];
    const width = Math.max(...all.map(({ text }) => textWidth(text))) * fontSize;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const ys = all.map(({ y }) => y);
    return {
      left,
      right: left + width,
      top: Math.min(...ys) - fontSize,
      bottom: Math.max(...ys) + 4,
    };
  });
  const left = Math.floor(Math.min(-petalTip, ...boxes.map((box) => box.left)) - margin);
  const top = Math.floor(Math.min(-petalTip, ...boxes.map((box) => box.top)) - margin);
  const right = Math.ceil(Math.max(petalTip, ...boxes.map((box) => box.right)) + margin);
  const bottom = Math.ceil(Math.max(petalTip, ...boxes.map((box) => box.bottom)) + margin);
  return { left, top, width: right - left, height: bottom - top };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
