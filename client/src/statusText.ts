import { l10n } from 'vscode';
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
      text: l10n.t('Language server stopped'),
      detail: l10n.t('It ended repeatedly and is not started again by itself.'),
      severity: 'error',
      isBusy: false,
      action: 'restartServer',
    };
  }
  if (server === 'starting' || status === undefined) {
    const text =
      server === 'starting'
        ? l10n.t('Starting the language server')
        : l10n.t('Reading the document');
    return { text, detail: '', severity: 'information', isBusy: true, action: 'explainAnalysis' };
  }
  const severity = status.problems.length > 0 ? 'warning' : 'information';
  if (!status.analysed) {
    return {
      text: l10n.t('Not analysed'),
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
    count(criteria, 'question', (answered, asked) =>
      l10n.t('{0} of {1} questions', answered, asked),
    ),
    count(criteria, 'petal', (answered, asked) => l10n.t('{0} of {1} petals', answered, asked)),
    count(criteria, 'element', (answered, asked) => l10n.t('{0} of {1} elements', answered, asked)),
    thin > 0 ? l10n.t('{0} thin', thin) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Those that do not apply count neither as answered nor as asked. */
function count(
  criteria: readonly CriterionStatus[],
  kind: CriterionStatus['kind'],
  words: (answered: number, asked: number) => string,
): string | undefined {
  const asked = criteria.filter((each) => each.kind === kind && each.level !== 'not-applicable');
  if (asked.length === 0) return undefined;
  const answered = asked.filter(({ level }) => level === 'answered');
  return words(answered.length, asked.length);
}
