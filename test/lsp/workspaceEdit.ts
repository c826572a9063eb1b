import {
  type Diagnostic,
  SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Applies an edit as an editor does; snippets are taken with their tab stops as they stand.
 * @param uri the document's
 * @param text the document's
 * @param edit the edit
 * @returns the new text
 */
export function applyTo(uri: string, text: string, edit: WorkspaceEdit | undefined): string {
  const versioned = (edit?.documentChanges ?? [])
    .filter((change) => TextDocumentEdit.is(change))
    .filter(({ textDocument }) => textDocument.uri === uri)
    .flatMap(({ edits }) => edits);
  const edits = [...versioned, ...(edit?.changes?.[uri] ?? [])].map((one) =>
    SnippetTextEdit.is(one)
      ? { range: one.range, newText: withoutTabStops(one.snippet.value) }
      : (one as TextEdit),
  );
  if (edits.length === 0) throw new Error(`There is no edit of ${uri}.`);
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, text), edits);
}

/**
 * @param snippet in the protocol's snippet syntax, placeholders not nested
 * @returns the text that an editor inserts: placeholders stay, escapes go
 */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\}|\$\d+/g,
    (_whole, escaped?: string, placeholder?: string) =>
      escaped ?? placeholder?.replace(/\\([\\$}])/g, '$1') ?? '',
  );
}

/** The criteria that the diagnostics of a rule speak of. */
export function criteriaOf(diagnostics: readonly Diagnostic[], rule: string): string[] {
  return diagnostics
    .filter(({ code }) => code === rule)
    .flatMap(({ data }) => (data as { criteria: string[] }).criteria);
}
