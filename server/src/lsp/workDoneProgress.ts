import { type Connection, WorkDoneProgress } from 'vscode-languageserver';

/** Tells a client how far a request has come; says nothing to one that did not ask. */
export interface ProgressReport {
  begin(title: string): void;
  /** @param share from 0 to 1 */
  report(message: string, share: number): void;
  end(): void;
}

/** More often than so many milliseconds nobody can read it. */
const PAUSE = 100;

/**
 * @param connection to the client
 * @param token the request's `workDoneToken`, as it came
 */
export function workDoneProgress(connection: Connection, token: unknown): ProgressReport {
  if (typeof token !== 'string' && typeof token !== 'number') {
    return { begin: () => undefined, report: () => undefined, end: () => undefined };
  }
  let last = 0;
  const send = (value: Parameters<typeof connection.sendProgress<object>>[2]): void =>
    void connection.sendProgress(WorkDoneProgress.type, token, value as never);
  return {
    begin: (title) => send({ kind: 'begin', title, cancellable: true, percentage: 0 }),
    report: (message, share) => {
      if (Date.now() - last < PAUSE) return;
      last = Date.now();
      send({ kind: 'report', message, percentage: Math.floor(share * 100) });
    },
    end: () => send({ kind: 'end' }),
  };
}
