import type {
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Fix } from '../core/report/coverageReport.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';

/**
 * A fix as a workspace edit, in the richest form that the client takes: versioned changes with tab
 * stops, versioned plain changes, or plain changes by URI.
 * @param analysis the one that the fix was made from
 * @param fix the fix
 * @param support what the client understands
 */
export function workspaceEdit(analysis: Analysis, fix: Fix, support: ClientSupport): WorkspaceEdit {
  const { text, version } = analysis;
  const plain = (edit: Edit): TextEdit => ({
    range: documentRange(text, edit.range),
    newText: edit.newText,
  });
  if (!support.documentChanges) return { changes: { [text.uri]: fix.edits.map(plain) } };

  const rich = (edit: Edit): TextEdit | SnippetTextEdit =>
    edit.snippet === undefined
      ? plain(edit)
      : {
          range: documentRange(text, edit.range),
          snippet: { kind: 'snippet', value: edit.snippet },
        };
  const change: TextDocumentEdit = {
    textDocument: { uri: text.uri, version },
    edits: fix.edits.map(support.snippetEdits ? rich : plain),
  };
  return { documentChanges: [change] };
}

/** The same without tab stops: for `workspace/applyEdit`, which has no cursor to move. */
export function plainWorkspaceEdit(
  analysis: Analysis,
  fix: Fix,
  support: ClientSupport,
): WorkspaceEdit {
  return workspaceEdit(analysis, fix, { ...support, snippetEdits: false });
}
