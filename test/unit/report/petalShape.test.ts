import { describe, expect, test } from 'vitest';
import { petalShape, petalTip } from '../../../server/src/core/report/flower/petalShape.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points of a path that its curves start and end in, and points on them. */
function pointsOn(path: string): Point[] {
  const numbers = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const points: Point[] = [];
  for (const [command, letter = '', rest = ''] of path.matchAll(/([MCA])([^MCAZ]*)/g)) {
    const values = numbers(rest);
    const last = { x: values.at(-2) ?? 0, y: values.at(-1) ?? 0 };
    const start = points.at(-1);
    if (letter === 'C' && start !== undefined) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = values;
      for (let t = 0.05; t < 1; t += 0.05) {
        const at = (a: number, b: number, c: number, d: number): number =>
          (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
        points.push({ x: at(start.x, x1, x2, last.x), y: at(start.y, y1, y2, last.y) });
      }
    }
    if (command !== '') points.push(last);
  }
  return points;
}

function distance({ x, y }: Point): number {
  return Math.hypot(x, y);
}

describe('a petal', () => {
  test.each([3, 4, 6, 9, 12, 16])(
    'stays within its slice where there are %i, so that no two touch',
    (count) => {
      const { outline, bands } = petalShape(count, 4);
      for (const point of [outline, ...bands].flatMap(pointsOn)) {
        expect(Math.abs(Math.atan2(point.x, -point.y))).toBeLessThan(Math.PI / count);
      }
    },
  );

  test.each([1, 2])('has a shape where there are only %i', (count) => {
    expect(petalShape(count, 4).halfWidth).toBeCloseTo(60, 0);
  });

  test.each([1, 2, 4, 7])(
    'is divided into %i bands from the centre outward, with gaps',
    (count) => {
      const { bands } = petalShape(6, count);
      expect(bands).toHaveLength(count);
      const reaches = bands.map((band) => {
        const far = pointsOn(band).map(distance);
        return { from: Math.min(...far), to: Math.max(...far) };
      });
      reaches.forEach(({ from }, index) => {
        const before = reaches[index - 1];
        if (before !== undefined) expect(from - before.to).toBeCloseTo(3.5, 0);
      });
      expect(reaches.at(-1)?.to).toBeGreaterThanOrEqual(petalTip);
    },
  );
});
