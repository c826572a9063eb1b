import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';

/** The names of `suite/*.test.ts`: scripts/build.ts fills them in. */
declare const SUITE_NAMES: readonly string[];

export interface SuiteResults {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

interface ReportedRunner extends Mocha.Runner {
  results?: SuiteResults;
}

/** One line a test: colours and cursor movements do not survive the way out of the window. */
class PlainReporter extends Mocha.reporters.Base {
  constructor(runner: ReportedRunner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failures: { title: string; message: string }[] = [];
    let passed = 0;
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`ok ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      failures.push({ title: test.fullTitle(), message: error.stack ?? String(error) });
      console.log(`not ok ${test.fullTitle()}\n${error.stack ?? error}`);
    });
    runner.on('end', () => {
      runner.results = { passed, failures };
    });
  }
}

/**
 * What VS Code calls in its extension host. Prints each test's title and what failed; writes the
 * results to the file that the environment variable `OSPO_STRATEGY_TEST_RESULTS` names.
 *
 * @throws where a test failed or there was none: VS Code then ends with exit code 1.
 */
export async function run(): Promise<void> {
  // A window on a busy machine with two cores takes its time; what waits, polls.
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: PlainReporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of SUITE_NAMES) await import(`./suite/${name}.test.ts`);
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started: Mocha.Runner = mocha.run(() => resolve(started));
  });
  const results = (runner as ReportedRunner).results ?? { passed: 0, failures: [] };
  const file = process.env.OSPO_STRATEGY_TEST_RESULTS;
  if (file) await writeFile(file, JSON.stringify(results));
  if (results.failures.length > 0) throw new Error(`${results.failures.length} tests failed`);
  if (results.passed === 0) throw new Error('There was no test to run');
}
