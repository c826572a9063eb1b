import type { Finding, Severity } from '../report/coverageReport.ts';

/** By rule id: how its findings are shown, or not at all. */
export type OwnSeverities = { readonly [rule: string]: Severity | 'off' };

/**
 * Findings as severe as an organisation takes them.
 * @param findings with their rules' own severities
 * @param severities by rule; what is not named stays
 */
export function withOwnSeverities(
  findings: readonly Finding[],
  severities: OwnSeverities = {},
): readonly Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const severity = Object.hasOwn(severities, finding.rule) ? severities[finding.rule] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}
