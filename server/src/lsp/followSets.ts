import {
  DidChangeWatchedFilesNotification,
  type FileOperationRegistrationOptions,
} from 'vscode-languageserver';
import { isMarkdownPath } from '../core/set/fileLinks.ts';
import { afterEdits } from './afterEdits.ts';
import type { DiagnosticsRefresh, Session } from './session.ts';

/** Moves and deletions that the server is told of: a folder takes its files along. */
export const followedOperations: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{md,markdown,mdx}', matches: 'file' } },
    { pattern: { glob: '**/*', matches: 'folder' } },
  ],
};

/**
 * Follows the files of strategy sets: in the editor as they are typed, on disk where the client tells
 * of changes, so that an index is judged anew when one of its parts changes or moves.
 * @param refresh has the client show what the documents' diagnostics become
 * @returns call after `initialized`: has the client watch, where it can be asked
 */
export function followSets(session: Session, refresh: DiagnosticsRefresh): () => Promise<void> {
  const { connection, sets, support, texts, watchedFiles } = session;
  const filesChanged = (): void => {
    if (sets.filesChanged()) refresh();
  };
  afterEdits(texts, (uri) => {
    if (sets.edited(uri)) refresh();
  });
  watchedFiles.onChange((changes) => {
    if (changes.some(({ uri }) => isMarkdownPath(uri))) filesChanged();
  });
  connection.workspace.onDidRenameFiles(filesChanged);
  connection.workspace.onDidDeleteFiles(filesChanged);
  connection.workspace.onDidCreateFiles(filesChanged);
  return async () => {
    if (!support.fileWatching) return;
    const watchers = [{ globPattern: '**/*.{md,markdown,mdx}' }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    sets.isWatched = true;
  };
}
