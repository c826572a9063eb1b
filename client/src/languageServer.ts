import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import { RestartPolicy } from './restartPolicy.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** A client of a server that is not started yet, and what has to be ended with it. */
export interface ClientOfServer {
  readonly client: BaseLanguageClient;
  dispose(): void;
}

/** Makes a client: by processes or by workers, as the entry point knows. */
export type CreateClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => ClientOfServer;

/** Says that a request could not be made because the server does not run. */
export class ServerNotRunning extends Error {
  constructor() {
    super(l10n.t('The language server is not running.'));
  }
}

/** True where a server answered that it does not know a request: an older one, or another. */
export function isMethodNotFound(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound;
}

/** True where a request was cancelled before it was answered. */
export function isRequestCancelled(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}

/** How far a long request has come; `increment` in per cent of the whole. */
export interface ProgressReport {
  readonly message?: string;
  readonly increment?: number;
}

/**
 * The language server as the rest of the client sees it: it runs, or starts again after a crash
 * with a growing delay, or has stopped for good until someone asks for a restart. Shows nothing.
 */
export class LanguageServer implements Disposable {
  readonly #createClient: CreateClient;
  readonly #options: LanguageClientOptions;
  readonly #log: LogOutputChannel;
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #notificationHandlers = new Map<string, (params: unknown) => void>();
  readonly #policy = new RestartPolicy();
  #current: ClientOfServer | undefined;
  #pendingRestart: ReturnType<typeof setTimeout> | undefined;
  #state: ServerState = 'stopped';
  #isDisposed = false;
  #nextProgress = 0;

  readonly onDidChangeState = this.#stateChanged.event;

  constructor(createClient: CreateClient, options: LanguageClientOptions, log: LogOutputChannel) {
    this.#createClient = createClient;
    this.#options = options;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Calls a handler with the params of each notification of a method; to be set before `start`. */
  onNotification(method: string, handler: (params: unknown) => void): void {
    this.#notificationHandlers.set(method, handler);
  }

  /**
   * Sends a request and gives the server's answer, which the caller trusts to have the shape that
   * `protocol.ts` says.
   * @throws ServerNotRunning, or the error with which the server answered
   */
  async request<Result>(method: string, params: object): Promise<Result> {
    const client = this.#current?.client;
    if (this.#state !== 'running' || client === undefined) throw new ServerNotRunning();
    return client.sendRequest<Result>(method, params);
  }

  /** Resolves when the server runs or has stopped: a command may be what starts the extension. */
  async started(): Promise<void> {
    while (this.#state === 'starting') {
      await new Promise<void>((resolve) => {
        const subscription = this.#stateChanged.event(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  /**
   * As `request`, for what takes long and can be cancelled.
   * @param report is called with each step that the server tells of
   * @throws as `request`; where it was cancelled, what `isRequestCancelled` recognises
   */
  async requestWithProgress<Result>(
    method: string,
    params: object,
    token: CancellationToken,
    report: (step: ProgressReport) => void,
  ): Promise<Result> {
    const client = this.#current?.client;
    if (this.#state !== 'running' || client === undefined) throw new ServerNotRunning();
    const workDoneToken = `ospo-strategy-${this.#nextProgress++}`;
    let reached = 0;
    const steps = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind === 'end') return;
      const percentage = step.percentage ?? reached;
      report({
        ...(step.message ? { message: step.message } : {}),
        increment: percentage - reached,
      });
      reached = percentage;
    });
    try {
      return await client.sendRequest<Result>(method, { ...params, workDoneToken }, token);
    } finally {
      steps.dispose();
    }
  }

  /** Starts the server; resolves when it runs or when the first attempt has failed. */
  async start(): Promise<void> {
    if (this.#isDisposed) return;
    this.#setState('starting');
    const attempt = this.#createClient('ospoStrategy', 'OSPO Strategy', this.#quietOptions());
    this.#current = attempt;
    for (const [method, handler] of this.#notificationHandlers) {
      attempt.client.onNotification(method, handler);
    }
    attempt.client.onDidChangeState(({ newState }) => {
      const hasEnded = newState === State.Stopped || newState === State.StartFailed;
      if (hasEnded && this.#current === attempt) this.#afterCrash(attempt);
    });
    try {
      await attempt.client.start();
      if (this.#current === attempt) this.#setState('running');
    } catch (error) {
      this.#log.error('The language server did not start.', error);
      if (this.#current === attempt) this.#afterCrash(attempt);
    }
  }

  /** Stops the server where it runs, forgets earlier crashes and starts again. */
  async restart(): Promise<void> {
    this.#log.info('Restarting the language server, as asked for.');
    this.#policy.forget();
    await this.#end();
    await this.start();
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#end();
    this.#stateChanged.dispose();
  }

  #quietOptions(): LanguageClientOptions {
    return {
      ...this.#options,
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        // `#afterCrash` starts a fresh client instead.
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
    };
  }

  #afterCrash(attempt: ClientOfServer): void {
    this.#current = undefined;
    void discard(attempt);
    if (this.#isDisposed) return;
    const delay = this.#policy.delayAfterCrash(Date.now());
    if (delay === undefined) {
      this.#log.error('The language server crashed repeatedly and is not started again.');
      this.#setState('stopped');
      return;
    }
    this.#log.warn(`The language server ended unexpectedly; starting it again in ${delay} ms.`);
    this.#setState('starting');
    this.#pendingRestart = setTimeout(() => void this.start(), delay);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#pendingRestart);
    const ending = this.#current;
    this.#current = undefined;
    if (ending !== undefined) await discard(ending);
    if (!this.#isDisposed) this.#setState('stopped');
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

/** Ends a client in whatever state it is. */
async function discard(ended: ClientOfServer): Promise<void> {
  try {
    await ended.client.dispose();
  } catch {
    // One that crashed or never ran cannot be stopped; there is nothing left to end.
  } finally {
    ended.dispose();
  }
}
