/** What came of one suite. */
export interface SuiteSummary {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

export interface Summary {
  /** One line a suite, with a line for all at the end. */
  readonly table: string;
  /** `N passed, N failed`: what readers of the log look for. */
  readonly lastLine: string;
  /** False where a test failed, or a suite had none to run. */
  readonly succeeded: boolean;
}

const columns = ['passed', 'failed', 'seconds'];
const width = 9;

function row(name: string, cells: readonly string[], nameWidth: number): string {
  return name.padEnd(nameWidth) + cells.map((cell) => cell.padStart(width)).join('');
}

/**
 * Adds the suites up. A suite without a single test counts as one failure: it shows nothing.
 *
 * @param seconds of the whole run, which may be less than the sum: suites overlap.
 */
export function summarise(suites: readonly SuiteSummary[], seconds: number): Summary {
  const counted = suites.map((suite) =>
    suite.passed + suite.failed === 0
      ? { ...suite, name: `${suite.name} (no tests)`, failed: 1 }
      : suite,
  );
  const passed = counted.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = counted.reduce((sum, suite) => sum + suite.failed, 0);
  const nameWidth = Math.max(...counted.map((suite) => suite.name.length), 'suite'.length) + 2;
  const rows = counted.map((suite) =>
    row(
      suite.name,
      [String(suite.passed), String(suite.failed), suite.seconds.toFixed(1)],
      nameWidth,
    ),
  );
  const rule = '-'.repeat(nameWidth + columns.length * width);
  const total = row('all', [String(passed), String(failed), seconds.toFixed(1)], nameWidth);
  return {
    table: [row('suite', columns, nameWidth), rule, ...rows, rule, total].join('\n'),
    lastLine: `${passed} passed, ${failed} failed`,
    succeeded: failed === 0 && counted.length > 0,
  };
}
