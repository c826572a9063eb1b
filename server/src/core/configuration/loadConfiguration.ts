import { effectivePack } from '../pack/own/effectivePack.ts';
import type { Pack } from '../pack/pack.ts';
import type { Severity } from '../report/coverageReport.ts';
import type { FileReader } from '../workspace.ts';
import type { StrategySetSource } from './configuration.ts';
import { type ConfigurationNode, type ConfigurationProblem, entryOf } from './configurationNode.ts';
import type { ParsedFile } from './parseYaml.ts';
import { type ConfigurationReading, readConfiguration } from './readConfiguration.ts';

/** What a configuration file comes to, with those that it continues. */
export interface LoadedConfiguration {
  /** The file's path or URI. */
  readonly path: string;
  /** The file and those that it continues, nearest first. */
  readonly files: readonly ConfigurationFile[];
  /** The shipped pack with what all of them change, each on top of the one that it continues. */
  readonly pack: Pack;
  /** Of all of them; the nearest holds. */
  readonly severities: { readonly [rule: string]: Severity | 'off' };
  /** Of the nearest that names any, with the file that their paths count from. */
  readonly sets?: { readonly list: readonly StrategySetSource[]; readonly from: string };
  /** True where an error keeps it from being in force. */
  readonly isBroken: boolean;
}

/** One file of a configuration. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
  readonly reading: ConfigurationReading;
  /** What is wrong with it; ranges count in its text. */
  readonly problems: readonly ConfigurationProblem[];
}

/** What loading needs: files, a parser that is loaded when it is first needed, and bounds. */
export interface ConfigurationHost {
  readonly readFile: FileReader;
  readonly parse: (text: string) => Promise<ParsedFile>;
  /** The workspace folder: nothing outside of it is read. */
  readonly root: string;
}

const MOST_FILES = 8;

/**
 * Reads a configuration file and those that it continues. Never throws.
 * @param path of the file, inside `host.root`
 * @param pack as shipped
 * @param host to read with
 * @returns undefined where there is no such file
 */
export async function loadConfiguration(
  path: string,
  pack: Pack,
  host: ConfigurationHost,
): Promise<LoadedConfiguration | undefined> {
  return await load(path, [], pack, host);
}

async function load(
  path: string,
  nearer: readonly string[],
  shipped: Pack,
  host: ConfigurationHost,
): Promise<LoadedConfiguration | undefined> {
  const found = await host.readFile(path);
  if (found === undefined) return undefined;
  const unreadable =
    'message' in found
      ? [problemAt({ start: 0, end: 0 }, found.message)]
      : found.problems.map(({ range, message }) => problemAt(range, message));
  const text = 'message' in found ? '' : found.text;
  const parsed = await host.parse(text);
  const { base, problem } = await loadBase(path, parsed, nearer, shipped, host);
  const reading = readConfiguration(parsed, base?.pack ?? shipped);
  const problems = [...unreadable, problem, ...reading.problems].filter(
    (each) => each !== undefined,
  );
  const isBroken = base?.isBroken === true || problems.some(({ severity }) => severity === 'error');
  const { configuration } = reading;
  const list = configuration.sets;
  const sets = list === undefined ? base?.sets : { list, from: path };
  return {
    path,
    files: [{ path, text, reading, problems }, ...(base?.files ?? [])],
    pack: isBroken ? shipped : effectivePack(base?.pack ?? shipped, configuration),
    severities: { ...base?.severities, ...configuration.severities },
    ...(sets === undefined ? {} : { sets }),
    isBroken,
  };
}

function problemAt(range: ConfigurationProblem['range'], message: string): ConfigurationProblem {
  return { severity: 'error', range, message };
}

interface Base {
  readonly base?: LoadedConfiguration;
  readonly problem?: ConfigurationProblem;
}

/** The configuration that `extends` names, where it names a file. */
async function loadBase(
  path: string,
  { root }: ParsedFile,
  nearer: readonly string[],
  shipped: Pack,
  host: ConfigurationHost,
): Promise<Base> {
  const node = entryOf(root, 'extends')?.value;
  const named = node?.kind === 'scalar' && node.value !== null ? String(node.value) : shipped.id;
  if (node === undefined || named === shipped.id) return {};
  const base = resolvePath(path, named);
  const refusal = refusalOf(named, base, [...nearer, path], shipped, host.root);
  if (refusal !== undefined) return { problem: problemAt(node.range, refusal) };
  const loaded = await load(base, [...nearer, path], shipped, host);
  if (loaded === undefined) {
    return { problem: problemAt(node.range, `There is no file "${named}". Correct the path.`) };
  }
  return loaded.isBroken
    ? { base: loaded, problem: brokenBase(node, named, loaded) }
    : { base: loaded };
}

function refusalOf(
  named: string,
  base: string,
  nearer: readonly string[],
  shipped: Pack,
  root: string,
): string | undefined {
  if (!/\.(?:ya?ml|json)$/i.test(named)) {
    return `"${named}" is neither "${shipped.id}" nor a file. Write "${shipped.id}", or a path that ends in .yaml, .yml or .json.`;
  }
  if (!base.startsWith(`${root.replace(/\/+$/, '')}/`)) {
    return `"${named}" lies outside the workspace folder, so it is not read. Copy the file into the folder.`;
  }
  if (nearer.includes(base)) {
    return `"${named}" leads back to this file: the files continue each other in a circle. Remove one "extends".`;
  }
  if (nearer.length >= MOST_FILES) {
    return `More than ${MOST_FILES} files continue each other. Join some of them.`;
  }
  return undefined;
}

/** What is wrong further off is said where the author looks, too. */
function brokenBase(
  { range }: ConfigurationNode,
  named: string,
  { files }: LoadedConfiguration,
): ConfigurationProblem {
  const first = files
    .flatMap(({ problems }) => problems)
    .find(({ severity }) => severity === 'error');
  return problemAt(range, `"${named}" cannot be followed: ${first?.message ?? 'it is broken.'}`);
}

/** A relative path from a file, with `.` and `..` taken out; what is not relative stays as it is. */
function resolvePath(from: string, relative: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(relative)) return relative;
  const names = from.split('/').slice(0, -1);
  // In a URI a name must not turn into "..", whatever percent signs are in it.
  const isUri = /^[a-z][a-z0-9+.-]*:\/\//i.test(from);
  for (const name of relative.split(/[\\/]/)) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(isUri ? encodeURIComponent(name) : name);
  }
  return names.join('/');
}
