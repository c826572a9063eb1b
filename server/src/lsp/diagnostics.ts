import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/report/coverageReport.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentRange } from './documentRange.ts';

/** Who says it, as editors show it beside a diagnostic. */
export const diagnosticSource = 'OSPO Strategy';

/** What a diagnostic carries for the code actions, where the client keeps it. */
export interface DiagnosticData {
  readonly rule: string;
  readonly criteria: readonly string[];
}

const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Renders findings as diagnostics, with no more in them than the client understands. */
export interface DiagnosticRenderer {
  readonly all: (analysis: Analysis) => Diagnostic[];
  readonly one: (analysis: Analysis, finding: Finding) => Diagnostic;
}

/**
 * @param support what the client understands
 * @param rulePages the URI of the folder with one page a rule (`<rule>.md`), where there is one
 */
export function createDiagnosticRenderer(
  support: ClientSupport,
  rulePages: string | undefined,
): DiagnosticRenderer {
  const pages = rulePages?.replace(/\/*$/, '/');
  const one = (analysis: Analysis, finding: Finding): Diagnostic => {
    const { text } = analysis;
    const diagnostic: Diagnostic = {
      range: documentRange(text, finding.range),
      severity: severities[finding.severity],
      code: finding.rule,
      source: diagnosticSource,
      message: finding.message,
    };
    if (support.codeDescription && pages !== undefined) {
      diagnostic.codeDescription = { href: `${pages}${encodeURIComponent(finding.rule)}.md` };
    }
    if (support.relatedInformation && finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map(({ range, message }) => ({
        location: { uri: text.uri, range: documentRange(text, range) },
        message,
      }));
    }
    if (support.diagnosticData) {
      const data: DiagnosticData = { rule: finding.rule, criteria: finding.criteria };
      diagnostic.data = data;
    }
    return diagnostic;
  };
  return {
    one,
    all: (analysis) => analysis.report.findings.map((finding) => one(analysis, finding)),
  };
}
