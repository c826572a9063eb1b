import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How long an author has to pause before work that no client waits for starts, in milliseconds. */
export const editPause = 200;

/**
 * Calls back for a document that was opened or edited, once its author pauses.
 * @param texts the open documents
 * @param callback gets the document's URI; not called for a document closed meanwhile
 * @returns calls back for a document as if it had just been edited
 */
export function afterEdits(
  texts: TextDocuments<TextDocument>,
  callback: (uri: string) => void,
): (uri: string) => void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (uri: string) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };
  const schedule = (uri: string) => {
    cancel(uri);
    const start = () => {
      waiting.delete(uri);
      callback(uri);
    };
    waiting.set(uri, setTimeout(start, editPause));
  };
  texts.onDidChangeContent(({ document }) => schedule(document.uri));
  texts.onDidClose(({ document }) => cancel(document.uri));
  return schedule;
}
