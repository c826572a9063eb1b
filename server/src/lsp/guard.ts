import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** Answers requests and never lets one take the server down. */
export interface Guard {
  /**
   * Registers a request handler. A `ResponseError` that it throws is the client's answer; any
   * other exception is logged, and the answer is what `whenFailed` returns.
   * @param method the request's method
   * @param whenFailed makes the result that says nothing, or says that it failed
   * @param handler gets the parameters as they came, unchecked
   */
  request<R>(
    method: string,
    whenFailed: (params: unknown) => R,
    handler: (params: unknown, token: CancellationToken) => R | Promise<R>,
  ): void;
  /**
   * Runs work that nobody waits for: an exception is logged.
   * @param what names the work in the log
   */
  run(what: string, work: () => void | Promise<void>): void;
  /** From now on every request is answered with an error, as the protocol asks after `shutdown`. */
  refuseRequests(): void;
}

/**
 * @param connection where the requests come from and the log goes to
 */
export function createGuard(connection: Connection): Guard {
  let refusing = false;
  const log = (what: string, error: unknown) => connection.console.error(failure(what, error));
  return {
    request<R>(
      method: string,
      whenFailed: (params: unknown) => R,
      handler: (params: unknown, token: CancellationToken) => R | Promise<R>,
    ): void {
      connection.onRequest<unknown, void>(
        method,
        async (params: unknown, token: CancellationToken) => {
          if (refusing) {
            return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down.');
          }
          if (token?.isCancellationRequested) {
            return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
          }
          try {
            return await handler(params, token);
          } catch (error) {
            if (error instanceof ResponseError) return error;
            log(method, error);
            return whenFailed(params);
          }
        },
      );
    },
    run(what, work) {
      const perform = async () => work();
      perform().catch((error: unknown) => log(what, error));
    },
    refuseRequests() {
      refusing = true;
    },
  };
}

/**
 * Describes an exception without its message, which may quote the author's document.
 * @param what the work that failed
 * @param error what was thrown
 */
export function failure(what: string, error: unknown): string {
  if (!(error instanceof Error)) return `${what} failed (${typeof error} thrown).`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${what} failed (${error.name}).`, ...frames.slice(0, 12)].join('\n');
}
