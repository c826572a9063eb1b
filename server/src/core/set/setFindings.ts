import { severityOf } from '../analysis/rules.ts';
import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Finding, Fix } from '../report/coverageReport.ts';
import type { LostPart } from './strategySet.ts';

/**
 * What an author should know of links to files that could not be read.
 * @param document the index
 * @param lost its links without a file
 */
export function setFindings(
  document: StrategyDocument,
  lost: readonly LostPart[],
): readonly Finding[] {
  return lost.map((part) => ({
    rule: 'missing-part',
    severity: severityOf('missing-part'),
    range: part.range,
    message: messageOf(part),
    criteria: [],
    related: [],
    fixes: part.because === undefined ? fixesOf(document, part) : [],
  }));
}

function messageOf({ url, because, nearest: [nearest] }: LostPart): string {
  if (because !== undefined) {
    return `What "${url}" says does not count for this strategy: ${because}`;
  }
  const advice =
    nearest === undefined ? 'Correct the link, or remove it.' : `Did you mean "${nearest}"?`;
  return `There is no file "${url}", so what it should say does not count for this strategy. ${advice}`;
}

function fixesOf(document: StrategyDocument, part: LostPart): readonly Fix[] {
  const { range, text, url, nearest } = part;
  const source = document.text.slice(range.start, range.end);
  const fix = (title: string, kind: string, newText: string): Fix => ({
    title,
    kind,
    rules: ['missing-part'],
    criteria: [],
    at: range,
    edits: [{ range, newText }],
  });
  // Only where the URL stands in the link itself: that of a reference stands elsewhere.
  const at = source.startsWith('[') ? source.lastIndexOf(url) : -1;
  const relinked =
    at < 0
      ? []
      : nearest.map((to) => {
          const newText = `${source.slice(0, at)}${to}${source.slice(at + url.length)}`;
          return fix(`Link to "${to}"`, 'relink', newText);
        });
  const isLink = source.startsWith('[') && source !== text;
  const label = /^\[([\s\S]*?)\](?:\(|\[|$)/.exec(source)?.[1] ?? text;
  return isLink ? [...relinked, fix('Remove the link, keep its text', 'unlink', label)] : relinked;
}
