import { type LogOutputChannel, l10n } from 'vscode';
import { ServerNotRunning } from '../languageServer.ts';
import type { Explain } from './checklistSession.ts';

/** Says in a sentence or two what did not work; what only a developer understands goes to the log. */
export function explainTo(log: LogOutputChannel): Explain {
  return (what, error) => {
    if (error instanceof ServerNotRunning) return `${what} ${error.message}`;
    log.error(what, error);
    return l10n.t('{0} The log tells why (OSPO Strategy: Show Log).', what);
  };
}
