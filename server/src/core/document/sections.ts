import type { Heading, Section, SourceRange } from './strategyDocument.ts';

/**
 * Builds the sections of a text of `length` UTF-16 units from its headings, which are in document
 * order. Section 0 holds what stands before the first heading; own ranges tile the text.
 */
export function sectionsOf(headings: readonly Heading[], length: number): Section[] {
  const starts = headings.map((heading) => heading.range.start);
  const ends = subtreeEnds(headings, length);
  const sections: Section[] = [section(0, undefined, { start: 0, end: starts[0] ?? length })];
  /** The sections that the next one may lie in, innermost last. */
  const open: { index: number; level: number }[] = [];
  headings.forEach((heading, at) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1)?.index;
    const index = at + 1;
    const start = heading.range.start;
    sections.push({
      index,
      heading,
      ...(parent === undefined ? {} : { parent }),
      range: { start, end: ends[at] ?? length },
      ownRange: { start, end: starts[at + 1] ?? length },
    });
    open.push({ index, level: heading.level });
  });
  return sections;
}

/** The index of the section whose own range holds `offset`. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.ownRange.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  // Before a heading at offset 0 there is nothing, so that such a text's blocks are in section 1.
  return low;
}

/** For each heading where the next one of its level or above starts. */
function subtreeEnds(headings: readonly Heading[], length: number): number[] {
  const ends: number[] = new Array(headings.length).fill(length);
  const open: number[] = [];
  headings.forEach((heading, at) => {
    while (open.length > 0 && levelOf(headings, open.at(-1)) >= heading.level) {
      const closed = open.pop();
      if (closed !== undefined) ends[closed] = heading.range.start;
    }
    open.push(at);
  });
  return ends;
}

function levelOf(headings: readonly Heading[], at: number | undefined): number {
  return (at === undefined ? undefined : headings[at]?.level) ?? 0;
}

function section(index: number, heading: Heading | undefined, range: SourceRange): Section {
  return { index, ...(heading === undefined ? {} : { heading }), range, ownRange: range };
}
