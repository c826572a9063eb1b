import type { PlacedText, SourceRange } from '../../document/strategyDocument.ts';
import type { Edit, Finding, Fix } from '../../report/coverageReport.ts';
import { type RuleId, severityOf } from '../rules.ts';
import type { WrittenDirective } from './writtenDirective.ts';

/** A finding about a directive, with what mends it. */
export function directiveFinding(
  rule: RuleId,
  range: SourceRange,
  message: string,
  fixes: readonly DirectiveFix[],
): Finding {
  return {
    rule,
    severity: severityOf(rule),
    range,
    message,
    criteria: [],
    related: [],
    fixes: fixes.map((fix) => ({ ...fix, rules: [rule], criteria: [], at: range })),
  };
}

type DirectiveFix = Pick<Fix, 'title' | 'kind' | 'edits' | 'isSafe'>;

function replacing(range: SourceRange, newText: string): readonly Edit[] {
  return [{ range, newText }];
}

/** Writes another word in the place of one. */
export function replaceFix({ range }: PlacedText, word: string): DirectiveFix {
  return {
    title: `Replace by "${word}"`,
    kind: 'correct-directive',
    edits: replacing(range, word),
  };
}

/** Takes a directive away, with its comment where nothing else is in it. */
export function removeFix({ removal, verb }: WrittenDirective): DirectiveFix {
  const title = `Remove this directive (${verb.text})`;
  return { title, kind: 'remove-directive', edits: replacing(removal, '') };
}

/** Takes one name out of several; with the only one the whole directive goes. */
export function removeNameFix(written: WrittenDirective, name: PlacedText): DirectiveFix {
  const { names, verb } = written;
  if (names.length < 2 || written.isInFrontMatter) return removeFix(written);
  const before = names[names.indexOf(name) - 1]?.range.end ?? verb.range.end;
  return {
    title: `Remove "${name.text}" from this directive`,
    kind: 'remove-directive',
    edits: replacing({ start: before, end: name.range.end }, ''),
  };
}

/** Gives a waiver the place for its reason, with the cursor in it. */
export function reasonFix({ reasonSlot }: WrittenDirective): DirectiveFix {
  const { offset, before, after } = reasonSlot;
  return {
    title: 'Give a reason',
    kind: 'write-reason',
    edits: [
      {
        range: { start: offset, end: offset },
        newText: `${before}${after}`,
        snippet: `${before}$1${after}`,
      },
    ],
  };
}
