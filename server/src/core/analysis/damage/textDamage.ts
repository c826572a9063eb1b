import type { StrategyDocument } from '../../document/strategyDocument.ts';
import type { Edit, Finding, Fix } from '../../report/coverageReport.ts';
import { severityOf } from '../rules.ts';
import { repairText } from './repairText.ts';

/** How much of a damaged line is quoted, in characters. */
const LONGEST_QUOTE = 12;

/**
 * Text that was read in the wrong encoding: one finding for the whole document, with one fix.
 * @param document as it was read
 */
export function textDamage({ text }: StrategyDocument): readonly Finding[] {
  const repair = repairText(text);
  if (repair === undefined) return [];
  const edits = lineEdits(text, repair.text);
  const [first] = edits;
  if (first === undefined) return [];
  const rule = 'damaged-text';
  const { range } = first;
  const [before, after] = quotes(text.slice(range.start, range.end), first.newText);
  const times = repair.times === 2 ? ', twice' : '';
  const lines = edits.length === 1 ? 'this line' : `${edits.length} lines`;
  const fix: Fix = {
    title: edits.length === 1 ? 'Repair the damaged line' : `Repair ${edits.length} damaged lines`,
    kind: 'repair-text',
    rules: [rule],
    criteria: [],
    at: range,
    isSafe: true,
    edits,
  };
  return [
    {
      rule,
      severity: severityOf(rule),
      range,
      message:
        `Text was damaged when its UTF-8 was read as ${repair.misreadAs}${times}: "${before}" stands here for "${after}". ` +
        `The quick fix repairs ${lines} exactly; nothing else changes.`,
      criteria: [],
      related: [],
      fixes: [fix],
    },
  ];
}

/** One edit a line that differs. Both texts have as many lines. */
function lineEdits(before: string, after: string): readonly Edit[] {
  const repaired = after.split('\n');
  let start = 0;
  return before.split('\n').flatMap((line, index): Edit[] => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    const newText = repaired[index] ?? line;
    return newText === line ? [] : [{ range, newText }];
  });
}

/** Where two lines differ, from its beginning: what an author sees, and what is meant. */
function quotes(before: string, after: string): readonly [string, string] {
  const [old, young] = [Array.from(before), Array.from(after)];
  let same = 0;
  while (same < young.length && old[same] === young[same]) same++;
  let behind = 0;
  while (behind < young.length - same && old.at(-1 - behind) === young.at(-1 - behind)) behind++;
  const differing = (characters: readonly string[]): string =>
    characters
      .slice(same, characters.length - behind)
      .slice(0, LONGEST_QUOTE)
      .join('')
      .trim();
  return [differing(old), differing(young)];
}
