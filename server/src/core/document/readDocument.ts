import { findEmbeddedData } from './embeddedData.ts';
import { type FrontMatterReading, readFrontMatter } from './frontMatter.ts';
import { type LinedText, lineStartsOf } from './linePosition.ts';
import {
  binaryProblem,
  type Finding,
  findBinary,
  loneSurrogateProblem,
  problemAt,
} from './problems.ts';
import { type Content, placeContent, readBody } from './readBody.ts';
import { rewriteText } from './rewriteText.ts';
import { sectionAt, sectionsOf } from './sections.ts';
import type {
  DocumentProblem,
  Heading,
  PlacedText,
  SourceRange,
  StrategyDocument,
} from './strategyDocument.ts';

const NOTHING: Content = { headings: [], blocks: [], comments: [], findings: [] };

/**
 * Reads a Markdown text into the document model. Takes the text exactly as the file has it; never
 * throws: what is wrong with the text is in `problems`.
 */
export function readDocument(text: string): StrategyDocument {
  const document: LinedText = { text, lineStarts: lineStartsOf(text) };
  const binary = findBinary(text);
  if (binary !== undefined) {
    return assemble(document, undefined, NOTHING, [binaryProblem(document, binary)]);
  }
  const front = readFrontMatter(document);
  const bodyStart = front?.frontMatter.range.end ?? (text.startsWith('\ufeff') ? 1 : 0);
  const cuts = [{ start: 0, end: bodyStart }, ...findEmbeddedData(text)];
  const body = rewriteText(
    text,
    cuts.map((range) => ({ ...range, replacement: '' })),
  );
  const content = placeContent(readBody(body.text), body.toSource);
  const problems = [...content.findings, ...frontMatterFindings(front)].map((finding) =>
    problemAt(document, finding),
  );
  const surrogate = loneSurrogateProblem(document);
  if (surrogate !== undefined) problems.push(surrogate);
  return assemble(document, front, content, problems);
}

function assemble(
  document: LinedText,
  front: FrontMatterReading | undefined,
  content: Content,
  problems: DocumentProblem[],
): StrategyDocument {
  const headings = [...content.headings].sort(byPlace);
  const sections = sectionsOf(headings, document.text.length);
  const title = titleOf(headings, front);
  return {
    text: document.text,
    lineStarts: document.lineStarts,
    ...(front === undefined ? {} : { frontMatter: front.frontMatter }),
    ...(title === undefined ? {} : { title }),
    sections,
    blocks: [...content.blocks]
      .sort(byPlace)
      .map((block) => ({ ...block, section: sectionAt(sections, block.range.start) })),
    comments: [...content.comments].sort(byPlace),
    problems: problems.sort(byPlace),
  };
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

function byPlace(a: { range: SourceRange }, b: { range: SourceRange }): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
