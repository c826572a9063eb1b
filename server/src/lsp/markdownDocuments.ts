import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { valueAt } from './clientSupport.ts';

const markdownExtensions = ['.md', '.markdown', '.mdx'];

/** The open documents, kept in step with the client's edits. */
export function createTextDocuments(): TextDocuments<TextDocument> {
  return new TextDocuments({
    // A client may send anything; a document without a text is an empty one.
    create: (uri, languageId, version, content) =>
      TextDocument.create(String(uri), String(languageId), version, textOrNothing(content)),
    update: TextDocument.update,
  });
}

/**
 * @param document an open document
 * @returns true where its language, or the ending of its path, says Markdown
 */
export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown' || isMarkdownPath(document.uri);
}

/**
 * @param uri of a file
 * @returns true where the ending of its path says Markdown
 */
export function isMarkdownPath(uri: string): boolean {
  const path = pathOf(uri).toLowerCase();
  return markdownExtensions.some((extension) => path.endsWith(extension));
}

/**
 * The path that the analysis sees: relative to the workspace folder where the document lies in
 * one, so that the name of a home directory cannot decide what a document is.
 * @param uri the document's
 * @param folders the URIs of the workspace folders
 */
export function analysisPath(uri: string, folders: readonly string[]): string {
  const path = pathOf(uri);
  const inside = folders
    .map((folder) => pathOf(folder).replace(/\/*$/, '/'))
    .filter((folder) => path.startsWith(folder))
    .sort((one, other) => other.length - one.length)[0];
  return inside === undefined ? path.replace(/^\/+/, '') : path.slice(inside.length);
}

/**
 * The workspace folders that a client names in `initialize`, in whichever form it does.
 * @param params `InitializeParams` as it came
 * @returns URIs
 */
export function workspaceFolderUris(params: unknown): readonly string[] {
  const folders = valueAt(params, ['workspaceFolders']);
  const uris = Array.isArray(folders)
    ? folders.map((folder) => valueAt(folder, ['uri']))
    : [valueAt(params, ['rootUri']), valueAt(params, ['rootPath'])];
  return uris.filter((uri): uri is string => typeof uri === 'string' && uri !== '');
}

/** The decoded path of a URI, without scheme, authority, query and fragment. */
function pathOf(uri: string): string {
  const path = uri
    .replace(/^[a-z][a-z0-9+.-]*:/i, '')
    .replace(/^\/\/[^/]*/, '')
    .replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // Not a well-formed URI: the raw path is the best there is.
    return path;
  }
}

function textOrNothing(content: unknown): string {
  return typeof content === 'string' ? content : '';
}
