import type { AnalysisScope } from '../core/analysis/analyseDocument.ts';
import type { AbsentStyle } from '../core/analysis/findings.ts';
import { valueAt } from './clientSupport.ts';

/** The section of a client's settings that is ours. */
export const settingsSection = 'ospoStrategy';

/** What an author can set for a document. */
export interface Settings {
  /** Which Markdown documents are analysed: those that look like strategies, all, or none. */
  readonly analyse: AnalysisScope;
  readonly diagnostics: {
    /** Absent criteria as one diagnostic a kind, or each on its own. */
    readonly absent: AbsentStyle;
  };
  readonly maturity: {
    /** Whether stages and checklist items are looked for in a document. */
    readonly enabled: boolean;
  };
  /** Counts above the title, and what each section answers above its heading. */
  readonly codeLens: { readonly enabled: boolean };
  /** The petal or question of a section, behind its heading. */
  readonly inlayHints: { readonly enabled: boolean };
}

export const defaultSettings: Settings = {
  analyse: 'strategies',
  diagnostics: { absent: 'summary' },
  maturity: { enabled: true },
  codeLens: { enabled: true },
  inlayHints: { enabled: false },
};

/**
 * Reads settings as a client sent them.
 * @param value the value of the section; anything
 * @param fallback taken for what is not set or not valid
 * @param warn gets one sentence for each value that is not valid
 */
export function readSettings(
  value: unknown,
  fallback: Settings,
  warn: (sentence: string) => void,
): Settings {
  const choose = <T extends string>(path: string[], choices: readonly T[], otherwise: T): T => {
    const found = valueAt(value, path);
    if (found === undefined || found === null) return otherwise;
    const chosen = choices.find((choice) => choice === found);
    if (chosen === undefined) {
      const name = [settingsSection, ...path].join('.');
      warn(`"${name}" has to be one of: ${choices.join(', ')}. "${otherwise}" is used instead.`);
    }
    return chosen ?? otherwise;
  };
  const isOn = (path: string[], otherwise: boolean): boolean => {
    const found = valueAt(value, path);
    if (found === undefined || found === null || typeof found === 'boolean') {
      return found ?? otherwise;
    }
    const name = [settingsSection, ...path].join('.');
    warn(`"${name}" has to be true or false. "${otherwise}" is used instead.`);
    return otherwise;
  };
  return {
    analyse: choose(['analyse'], ['strategies', 'all', 'none'], fallback.analyse),
    diagnostics: {
      absent: choose(['diagnostics', 'absent'], ['summary', 'each'], fallback.diagnostics.absent),
    },
    maturity: { enabled: isOn(['maturity', 'enabled'], fallback.maturity.enabled) },
    codeLens: { enabled: isOn(['codeLens', 'enabled'], fallback.codeLens.enabled) },
    inlayHints: { enabled: isOn(['inlayHints', 'enabled'], fallback.inlayHints.enabled) },
  };
}
