import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlocks } from '../../server/src/core/analysis/blockReading.ts';
import { eligibleTexts } from '../../server/src/core/analysis/eligibleText.ts';
import { packVocabulary } from '../../server/src/core/analysis/packVocabulary.ts';
import { sectionCriteria } from '../../server/src/core/analysis/sectionCriteria.ts';
import { readDocument } from '../../server/src/core/document/readDocument.ts';
import type { StrategyDocument } from '../../server/src/core/document/strategyDocument.ts';
import type { Pack } from '../../server/src/core/pack/pack.ts';
import { type BlockFacts, documentFacts } from '../../server/src/core/recognition/blockFacts.ts';
import { criterionOf } from '../../server/src/core/recognition/facetFeatures.ts';
import { lineSpan } from '../../server/src/core/report/lineSpan.ts';
import { packExamples } from './packExamples.ts';

/** An author who fills in a section of ours must see it answered: these blocks count more. */
const COPIES_OF_EXAMPLES = 4;

/** A block of a labelled text. */
export interface LabelledBlock {
  /** Number of the text that it stands in: what belongs together is never split over two folds. */
  readonly text: number;
  readonly facts: BlockFacts;
  /** Keys of the facets that it meets. */
  readonly facets: ReadonlySet<string>;
  /** Whether it is specific and about the organisation; undefined where nobody said. */
  readonly specific: boolean | undefined;
}

/** An invented strategy with a reader's levels, or a section that the pack offers. */
export interface LabelledDocument {
  readonly language: string;
  readonly text: number;
  readonly document: StrategyDocument;
  /** Criteria that are not there were not judged. */
  readonly levels: {
    readonly [criterion: string]: 'absent' | 'partial' | 'answered' | undefined;
  };
  /** Whether it is one of the pack's own sections. */
  readonly isExample: boolean;
}

export interface TrainingData {
  readonly blocks: readonly LabelledBlock[];
  readonly documents: readonly LabelledDocument[];
  /** How many texts there are: documents and passages. */
  readonly texts: number;
}

interface Statement {
  readonly lines: readonly [number, number];
  readonly facets: { readonly [criterion: string]: readonly string[] };
  readonly about: string;
  readonly specific: boolean;
}

/**
 * Reads `documents/` and `passages/` of the training folder, always in the same order.
 * @param folder `server/training`
 * @param pack whose vocabulary is looked for
 * @throws where a file cannot be read or is not what the folder's README says
 */
export function readTrainingData(folder: string, pack: Pack): TrainingData {
  const blocks: LabelledBlock[] = [];
  const documents: LabelledDocument[] = [];
  let text = 0;
  for (const name of documentNames(folder)) {
    const file = join(folder, 'documents', name);
    const document = readDocument(readFileSync(file, 'utf8'));
    const reading = JSON.parse(readFileSync(file.replace(/\.md$/, '.json'), 'utf8')) as {
      language: string;
      levels: LabelledDocument['levels'];
      statements: readonly Statement[];
    };
    const { language, levels } = reading;
    documents.push({ language, text, document, levels, isExample: false });
    blocks.push(...documentBlocks(document, reading.statements, text, pack));
    text++;
  }
  for (const passage of passages(folder)) {
    const document = readDocument(passage.text);
    const label = { facets: keysOf(passage.facets), specific: isOurs(passage) };
    blocks.push(...factsOf(document, pack).map((facts) => ({ text, facts, ...label })));
    text++;
  }
  for (const { language, criterion, document, level } of packExamples(pack)) {
    documents.push({ language, text, document, levels: { [criterion]: level }, isExample: true });
    const own = exampleBlocks(document, criterion, level === 'answered', text, pack);
    for (let copy = 0; copy < COPIES_OF_EXAMPLES; copy++) blocks.push(...own);
    text++;
  }
  return { blocks, documents, texts: text };
}

function documentNames(folder: string): readonly string[] {
  const languages = readdirSync(join(folder, 'documents')).toSorted();
  return languages.flatMap((language) =>
    readdirSync(join(folder, 'documents', language))
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => `${language}/${name}`),
  );
}

interface Passage extends Omit<Statement, 'lines'> {
  readonly text: string;
}

function passages(folder: string): readonly Passage[] {
  const files = readdirSync(join(folder, 'passages')).toSorted();
  return files.flatMap((name) =>
    readFileSync(join(folder, 'passages', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Passage),
  );
}

function factsOf(document: StrategyDocument, pack: Pack): readonly BlockFacts[] {
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const eligibility = eligibleTexts(document, readings, pack);
  const sections = sectionCriteria(document, vocabulary);
  const facts = documentFacts(document, readings, eligibility, sections, vocabulary);
  return document.blocks.map((_, index) => facts.of(index));
}

function documentBlocks(
  document: StrategyDocument,
  statements: readonly Statement[],
  text: number,
  pack: Pack,
): readonly LabelledBlock[] {
  const facts = factsOf(document, pack);
  return document.blocks.flatMap(({ range }, index): LabelledBlock[] => {
    const own = facts[index];
    if (own === undefined) return [];
    const { startLine, endLine } = lineSpan(document.lineStarts, range);
    const here = statements.filter(({ lines }) => lines[0] <= endLine && lines[1] >= startLine);
    const facets = new Set(here.flatMap((statement) => [...keysOf(statement.facets)]));
    const specific = here.length === 0 ? undefined : here.some(isOurs);
    return [{ text, facts: own, facets, specific }];
  });
}

/** In its own section, each word of a facet stands for the facet. */
function exampleBlocks(
  document: StrategyDocument,
  criterion: string,
  specific: boolean,
  text: number,
  pack: Pack,
): readonly LabelledBlock[] {
  return factsOf(document, pack).map((facts) => {
    const facets = new Set([...facts.terms.keys()].filter((key) => criterionOf(key) === criterion));
    return { text, facts, facets, specific };
  });
}

function isOurs({ about, specific }: Pick<Statement, 'about' | 'specific'>): boolean {
  return specific && about === 'self';
}

function keysOf(facets: Statement['facets']): ReadonlySet<string> {
  return new Set(
    Object.entries(facets).flatMap(([criterion, list]) =>
      list.map((facet) => `${criterion}.${facet}`),
    ),
  );
}
