import { BlockOrigin } from './blockOrigin.ts';
import type { FrontMatterReading } from './frontMatter.ts';
import type { LinedText } from './linePosition.ts';
import type { PlacedStretch } from './placedStretch.ts';
import { type Finding, problemAt } from './problems.ts';
import { byPlace, type Content } from './readStretch.ts';
import { sectionAt, sectionsOf } from './sections.ts';
import type {
  Block,
  DocumentProblem,
  Heading,
  PlacedText,
  StrategyDocument,
} from './strategyDocument.ts';

/** A text of which nothing was read. */
export const NOTHING: Content = { headings: [], blocks: [], comments: [], findings: [] };

/** So many places of one file are named as too complex; with more it was not written by hand. */
const MOST_TOO_COMPLEX = 10;

/**
 * Makes the document of its parts, all placed in the whole text and in its order.
 * @param document the text with its lines
 * @param front its front matter, if it has any
 * @param stretches what was read stretch by stretch
 * @param rest what was read at once, where it was not by stretches
 * @param problems that are known beside those of its parts
 */
export function assembleDocument(
  document: LinedText,
  front: FrontMatterReading | undefined,
  stretches: readonly PlacedStretch[],
  rest: Content,
  problems: readonly DocumentProblem[],
): StrategyDocument {
  const headings = [...stretches.flatMap((stretch) => stretch.headings), ...rest.headings];
  const sections = sectionsOf(headings, document.text.length);
  const title = titleOf(headings, front);
  const others = rest.blocks.map((block) => ({
    ...block,
    section: sectionAt(sections, block.range.start),
  }));
  const findings = [
    ...stretches.flatMap((stretch) => stretch.findings),
    ...rest.findings,
    ...frontMatterFindings(front),
  ];
  const told = [
    ...problems,
    ...atMostTooComplex(findings).map((finding) => problemAt(document, finding)),
  ];
  return {
    text: document.text,
    lineStarts: document.lineStarts,
    ...(front === undefined ? {} : { frontMatter: front.frontMatter }),
    ...(title === undefined ? {} : { title }),
    sections,
    blocks: concat<Block>(
      stretches.map(({ blocks }) => blocks),
      others,
    ),
    origins: concat(
      stretches.map(({ reading }) => reading.origins),
      rest.blocks.map(() => new BlockOrigin()),
    ),
    comments: [...stretches.flatMap((stretch) => stretch.comments), ...rest.comments],
    problems: told.sort(byPlace),
  };
}

function concat<Item>(lists: readonly (readonly Item[])[], last: readonly Item[]): Item[] {
  const all: Item[] = [];
  for (const list of lists) for (const item of list) all.push(item);
  for (const item of last) all.push(item);
  return all;
}

function atMostTooComplex(findings: readonly Finding[]): readonly Finding[] {
  let tooComplex = 0;
  return findings.filter(({ id }) => id !== 'too-complex' || ++tooComplex <= MOST_TOO_COMPLEX);
}

function titleOf(
  headings: readonly Heading[],
  front: FrontMatterReading | undefined,
): PlacedText | undefined {
  const heading = headings.find(({ level, text }) => level === 1 && text !== '');
  if (heading !== undefined) return { text: heading.text, range: heading.range };
  const value = front?.frontMatter.entries.find(({ key }) => key === 'title')?.value;
  return value?.text ? value : undefined;
}

function frontMatterFindings(front: FrontMatterReading | undefined): Finding[] {
  if (front === undefined) return [];
  const { frontMatter, isUnclosed, unreadable } = front;
  const isYaml = frontMatter.format === 'yaml';
  const findings: Finding[] = [];
  if (isUnclosed) {
    const mark = isYaml ? '---' : '+++';
    findings.push({
      id: 'front-matter-unclosed',
      range: frontMatter.range,
      say: (line) =>
        `The front matter that starts in line ${line} has no end. Put a line "${mark}" behind it.`,
    });
  }
  if (unreadable !== undefined) {
    findings.push({
      id: 'front-matter-unreadable',
      range: unreadable,
      say: (line) =>
        `Line ${line} of the file is no ${isYaml ? 'YAML' : 'TOML'}, which the front matter must be. ` +
        `Write "${isYaml ? 'key: value' : 'key = value'}" and put a value with special characters in quotes.`,
    });
  }
  return findings;
}
