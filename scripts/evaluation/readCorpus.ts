import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../server/src/core/document/decodeText.ts';
import type { ReadFile } from '../../server/src/core/workspace.ts';
import {
  type CriterionLabels,
  type DocumentLabel,
  type Fault,
  isFault,
  readLabel,
  readSecondReading,
} from './labelFile.ts';

export interface CorpusDocument {
  /** The file's name without its ending. */
  readonly id: string;
  readonly file: ReadFile;
  readonly label: DocumentLabel;
  /** What a second reader said, where one did. */
  readonly second?: CriterionLabels;
}

export interface Corpus {
  /** Those that have a label, by id. */
  readonly documents: readonly CorpusDocument[];
  /** Ids of documents that have none: left out. */
  readonly unlabelled: readonly string[];
  /** Ids of labels that have no document: left out. */
  readonly labelsAlone: readonly string[];
  /** Files that cannot be read: which, why, and what to do. */
  readonly problems: readonly string[];
}

/**
 * Reads `docs/*.md`, `labels/*.json` and, where there are any, `labels2/*.json`; other files are passed over.
 * @param folder that holds `docs` and `labels`
 * @returns what there is, or the reason why the folder is no corpus
 */
export function readCorpus(folder: string): Corpus | Fault {
  for (const part of ['docs', 'labels']) {
    if (existsSync(join(folder, part))) continue;
    const fault = `${folder} is no corpus: it has no folder ${part}/. Name the folder that holds docs/ and labels/.`;
    return { fault };
  }
  const problems: string[] = [];
  const labels = readAll(folder, 'labels', readLabel, problems);
  const seconds = readAll(folder, 'labels2', readSecondReading, problems);
  const ids = idsIn(folder, 'docs', '.md');
  const documents = ids.flatMap((id): CorpusDocument[] => {
    const label = labels.get(id);
    if (label === undefined || isFault(label)) return [];
    const second = seconds.get(id);
    const read = { id, file: readText(folder, id), label };
    return [second === undefined || isFault(second) ? read : { ...read, second }];
  });
  return {
    documents,
    unlabelled: ids.filter((id) => !labels.has(id)),
    labelsAlone: [...labels.keys()].filter((id) => !ids.includes(id)),
    problems,
  };
}

/** Broken files stay in the result, so that their documents do not pass for unlabelled ones. */
function readAll<T extends object>(
  folder: string,
  part: string,
  read: (text: string) => T | Fault,
  problems: string[],
): ReadonlyMap<string, T | Fault> {
  const found = new Map<string, T | Fault>();
  for (const id of idsIn(folder, part, '.json')) {
    const content = read(readFileSync(join(folder, part, `${id}.json`), 'utf8'));
    if (isFault(content)) problems.push(`${part}/${id}.json: ${content.fault}`);
    found.set(id, content);
  }
  return found;
}

function idsIn(folder: string, part: string, ending: string): readonly string[] {
  const path = join(folder, part);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name.slice(0, -ending.length))
    .sort();
}

function readText(folder: string, id: string): ReadFile {
  const name = `${id}.md`;
  return { path: name, ...decodeText(readFileSync(join(folder, 'docs', name))) };
}
