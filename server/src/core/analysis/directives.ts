import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';

/** `<!-- ospo-strategy: not-applicable ID reason="..." -->`, as written; not yet checked. */
export interface WaiverDirective {
  readonly criterion: string;
  readonly reason: string;
  readonly range: SourceRange;
}

/** A comment that is addressed to us and cannot be followed. */
export interface UnusableDirective {
  readonly range: SourceRange;
  readonly message: string;
}

export interface Directives {
  readonly waivers: ReadonlyMap<string, WaiverDirective>;
  readonly unusable: readonly UnusableDirective[];
}

const ADDRESS = /^ospo-strategy:\s*(\S*)\s*/;
const WAIVER = /^(\S+)(?:\s+reason="([^"]*)")?\s*$/;
/** What the maturity checklist writes behind its items: model, stage and item. */
const CHECKLIST_MARK = /^(?:checklist|[\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * What the author tells the tool in comments.
 * @param document with its comments
 * @param pack whose criteria may be named
 */
export function readDirectives(document: StrategyDocument, pack: Pack): Directives {
  const waivers = new Map<string, WaiverDirective>();
  const unusable: UnusableDirective[] = [];
  for (const { text, range } of document.comments) {
    const address = ADDRESS.exec(text);
    if (address === null) continue;
    const verb = address[1] ?? '';
    if (CHECKLIST_MARK.test(verb)) continue;
    if (verb !== 'not-applicable') {
      const message = `"${verb}" is not a directive. Write <!-- ospo-strategy: not-applicable ID reason="..." -->.`;
      unusable.push({ range, message });
      continue;
    }
    const waiver = readWaiver(text.slice(address[0].length), range, pack);
    if ('message' in waiver) unusable.push(waiver);
    else waivers.set(waiver.criterion, waiver);
  }
  return { waivers, unusable };
}

function readWaiver(
  text: string,
  range: SourceRange,
  pack: Pack,
): WaiverDirective | UnusableDirective {
  const parts = WAIVER.exec(text);
  if (parts === null) {
    const message = 'This waiver cannot be read. Write: not-applicable ID reason="why".';
    return { range, message };
  }
  const criterion = parts[1] ?? '';
  if (!pack.criteria.some(({ id }) => id === criterion)) {
    const ids = pack.criteria.map(({ id }) => id).join(', ');
    return { range, message: `"${criterion}" is no criterion of this framework. It has: ${ids}.` };
  }
  const reason = (parts[2] ?? '').trim();
  if (reason === '') {
    const message = `The waiver of ${criterion} takes effect once it has a reason: reason="why it does not apply here".`;
    return { range, message };
  }
  return { criterion, reason, range };
}
