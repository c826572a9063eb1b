import {
  env,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  SnippetString,
  window,
  workspace,
} from 'vscode';
import {
  type NewDocumentChoices,
  type NewDocumentParams,
  type NewDocumentResult,
  newDocumentChoicesRequest,
  newDocumentRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { preferredLanguage } from './preferredLanguage.ts';

interface Choice<T> extends QuickPickItem {
  readonly value?: T;
}

/**
 * Asks for language, scope and sections, and opens a new document with what is to be filled in.
 * @param wish what another command or a test has already chosen
 */
export async function newStrategy(server: LanguageServer, wish?: unknown): Promise<void> {
  await server.started();
  const params = isWish(wish) ? wish : await askForWish(server);
  if (params === undefined) return;
  const made = await server.request<NewDocumentResult | null>(newDocumentRequest, params);
  if (made === null) {
    void window.showErrorMessage(
      l10n.t('The document could not be made. The log tells why (OSPO Strategy: Show Log).'),
    );
    return;
  }
  const document = await workspace.openTextDocument({ language: 'markdown' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(made.snippet));
}

async function askForWish(server: LanguageServer): Promise<NewDocumentParams | undefined> {
  const choices = await server.request<NewDocumentChoices>(newDocumentChoicesRequest, {});
  const language = await askForLanguage(choices);
  if (language === undefined) return undefined;
  const scope = await askForScope(choices);
  if (scope === undefined) return undefined;
  const without = await askForSections(choices, scope);
  return without === undefined ? undefined : { language, scope, without };
}

/** The author's own language stands first. */
async function askForLanguage({ languages }: NewDocumentChoices): Promise<string | undefined> {
  const tags = languages.map(({ tag }) => tag);
  const preferred = preferredLanguage(tags, env.language);
  const first = languages.filter(({ tag }) => tag === preferred);
  const others = languages.filter(({ tag }) => tag !== preferred);
  const items = [...first, ...others].map(({ name, tag }) => ({ label: name, description: tag }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('New Strategy Document (1/3)'),
    placeHolder: l10n.t('Choose the language to write in'),
    matchOnDescription: true,
  });
  return chosen?.description;
}

async function askForScope({
  sections,
}: NewDocumentChoices): Promise<NewDocumentParams['scope'] | undefined> {
  const first = sections.filter(({ isInFirst }) => isInFirst).length;
  const items: Choice<NewDocumentParams['scope']>[] = [
    {
      label: l10n.t('First strategy'),
      description: l10n.t('{0} sections', first || sections.length),
      detail: l10n.t('What a first strategy cannot do without; the rest can come later.'),
      value: 'first',
    },
    {
      label: l10n.t('Full strategy'),
      description: l10n.t('{0} sections', sections.length),
      detail: l10n.t('Every guiding question, petal and element of the framework.'),
      value: 'full',
    },
    {
      label: l10n.t('Review'),
      description: l10n.t('{0} sections', sections.length),
      detail: l10n.t('For a strategy that you have: what it says, what has changed, what to do.'),
      value: 'review',
    },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('New Strategy Document (2/3)'),
    placeHolder: l10n.t('Choose how much it shall hold'),
    matchOnDetail: true,
  });
  return chosen?.value;
}

/** @returns the ids of the sections to leave out; undefined where the author gave up */
async function askForSections(
  { sections }: NewDocumentChoices,
  scope: NewDocumentParams['scope'],
): Promise<readonly string[] | undefined> {
  const hasFirst = sections.some(({ isInFirst }) => isInFirst);
  const offered = sections.filter(({ isInFirst }) => scope !== 'first' || isInFirst || !hasFirst);
  const kinds = [
    ['question', l10n.t('Guiding questions')],
    ['petal', l10n.t('Petals')],
    ['element', l10n.t('Elements of the document')],
  ] as const;
  const items = kinds.flatMap(([kind, heading]): Choice<string>[] => {
    const ofKind = offered.filter((section) => section.kind === kind);
    if (ofKind.length === 0) return [];
    return [
      { label: heading, kind: QuickPickItemKind.Separator },
      ...ofKind.map(({ description, id, title }) => ({
        label: title,
        detail: description,
        value: id,
        picked: true,
      })),
    ];
  });
  const kept = await window.showQuickPick(items, {
    title: l10n.t('New Strategy Document (3/3)'),
    placeHolder: l10n.t('Untick the sections to leave out'),
    canPickMany: true,
    matchOnDetail: true,
  });
  if (kept === undefined) return undefined;
  return offered.map(({ id }) => id).filter((id) => !kept.some(({ value }) => value === id));
}

function isWish(value: unknown): value is NewDocumentParams {
  return (
    typeof value === 'object' &&
    value !== null &&
    'language' in value &&
    'scope' in value &&
    'without' in value
  );
}
