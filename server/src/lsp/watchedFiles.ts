import type { Connection, FileEvent } from 'vscode-languageserver';

/** Called with the changes of watched files, as the client tells them. */
export type FilesListener = (changes: readonly FileEvent[]) => void;

/** Hands what the client tells of watched files to everyone who follows some of them. */
export interface WatchedFiles {
  onChange(listener: FilesListener): void;
}

/**
 * @param connection whose only handler of `workspace/didChangeWatchedFiles` this is
 */
export function createWatchedFiles(connection: Connection): WatchedFiles {
  const listeners: FilesListener[] = [];
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const listener of listeners) listener(changes);
  });
  return { onChange: (listener) => listeners.push(listener) };
}
