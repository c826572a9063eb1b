import { analyseDocument } from '../core/analysis/analyseDocument.ts';
import { readDocument } from '../core/document/readDocument.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { CoverageReport, DocumentReport } from '../core/report/coverageReport.ts';
import { shownText } from '../core/report/shownText.ts';
import type { ReadFile, UnreadableFile, Workspace } from '../core/workspace.ts';
import type { Command } from './arguments.ts';
import { renderReport } from './renderReport.ts';

/** What a command prints, and the process's exit code. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Reads, analyses and renders.
 * @param command the arguments
 * @param pack to analyse with
 * @param workspace to read from
 * @param today such as `2026-11-24`
 */
export async function reportCommand(
  command: Extract<Command, { name: 'report' }>,
  pack: Pack,
  workspace: Workspace,
  today: string,
): Promise<Outcome> {
  const files = await workspace.read(command.paths);
  const lineStarts = new Map<string, readonly number[]>();
  const documents = files.map((file) => {
    if ('message' in file) return unreadable(file);
    const { report, starts } = analyseFile(file, pack, command.all, today);
    lineStarts.set(file.path, starts);
    return report;
  });
  const report: CoverageReport = {
    schemaVersion: 1,
    pack: { id: pack.id, version: pack.version },
    documents,
  };
  const startsOf = (path: string): readonly number[] => lineStarts.get(path) ?? [0];
  const rendered = renderReport(command.format, report, () => pack, startsOf, today);
  if ('problem' in rendered) {
    return { output: '', errors: `ospo-strategy: ${rendered.problem}\n`, exitCode: 1 };
  }
  const messages = files.flatMap((file) =>
    'message' in file
      ? [`ospo-strategy: ${shownText(file.path)}: ${shownText(file.message)}\n`]
      : [],
  );
  if (command.output === undefined) return outcome(rendered.text, messages);
  const problem = await workspace.write(command.output, rendered.text);
  const name = shownText(command.output);
  return outcome(
    '',
    problem === undefined ? messages : [...messages, `ospo-strategy: ${name}: ${problem}\n`],
  );
}

function outcome(output: string, errors: readonly string[]): Outcome {
  return { output, errors: errors.join(''), exitCode: errors.length > 0 ? 1 : 0 };
}

function analyseFile(
  file: ReadFile,
  pack: Pack,
  all: boolean,
  today: string,
): { report: DocumentReport; starts: readonly number[] } {
  const read = readDocument(file.text);
  const document = { ...read, problems: [...file.problems, ...read.problems] };
  const analyse = all ? 'all' : 'strategies';
  const report = analyseDocument(document, {
    path: file.path,
    pack,
    analyse,
    absent: 'summary',
    today,
  });
  return { report, starts: document.lineStarts };
}

/** A file that could not be read is in the report too: a missing row would pass for silence. */
function unreadable({ path, message }: UnreadableFile): DocumentReport {
  return {
    path,
    language: 'und',
    detection: { isStrategy: false, reason: message },
    analysed: false,
    criteria: [],
    maturity: {},
    findings: [],
  };
}
