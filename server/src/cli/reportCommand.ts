import type { ConfigurationFinder } from '../core/configuration/configurationFinder.ts';
import { configuredDetection } from '../core/configuration/configuredDetection.ts';
import type { LoadedConfiguration } from '../core/configuration/loadConfiguration.ts';
import { readDocument } from '../core/document/readDocument.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { CoverageReport, DocumentReport } from '../core/report/coverageReport.ts';
import { shownText } from '../core/report/shownText.ts';
import type { PartDocuments } from '../core/set/gatherSet.ts';
import type { ReadFile, UnreadableFile, Workspace } from '../core/workspace.ts';
import { analyseWithSet, type SetPlace } from './analyseFiles.ts';
import type { Command } from './arguments.ts';
import { configurationErrors, exitCodeOf } from './configurationCommand.ts';
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
 * @param finder of the files' configurations
 * @param setPlace where the other files of a document's set are looked for
 * @param today such as `2026-11-24`
 */
export async function reportCommand(
  command: Extract<Command, { name: 'report' }>,
  pack: Pack,
  workspace: Workspace,
  finder: ConfigurationFinder,
  setPlace: (file: string) => SetPlace,
  today: string,
): Promise<Outcome> {
  const files = await workspace.read(command.paths);
  const lineStarts = new Map<string, readonly number[]>();
  const configurations = new Map<string, LoadedConfiguration | undefined>();
  for (const { path } of files) configurations.set(path, await finder.find(path));
  const packOf = (path: string): Pack => configurations.get(path)?.pack ?? pack;
  const parts: PartDocuments = new Map();
  const documents: DocumentReport[] = [];
  for (const file of files) {
    if ('message' in file) {
      documents.push(unreadable(file));
      continue;
    }
    const { report, starts } = await analyseFile(file, {
      pack,
      path: finder.pathOf(file.path),
      loaded: configurations.get(file.path),
      all: command.all,
      isNamed: command.paths.includes(file.path),
      place: setPlace(file.path),
      parts,
      today,
    });
    lineStarts.set(file.path, starts);
    documents.push(report);
  }
  const report: CoverageReport = {
    schemaVersion: 1,
    pack: { id: pack.id, version: pack.version },
    documents,
  };
  const startsOf = (path: string): readonly number[] => lineStarts.get(path) ?? [0];
  const rendered = renderReport(command.format, report, packOf, startsOf, today);
  if ('problem' in rendered) {
    return { output: '', errors: `ospo-strategy: ${rendered.problem}\n`, exitCode: 1 };
  }
  const messages = files.flatMap((file) =>
    'message' in file
      ? [`ospo-strategy: ${shownText(file.path)}: ${shownText(file.message)}\n`]
      : [],
  );
  const found = [...new Set(configurations.values())];
  const errors = [
    ...found.map((each) => configurationErrors(each, finder.nameOf)),
    ...messages,
  ].join('');
  const isWhole = messages.length === 0 && found.every((each) => exitCodeOf(each) === 0);
  const exitCode = isWhole ? 0 : 1;
  if (command.output === undefined) return { output: rendered.text, errors, exitCode };
  const problem = await workspace.write(command.output, rendered.text);
  if (problem === undefined) return { output: '', errors, exitCode };
  const unwritten = `ospo-strategy: ${shownText(command.output)}: ${problem}\n`;
  return { output: '', errors: errors + unwritten, exitCode: 1 };
}

interface FileOptions {
  readonly pack: Pack;
  /** As the configuration counts paths. */
  readonly path: string;
  readonly loaded: LoadedConfiguration | undefined;
  readonly all: boolean;
  /** Whether the user named this very file. */
  readonly isNamed: boolean;
  readonly place: SetPlace;
  /** Read so far. */
  readonly parts: PartDocuments;
  readonly today: string;
}

async function analyseFile(
  file: ReadFile,
  { pack, path, loaded, all, isNamed, place, parts, today }: FileOptions,
): Promise<{ report: DocumentReport; starts: readonly number[] }> {
  const read = readDocument(file.text);
  const document = { ...read, problems: [...file.problems, ...read.problems] };
  const analyse = all ? 'all' : 'strategies';
  const inForce = loaded?.isBroken === true ? undefined : loaded;
  const configured = inForce && configuredDetection(inForce, path);
  const options = {
    path: file.path,
    pack: inForce?.pack ?? pack,
    analyse,
    absent: 'summary',
    today,
    ...(configured === undefined ? {} : { configured }),
    ...(inForce === undefined ? {} : { severities: inForce.severities }),
  } as const;
  const report = await analyseWithSet(document, path, place, inForce, isNamed, options, parts);
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
