import type { StrategyDocument } from '../document/strategyDocument.ts';
import type { Edit } from '../report/coverageReport.ts';

/**
 * The edit by which an author says that a criterion does not apply, and why: a comment at the
 * document's end, where it disturbs no reader.
 * @param document to write into
 * @param criterion its id
 * @param reason in the author's words; what would end the comment or its quotes is replaced
 */
export function waiveCriterion(
  { text }: StrategyDocument,
  criterion: string,
  reason: string,
): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.trimEnd().length;
  const quoted = reason.replace(/\s+/g, ' ').replaceAll('"', "'").replaceAll('--', '–').trim();
  const directive = `<!-- ospo-strategy: not-applicable ${criterion} reason="${quoted}" -->`;
  const lead = end === 0 ? '' : `${eol}${eol}`;
  const trail = text.length > end ? '' : eol;
  return { range: { start: end, end }, newText: `${lead}${directive}${trail}` };
}
