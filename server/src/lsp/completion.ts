import {
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type { Proposal } from '../core/authoring/proposal.ts';
import { proposalsAt } from '../core/authoring/proposalsAt.ts';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import { criterionTexts } from '../core/pack/pack.ts';
import { sectionSnippet } from '../core/pack/sectionSnippet.ts';
import { valueAt } from './clientSupport.ts';
import { configurationCompletion } from './configurationAuthoring.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';
import { escapeMarkdown, fenced, plainText } from './markdownText.ts';
import { positionParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';
import { wordHelp } from './wordHelp.ts';

/** Markdown has no suggestions while typing: these ask for them where there may be some. */
export const completionTriggers = ['#', '<', ':', ' ', '|', '-'] as const;

const kinds: { readonly [kind in Proposal['kind']]: CompletionItemKind } = {
  section: CompletionItemKind.Snippet,
  word: CompletionItemKind.Keyword,
  value: CompletionItemKind.EnumMember,
  entry: CompletionItemKind.Text,
};

/** Answers `textDocument/completion` and what is shown beside an item. */
export function answerCompletion(session: Session): void {
  const { analyses, guard } = session;
  guard.request<CompletionItem[]>(
    CompletionRequest.method,
    () => [],
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const position = positionParam(params, 'position');
      if (isConfigurationPath(uri)) return configurationCompletion(session, params);
      const analysis = await analyses.of(uri);
      if (analysis === undefined) return [];
      const { document, pack, report, text } = analysis;
      const proposals = proposalsAt(document, text.offsetAt(position), report, pack);
      return proposals.map((proposal, index) => item(session, analysis, proposal, index));
    },
  );
  guard.request<unknown>(
    CompletionResolveRequest.method,
    (params) => params,
    async (params) => ({ ...(params as object), ...(await beside(session, params)) }),
  );
}

function item(
  { language, say, support }: Session,
  { pack, text }: Analysis,
  proposal: Proposal,
  index: number,
): CompletionItem {
  const { criterion: id, filterText, kind, label, newText, replaces, rule, snippet } = proposal;
  const criterion = pack.criteria.find((candidate) => candidate.id === id);
  const title = criterion && criterionTexts(criterion, language).title;
  const hasTabStops = support.snippetCompletions && snippet !== undefined;
  return {
    label,
    kind: kinds[kind],
    ...(criterion === undefined ? {} : { detail: `${title} (${say(`kind-${criterion.kind}`)})` }),
    ...(filterText === undefined ? {} : { filterText }),
    sortText: String(index).padStart(3, '0'),
    insertTextFormat: hasTabStops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: documentRange(text, replaces),
      newText: hasTabStops ? snippet : newText,
    },
    data: {
      uri: text.uri,
      kind,
      word: label,
      ...(id ? { criterion: id } : {}),
      ...(rule ? { rule } : {}),
    },
  };
}

/** What an item does and how it is used: worked out for the one that an author looks at. */
async function beside(session: Session, params: unknown): Promise<Partial<CompletionItem>> {
  const { analyses, support } = session;
  const uri = valueAt(params, ['data', 'uri']);
  if (typeof uri !== 'string') return {};
  const analysis = await analyses.of(uri);
  const markdown = analysis && documentation(session, analysis, valueAt(params, ['data']));
  if (markdown === undefined) return {};
  return {
    documentation: support.markdownCompletions
      ? { kind: MarkupKind.Markdown, value: markdown }
      : plainText(markdown),
  };
}

function documentation(session: Session, analysis: Analysis, data: unknown): string | undefined {
  const { language, say } = session;
  const { pack, report } = analysis;
  const criterion = pack.criteria.find(({ id }) => id === valueAt(data, ['criterion']));
  if (criterion === undefined) return wordHelp(session, data);
  const { description, guidance } = criterionTexts(criterion, language);
  const parts = [escapeMarkdown(description), escapeMarkdown(guidance)];
  if (valueAt(data, ['kind']) === 'section') {
    const { section } = criterionTexts(criterion, report.language);
    const { plainText: skeleton } = sectionSnippet(section, { headingLevel: 2, firstTabStop: 1 });
    parts.push(`**${say('section-inserted')}**`, fenced(skeleton));
  }
  return parts.join('\n\n');
}
