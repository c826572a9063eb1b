/**
 * Runs every suite and prints one summary. While the suites that need no VS Code run, the hosts for
 * those that do are installed. The last line is `N passed, N failed`; the exit code is not 0 where a
 * test failed or a suite had none.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './host/chromium.ts';
import { installHost, type Version, versions } from './host/install.ts';
import { endOnSignals, runToEnd } from './host/processGroup.ts';
import { type SuiteSummary, summarise } from './summary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/** The parts of Vitest's JSON report that are read here. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** A folder of tests that is one suite, and the Vitest project that runs it. */
interface VitestSuite {
  readonly name: string;
  readonly project: string;
  readonly folder: string;
}

const withoutVscode: readonly VitestSuite[] = [
  { name: 'unit', project: 'unit', folder: 'test/unit/' },
  { name: 'fixtures', project: 'fixtures', folder: 'test/fixtures/' },
  { name: 'language server', project: 'lsp', folder: 'test/lsp/' },
  { name: 'command line', project: 'cli', folder: 'test/cli/' },
  { name: 'fuzz', project: 'fuzz', folder: 'test/fuzz/' },
];

const outside: readonly VitestSuite[] = [
  { name: 'from outside', project: 'outside', folder: 'test/vscode/outside/' },
];

function step(script: string, args: readonly string[]) {
  return runToEnd(process.execPath, [script, ...args], { cwd: root, echo: true });
}

async function readReport(file: string): Promise<VitestReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return { testResults: [] };
  }
}

function summaryOf(suite: VitestSuite, report: VitestReport): SuiteSummary {
  const files = report.testResults.filter((file) => file.name.includes(`/${suite.folder}`));
  const tests = files.flatMap((file) => file.assertionResults);
  // A file that cannot even be loaded has no tests, and has failed all the same.
  const unloaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    name: suite.name,
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloaded.length,
    seconds: files.reduce((sum, file) => sum + (file.endTime - file.startTime) / 1000, 0),
  };
}

/** Runs suites by Vitest. What fails outside of any test counts as one failure of the first. */
async function runVitest(suites: readonly VitestSuite[]): Promise<SuiteSummary[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-vitest-'));
  const file = join(folder, 'report.json');
  const { code } = await step(vitest, [
    'run',
    ...suites.flatMap((suite) => ['--project', suite.project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await readReport(file);
  await rm(folder, { recursive: true, force: true });
  const summaries = suites.map((suite) => summaryOf(suite, report));
  const [first, ...others] = summaries;
  const unexplained = code !== 0 && summaries.every((summary) => summary.failed === 0);
  return first && unexplained ? [{ ...first, failed: 1 }, ...others] : summaries;
}

/** Installs what the suites with VS Code need. @returns why it could not, or undefined. */
async function installHosts(): Promise<string | undefined> {
  try {
    for (const version of versions) await installHost(version);
    await findOrInstallChromium();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function runInVscode(version: Version): Promise<SuiteSummary> {
  const started = Date.now();
  const { code, output } = await step('scripts/testVscode.ts', [version]);
  const counts = /^VS Code \S+: (\d+) passed, (\d+) failed$/m.exec(output);
  const failed = Number(counts?.[2] ?? 0);
  return {
    name: `VS Code ${version}`,
    passed: Number(counts?.[1] ?? 0),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    seconds: (Date.now() - started) / 1000,
  };
}

async function runWithVscode(trouble: string | undefined): Promise<SuiteSummary[]> {
  if (trouble !== undefined) {
    console.error(trouble);
    return [{ name: 'VS Code', passed: 0, failed: 1, seconds: 0 }];
  }
  const summaries: SuiteSummary[] = [];
  for (const version of versions) summaries.push(await runInVscode(version));
  return [...summaries, ...(await runVitest(outside))];
}

endOnSignals();
const started = Date.now();
const { code } = await step('scripts/build.ts', ['--production', '--test']);
const build: SuiteSummary = {
  name: 'build',
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  seconds: (Date.now() - started) / 1000,
};
const installation = installHosts();
const suites = [
  build,
  ...(await runVitest(withoutVscode)),
  ...(await runWithVscode(await installation)),
];
const summary = summarise(suites, (Date.now() - started) / 1000);
console.log(`\n${summary.table}\n\n${summary.lastLine}`);
process.exitCode = summary.succeeded ? 0 : 1;
