import { l10n, Uri, window, workspace } from 'vscode';
import { isMarkdown } from '../markdown.ts';
import { checklistPath, isWithin } from './checklistPath.ts';

/** A checklist file's place, or why there is none, in a sentence to show. */
export type ChecklistLocation = { readonly uri: Uri } | { readonly problem: string };

/**
 * Where the ticks of the strategy that is being looked at are kept: beside the active Markdown
 * document, else at the root of the workspace folder.
 * @returns undefined where the author was asked for a folder and chose none
 */
export async function locateChecklist(): Promise<ChecklistLocation | undefined> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isMarkdown(document) && !document.isUntitled) {
    return locateChecklistOf(document.uri);
  }
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (folder !== undefined) return inFolder(folder.uri, folder.uri);
  if (folders.length > 1) return undefined;
  return {
    problem: l10n.t('Open a folder or save the document first: the ticks are kept in a file.'),
  };
}

/** Where the ticks of a strategy document are kept: beside it. */
export function locateChecklistOf(document: Uri): ChecklistLocation {
  const root = workspace.getWorkspaceFolder(document)?.uri;
  if (root === undefined && document.scheme === 'untitled') {
    return { problem: l10n.t('Save the document first: the ticks are kept in a file beside it.') };
  }
  const folder = document.scheme === 'untitled' && root ? root : Uri.joinPath(document, '..');
  return inFolder(root ?? folder, folder);
}

/** True where a file may serve as a checklist: a Markdown file within a workspace folder. */
export function mayBeChecklist(uri: Uri): boolean {
  const isMarkdownFile = /\.(md|markdown)$/i.test(uri.path);
  const folder = workspace.getWorkspaceFolder(uri);
  return isMarkdownFile && folder !== undefined && isWithin(folder.uri.path, uri.path);
}

function inFolder(root: Uri, folder: Uri): ChecklistLocation {
  const file = workspace.getConfiguration('ospoStrategy', folder).get('checklist.file');
  const found = checklistPath(root.path, folder.path, typeof file === 'string' ? file : '');
  return 'path' in found ? { uri: root.with({ path: found.path }) } : found;
}
