import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Command,
} from 'vscode-languageserver';
import { isConfigurationPath } from '../core/configuration/findConfiguration.ts';
import { applyFixCommand } from './applyFix.ts';
import { valueAt } from './clientSupport.ts';
import { configurationActions } from './configurationFiles.ts';
import type { Analysis } from './documentAnalyses.ts';
import { type ChosenFix, chooseFixes } from './fixChoice.ts';
import { rangeParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';
import { workspaceEdit } from './workspaceEdits.ts';

/** Answers `textDocument/codeAction` with the fixes of what stands at the cursor. */
export function answerCodeActions(session: Session): void {
  const { analyses, guard, support } = session;
  guard.request<(CodeAction | Command)[]>(
    CodeActionRequest.method,
    () => [],
    async (params) => {
      const uri = stringParam(params, 'textDocument', 'uri');
      const range = rangeParam(params, 'range');
      if (!wantsQuickFixes(valueAt(params, ['context', 'only']))) return [];
      if (support.codeActionLiterals && isConfigurationPath(uri)) {
        return configurationActions(session, uri, range);
      }
      const analysis = await analyses.of(uri);
      if (analysis === undefined) return [];
      const sent = valueAt(params, ['context', 'diagnostics']);
      const choices = chooseFixes(analysis, range, Array.isArray(sent) ? sent : []);
      if (support.codeActionLiterals) {
        return choices.map((choice) => codeAction(session, analysis, choice));
      }
      return support.applyEdit ? choices.map(({ fix }) => applyFixCommand(uri, fix)) : [];
    },
  );
}

/** True where the kinds that a client asks for take in quick fixes. No kinds: everything. */
function wantsQuickFixes(only: unknown): boolean {
  if (!Array.isArray(only)) return true;
  return only.includes(CodeActionKind.QuickFix) || only.includes(CodeActionKind.Empty);
}

function codeAction(session: Session, analysis: Analysis, choice: ChosenFix): CodeAction {
  const { renderer, support } = session;
  const action: CodeAction = {
    title: choice.fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: choice.findings.map((finding) => renderer.one(analysis, finding)),
    edit: workspaceEdit(analysis, choice.fix, support),
  };
  if (choice.preferred && support.preferredCodeActions) action.isPreferred = true;
  return action;
}
