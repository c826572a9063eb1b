import type { TextDocument } from 'vscode';

/** Markdown wherever it lies: on disk, not saved yet, or in a virtual workspace. */
export const documentSelector = [{ language: 'markdown' }];

export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown';
}
