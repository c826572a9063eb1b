import {
  l10n,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  SnippetString,
  type TextEditor,
  Uri,
  window,
} from 'vscode';
import {
  type DocumentStatus,
  type SectionInsertion,
  type SectionParams,
  sectionRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { DocumentStatuses } from '../documentStatuses.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isMarkdown } from '../markdown.ts';
import { isTreeNode } from '../sideBar/treeNode.ts';
import { explainStatus } from './explainAnalysis.ts';
import { sectionChoices } from './sectionChoices.ts';

interface SectionItem extends QuickPickItem {
  readonly criterion?: string;
}

/**
 * Lets the author choose a section, and inserts it where the server says that it belongs.
 * @param wanted the criterion that another command or a test has already chosen, or a node of the
 * coverage tree
 */
export async function insertSection(
  server: LanguageServer,
  statuses: DocumentStatuses,
  wanted?: unknown,
): Promise<void> {
  const criterion = isTreeNode(wanted) ? wanted.of : wanted;
  const editor = isTreeNode(wanted)
    ? await window.showTextDocument(Uri.parse(wanted.document))
    : window.activeTextEditor;
  if (editor === undefined || !isMarkdown(editor.document)) {
    void window.showInformationMessage(
      l10n.t('Open the Markdown file that shall get the section.'),
    );
    return;
  }
  const known = await statuses.ask(editor.document);
  const status = known.analysed ? known : await explainStatus(statuses, editor.document, known);
  if (status?.analysed !== true) return;
  const chosen = typeof criterion === 'string' ? criterion : await chooseSection(status);
  if (chosen !== undefined) await insertInto(editor, server, chosen);
}

async function chooseSection({ criteria }: DocumentStatus): Promise<string | undefined> {
  const items = sectionChoices(criteria).map(
    (choice): SectionItem =>
      'heading' in choice ? { label: choice.heading, kind: QuickPickItemKind.Separator } : choice,
  );
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Insert Section'),
    placeHolder: l10n.t('Choose what the section shall answer'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.criterion;
}

async function insertInto(
  editor: TextEditor,
  server: LanguageServer,
  criterion: string,
): Promise<void> {
  const params: SectionParams = { uri: editor.document.uri.toString(), criterion };
  const section = await server.request<SectionInsertion | null>(sectionRequest, params);
  if (section === null) {
    void window.showInformationMessage(l10n.t('There is no section to insert for this document.'));
    return;
  }
  const position = new Position(section.position.line, section.position.character);
  const shown = await window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? 1,
    selection: new Range(position, position),
  });
  await shown.insertSnippet(new SnippetString(section.snippet), position);
}
