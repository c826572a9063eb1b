import { l10n, type TextDocument, window } from 'vscode';
import type { DocumentStatus } from '../../../server/src/lsp/protocol.ts';
import type { DocumentStatuses } from '../documentStatuses.ts';
import { isMarkdown } from '../markdown.ts';

/** Says why the active document is or is not analysed, and offers to analyse it all the same. */
export async function explainAnalysis(statuses: DocumentStatuses): Promise<void> {
  const document = activeMarkdown();
  if (document === undefined) return;
  await explainStatus(statuses, document, await statuses.ask(document));
}

/** Has the active document analysed although detection left it out. */
export async function analyseAnyway(statuses: DocumentStatuses): Promise<void> {
  const document = activeMarkdown();
  if (document !== undefined) await statuses.analyseAnyway(document);
}

/**
 * Says why a document is or is not analysed.
 * @returns its status afterwards; undefined where it is left as it was
 */
export async function explainStatus(
  statuses: DocumentStatuses,
  document: TextDocument,
  { analysed, reason, problems }: DocumentStatus,
): Promise<DocumentStatus | undefined> {
  const actions = analysed ? [] : [l10n.t('Analyse Anyway')];
  const chosen = await window.showInformationMessage([reason, ...problems].join(' '), ...actions);
  return chosen === undefined ? undefined : statuses.analyseAnyway(document);
}

function activeMarkdown(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isMarkdown(document)) return document;
  void window.showInformationMessage(l10n.t('Only Markdown files are analysed.'));
  return undefined;
}
