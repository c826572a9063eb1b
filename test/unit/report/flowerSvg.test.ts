import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { type FlowerOptions, flowerSvg } from '../../../server/src/core/report/flower/flowerSvg.ts';
import { labelLines, textWidth } from '../../../server/src/core/report/flower/labelLines.ts';
import { petals, petalsNamed } from './petals.ts';

const options: FlowerOptions = {
  subject: 'docs/strategy.md',
  labels: 'titles',
  colours: 'standalone',
};

/** Every tag of a picture, in order, and what closes it has to match. */
function tagsOf(svg: string): string[] {
  const open: string[] = [];
  const all: string[] = [];
  for (const [, slash, name = '', selfClosed] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else {
      all.push(name);
      if (selfClosed !== '/') open.push(name);
    }
  }
  expect(open).toEqual([]);
  return all;
}

function countOf(svg: string, part: string): number {
  return svg.split(part).length - 1;
}

describe('the flower', () => {
  test('has a petal each, with its facets, and a name and a description of the whole', () => {
    const svg = flowerSvg(petals(6), options);
    tagsOf(svg);
    expect(countOf(svg, 'data-petal=')).toBe(6);
    // The fourth is waived: its facets are not drawn.
    expect(countOf(svg, 'data-facet=')).toBe(5 * 4);
    expect(svg).toContain(
      '<title id="flower-name">OSPO Flower of docs/strategy.md: 2 of 5 petals answered</title>',
    );
    expect(svg).toContain('Petal 2: thin, 2 of 4 facets; without Channels, Material.');
    expect(svg).toContain('<title>Petal 2, Channels: missing</title>');
  });

  test.each([1, 2, 6, 16, 24])('draws %i petals inside its own bounds', (count) => {
    const svg = flowerSvg(petals(count), options);
    expect(countOf(svg, 'data-petal=')).toBe(count);
    const [left = 0, top = 0, width = 0, height = 0] =
      /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
    for (const [, x, y] of svg.matchAll(/x="(-?[\d.]+)" y="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThan(left);
      expect(Number(x)).toBeLessThan(left + width);
      expect(Number(y)).toBeGreaterThan(top);
      expect(Number(y)).toBeLessThan(top + height);
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is the same whenever it is drawn', () => {
    expect(flowerSvg(petals(7), options)).toBe(flowerSvg(petals(7), options));
  });

  test('tells levels by fill and mark, not by colour alone', () => {
    const svg = flowerSvg(petals(4), options);
    expect(svg).toContain('class="facet solid"');
    expect(svg).toContain('class="facet thin"');
    expect(svg).toContain('fill="url(#flower-hatch)"');
    expect(svg).toContain('class="facet missing"');
    expect(svg).toContain('stroke-dasharray');
    for (const count of ['● 4 of 4', '◐ 2 of 4', '○ 0 of 4', '– waived']) {
      expect(svg).toContain(`>${count}</tspan>`);
    }
  });

  test('brings its own colours for light and dark, or leaves them to the page', () => {
    expect(flowerSvg(petals(6), options)).toContain('prefers-color-scheme:dark');
    const themed = flowerSvg(petals(6), { ...options, colours: 'themed' });
    expect(themed).not.toContain('<style>');
    expect(themed).not.toContain('style=');
  });

  test('shows hostile titles as text', () => {
    const svg = flowerSvg(
      petalsNamed(
        '<img src=x onerror=alert(1)>',
        '</title><script>alert(1)</script>',
        '"javascript:alert(1)" onload=\'x\'',
        'evil \u202egnp.exe \u2066x\u0000\ud800 \uffff',
        'x'.repeat(10_000),
      ),
      { ...options, subject: '</title><a href="javascript:alert(1)">' },
    );
    const allowed = ['svg', 'title', 'desc', 'style', 'defs', 'pattern', 'rect', 'g', 'path'];
    const tags = new Set(tagsOf(svg));
    for (const tag of tags) expect([...allowed, 'text', 'tspan', 'circle']).toContain(tag);
    const attributes = JSON.stringify(parseDocument(svg, { xmlMode: true }), (key, value) =>
      key === 'parent' || key === 'prev' || key === 'next' ? undefined : value,
    );
    expect(attributes).not.toMatch(/"on\w+":/);
    expect(svg).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\uffff]/);
    expect(svg).toContain('&lt;img src=x');
  });

  test('keeps a label of 10 000 characters to a few lines, and its whole title in the name', () => {
    const svg = flowerSvg(petalsNamed('x'.repeat(10_000)), options);
    const labels = [...svg.matchAll(/<tspan class="title"[^>]*>([^<]*)</g)].map(
      (found) => found[1],
    );
    expect(labels.filter((text) => text?.startsWith('x'))).toHaveLength(3);
    expect(svg).toContain(`<title>${'x'.repeat(10_000)}`);
  });
});

describe('a label', () => {
  test('is broken between words', () => {
    expect(labelLines('Open source ecosystem', 10.5, 3)).toEqual(['Open source', 'ecosystem']);
  });

  test('is broken between the characters of Chinese', () => {
    expect(labelLines('开源生态系统与社区合作', 6, 3)).toEqual(['开源生态系统', '与社区合作']);
  });

  test('ends with an ellipsis where it is too long', () => {
    const lines = labelLines('Donaudampfschifffahrtsgesellschaftskapitän und mehr', 8, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(8 + 1);
  });

  test('does not cut a pictograph in half', () => {
    expect(labelLines('👩‍💻'.repeat(40), 4, 1).join('')).not.toMatch(/[\ud800-\udbff]$/);
  });
});
