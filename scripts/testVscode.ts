/**
 * Runs the Mocha suite of `test/vscode/` in each version of VS Code: in the desktop build where there
 * is a display (or Xvfb) and the build can be downloaded, else in VS Code's server and Chromium.
 *
 *   node scripts/testVscode.ts [VERSION...]
 *
 * Build with `--test` first. Each version ends with a line `VS Code VERSION: N passed, N failed`.
 */
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import type { SuiteResults } from '../test/vscode/index.ts';
import { findCommand } from './host/chromium.ts';
import { desktopExecutable, hasDisplay } from './host/desktop.ts';
import { cacheFolder, type Version, versionFrom, versions } from './host/install.ts';
import { endOnSignals, runToEnd } from './host/processGroup.ts';
import { quietSettings } from './host/serve.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const launcher = fileURLToPath(new URL('host/launcher.sh', import.meta.url));

/** Keeps all that VS Code says in a file, and shows the lines that tell of a test. */
async function testLines(version: Version): Promise<PassThrough> {
  const folder = join(cacheFolder, 'logs');
  await mkdir(folder, { recursive: true });
  const stream = new PassThrough();
  stream.pipe(createWriteStream(join(folder, `vscode-${version}.log`)));
  createInterface({ input: stream.pipe(new PassThrough()) }).on('line', (line) => {
    if (/^(not )?ok /.test(line)) console.log(`  ${line}`);
  });
  return stream;
}

/** The results that the suite wrote; a failure of its own where it did not come so far. */
async function readResults(file: string, log: string): Promise<SuiteResults> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as SuiteResults;
  } catch {
    const message = `the suite did not run to its end; see ${log}`;
    return { passed: 0, failures: [{ title: 'VS Code', message }] };
  }
}

/** Runs the suite once, on fresh copies of everything that it may change. */
async function runSuite(version: Version): Promise<SuiteResults> {
  const folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-test-'));
  const workspace = join(folder, 'workspace');
  const userData = join(folder, 'user');
  const resultsFile = join(folder, 'results.json');
  await cp(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings));
  const output = await testLines(version);
  const desktop = await desktopExecutable(version);
  console.log(`VS Code ${version} (${desktop ? 'desktop build' : 'server and Chromium'})`);
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? launcher,
      extensionDevelopmentPath: root.replace(/[\\/]$/, ''),
      extensionTestsPath: join(root, 'dist/test/vscode/index.cjs'),
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(folder, 'extensions')}`,
      ],
      extensionTestsEnv: {
        OSPO_STRATEGY_VSCODE: version,
        OSPO_STRATEGY_TEST_RESULTS: resultsFile,
      },
      stdout: output,
      stderr: output,
    });
  } catch {
    // The results say what failed, or that there are none.
  }
  const results = await readResults(resultsFile, `.vscode-test/logs/vscode-${version}.log`);
  await rm(folder, { recursive: true, force: true });
  return results;
}

function print(version: Version, { passed, failures }: SuiteResults): void {
  for (const { title, message } of failures) console.log(`\n  FAILED  ${title}\n${message}\n`);
  console.log(`VS Code ${version}: ${passed} passed, ${failures.length} failed`);
}

/** Runs this script once more under Xvfb. @returns false where there is a display, or no Xvfb. */
async function ranUnderXvfb(): Promise<boolean> {
  const xvfb = hasDisplay() ? undefined : findCommand('xvfb-run');
  if (xvfb === undefined) return false;
  endOnSignals();
  const { code } = await runToEnd(xvfb, ['-a', process.execPath, ...process.argv.slice(1)], {
    echo: true,
  });
  process.exitCode = code;
  return true;
}

async function runSuites(wanted: readonly Version[]): Promise<void> {
  for (const version of wanted) {
    const results = await runSuite(version);
    print(version, results);
    if (results.failures.length > 0 || results.passed === 0) process.exitCode = 1;
  }
}

const wanted = process.argv.slice(2).map(versionFrom);
if (!(await ranUnderXvfb())) await runSuites(wanted.length > 0 ? wanted : versions);
