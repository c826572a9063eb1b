import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  MarkupKind,
} from 'vscode-languageserver';
import { completeConfiguration } from '../core/configuration/completeConfiguration.ts';
import { effectiveConfigurationText } from '../core/configuration/effectiveConfiguration.ts';
import { explainConfiguration } from '../core/configuration/explainConfiguration.ts';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import { documentRange } from './documentRange.ts';
import { analysisPath } from './markdownDocuments.ts';
import { type EffectiveConfiguration, effectiveConfigurationRequest } from './protocol.ts';
import { positionParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/**
 * What can be written in a configuration file.
 * @param params of `textDocument/completion`
 * @returns nothing for other documents
 */
export function configurationCompletion(
  { pack, texts }: Session,
  params: unknown,
): CompletionItem[] {
  const uri = stringParam(params, 'textDocument', 'uri');
  const document = texts.get(uri);
  if (document === undefined || !isConfigurationPath(uri)) return [];
  const offset = document.offsetAt(positionParam(params, 'position'));
  const proposals = completeConfiguration(document.getText(), offset, uri.endsWith('.json'), pack);
  return proposals.map(({ label, description, kind, newText, replaces }, index) => ({
    label,
    kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    documentation: description,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: documentRange(document, replaces), newText },
  }));
}

/**
 * What stands at a place of a configuration file.
 * @param params of `textDocument/hover`
 * @returns null for other documents
 */
export async function configurationHover(
  { configurations, pack, texts }: Session,
  params: unknown,
): Promise<Hover | null> {
  const uri = stringParam(params, 'textDocument', 'uri');
  const document = texts.get(uri);
  if (document === undefined || !isConfigurationPath(uri)) return null;
  const offset = document.offsetAt(positionParam(params, 'position'));
  const { root } = await configurations.parse(document.getText());
  const found = explainConfiguration(root, offset, pack);
  if (found === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: `**${found.title}**\n\n${found.description}` },
    range: documentRange(document, found.range),
  };
}

/** Answers what holds for a document, and where each part comes from. */
export function answerEffectiveConfiguration(session: Session): void {
  const { configurations, folders, guard, pack } = session;
  guard.request<EffectiveConfiguration | null>(
    effectiveConfigurationRequest,
    () => null,
    async (params) => {
      const { loaded } = await configurations.of(stringParam(params, 'uri'));
      const sources = loaded?.files.map(({ path }) => path) ?? [];
      const text = effectiveConfigurationText(loaded, pack, (uri) => analysisPath(uri, folders));
      return { text, sources };
    },
  );
}
