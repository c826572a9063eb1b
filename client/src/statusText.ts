import type { CriterionStatus, DocumentStatus } from '../../server/src/lsp/protocol.ts';
import type { ServerState } from './languageServer.ts';

/** What the language status item shows, as plain data. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly isBusy: boolean;
  readonly action: 'insertSection' | 'explainAnalysis' | 'restartServer';
}

/**
 * Says what is known about a document.
 * @param server the state of the language server
 * @param status what the server said about the document; undefined while it has said nothing
 */
export function describeStatus(
  server: ServerState,
  status: DocumentStatus | undefined,
): StatusText {
  if (server === 'stopped') {
    return {
      text: 'Language server stopped',
      detail: 'It ended repeatedly and is not started again by itself.',
      severity: 'error',
      isBusy: false,
      action: 'restartServer',
    };
  }
  if (server === 'starting' || status === undefined) {
    const text = server === 'starting' ? 'Starting the language server' : 'Reading the document';
    return { text, detail: '', severity: 'information', isBusy: true, action: 'explainAnalysis' };
  }
  const severity = status.problems.length > 0 ? 'warning' : 'information';
  if (!status.analysed) {
    return {
      text: 'Not analysed',
      detail: [status.reason, ...status.problems].join(' '),
      severity,
      isBusy: false,
      action: 'explainAnalysis',
    };
  }
  return {
    text: coverage(status.criteria),
    detail: status.problems.join(' '),
    severity,
    isBusy: false,
    action: 'insertSection',
  };
}

function coverage(criteria: readonly CriterionStatus[]): string {
  const thin = criteria.filter(({ level }) => level === 'partial').length;
  const parts = [
    count(criteria, 'question', 'questions'),
    count(criteria, 'petal', 'petals'),
    count(criteria, 'element', 'elements'),
    thin > 0 ? `${thin} thin` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Those that do not apply count neither as answered nor as asked. */
function count(
  criteria: readonly CriterionStatus[],
  kind: CriterionStatus['kind'],
  name: string,
): string | undefined {
  const asked = criteria.filter((each) => each.kind === kind && each.level !== 'not-applicable');
  if (asked.length === 0) return undefined;
  const answered = asked.filter(({ level }) => level === 'answered');
  return `${answered.length} of ${asked.length} ${name}`;
}
