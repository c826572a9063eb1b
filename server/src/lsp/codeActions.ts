import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Command,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import type { Fix } from '../core/report/coverageReport.ts';
import { applyFixCommand, isSameFix } from './applyFix.ts';
import { valueAt } from './clientSupport.ts';
import { configurationActions } from './configurationFiles.ts';
import type { Analysis } from './documentAnalyses.ts';
import { type ChosenFix, chooseFixes } from './fixChoice.ts';
import { authoringFixesAt, completions, fixAll, fixAllKind } from './offeredFixes.ts';
import { rangeParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';
import { workspaceEdit } from './workspaceEdits.ts';

/** What this server has actions of. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
] as const;
type Kind = (typeof codeActionKinds)[number];

/** Answers `textDocument/codeAction` with what can be done at the cursor. */
export function answerCodeActions(session: Session): void {
  const { analyses, guard, support } = session;
  guard.request<(CodeAction | Command)[]>(
    CodeActionRequest.method,
    () => [],
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const range = rangeParam(params, 'range');
      const only = valueAt(params, ['context', 'only']);
      if (support.codeActionLiterals && isConfigurationPath(uri)) {
        return isWanted(only, CodeActionKind.QuickFix)
          ? configurationActions(session, uri, range)
          : [];
      }
      const analysis = await analyses.of(uri);
      if (analysis === undefined) return [];
      const sent = valueAt(params, ['context', 'diagnostics']);
      const diagnostics = Array.isArray(sent) ? sent : [];
      if (support.codeActionLiterals) {
        return offered(session, analysis, range, diagnostics, only);
      }
      if (!support.applyEdit || !isWanted(only, CodeActionKind.QuickFix)) return [];
      return chooseFixes(analysis, range, diagnostics).map(({ fix }) => applyFixCommand(uri, fix));
    },
  );
  guard.request<unknown>(
    CodeActionResolveRequest.method,
    (params) => params,
    (params) => resolved(session, params),
  );
}

/** True where the kinds that a client asks for take in a kind. No kinds: all but what runs on saving. */
function isWanted(only: unknown, kind: Kind): boolean {
  if (!Array.isArray(only)) return kind !== fixAllKind;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function offered(
  session: Session,
  analysis: Analysis,
  range: Range,
  diagnostics: readonly unknown[],
  only: unknown,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isWanted(only, CodeActionKind.QuickFix)) {
    const choices = chooseFixes(analysis, range, diagnostics, completions(session, analysis));
    actions.push(...choices.map((choice) => quickFix(session, analysis, range, choice)));
  }
  if (isWanted(only, CodeActionKind.RefactorRewrite)) {
    const fixes = authoringFixesAt(session, analysis, range);
    const kind = CodeActionKind.RefactorRewrite;
    actions.push(...fixes.map((fix) => action(session, analysis, range, fix, kind)));
  }
  if (isWanted(only, fixAllKind)) {
    const fixes = fixAll(session, analysis);
    actions.push(...fixes.map((fix) => action(session, analysis, range, fix, fixAllKind)));
  }
  return actions;
}

function quickFix(
  session: Session,
  analysis: Analysis,
  range: Range,
  { findings, fix, preferred }: ChosenFix,
): CodeAction {
  const { renderer, support } = session;
  const result = action(session, analysis, range, fix, CodeActionKind.QuickFix);
  result.diagnostics = findings.map((finding) => renderer.one(analysis, finding));
  if (preferred && support.preferredCodeActions) result.isPreferred = true;
  return result;
}

/** With its edit, or with what tells it when the author has chosen it. */
function action(
  { support }: Session,
  analysis: Analysis,
  range: Range,
  fix: Fix,
  actionKind: Kind,
): CodeAction {
  const { at, criteria, kind, title } = fix;
  const common = { title, kind: actionKind };
  if (!support.lazyCodeActions) return { ...common, edit: workspaceEdit(analysis, fix, support) };
  const { text, version } = analysis;
  return { ...common, data: { uri: text.uri, version, range, kind, title, criteria, at } };
}

async function resolved(session: Session, params: unknown): Promise<unknown> {
  const data = valueAt(params, ['data']);
  const analysis = await session.analyses.of(stringParam(data, 'uri'));
  const fix =
    analysis?.version === valueAt(data, ['version'])
      ? analysis &&
        [
          ...analysis.fixes(),
          ...completions(session, analysis),
          ...authoringFixesAt(session, analysis, rangeParam(data, 'range')),
          ...fixAll(session, analysis),
        ].find((candidate) => isSameFix(candidate, data))
      : undefined;
  if (analysis === undefined || fix === undefined) {
    const message = 'The document has changed since.';
    throw new ResponseError(LSPErrorCodes.ContentModified, message);
  }
  return { ...(params as object), edit: workspaceEdit(analysis, fix, session.support) };
}
