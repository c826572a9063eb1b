import type { Host } from './serve.ts';
import type { Window } from './window.ts';

/** A run of the tests may take so long, in milliseconds, before it counts as hanging. */
const patience = 240_000;

export interface ExtensionTestRun {
  readonly code: number;
  readonly log: string;
}

/**
 * Runs a test module in the extension host, by the contract of VS Code's own browser tests: the page
 * finds two functions, one that takes what the tests write to the console and one that takes the
 * exit code.
 *
 * @param address of the window, tests included; see `windowAddress`.
 * @returns the exit code, 0 where `run()` fulfilled, and what was written to the console.
 * @throws where the host or the page ends before the tests, or the tests hang.
 */
export async function runExtensionTests(
  window: Window,
  host: Host,
  address: string,
  onLog: (line: string) => void = () => {},
): Promise<ExtensionTestRun> {
  const { page, context } = window;
  const exitCode = new Promise<number>((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new Error(`The extension tests did not end: ${reason}`));
    void context.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    page.once('crash', () => fail('the page crashed'));
    page.once('close', () => fail('the page was closed'));
    host.process.once('exit', (code) => fail(`VS Code's server ended (code ${code})`));
    setTimeout(() => fail(`${patience / 1000} seconds are over`), patience).unref();
  });
  // It may fail while the page still loads: then the failure is awaited further down.
  exitCode.catch(() => {});
  const lines: string[] = [];
  await context.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const line = args.map(String).join(' ');
    lines.push(line);
    onLog(line);
  });
  await page.goto(address);
  return { code: await exitCode, log: lines.join('\n') };
}
