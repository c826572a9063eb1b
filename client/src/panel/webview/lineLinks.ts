import type { EvidenceLines } from '../../../../server/src/lsp/protocol.ts';
import { filled, type PanelStrings } from '../stringMessages.ts';
import { button, element, words } from './element.ts';

/** Links to pieces of evidence: "24–26, 41". Nothing where there are none. */
export function lineLinks(
  evidence: readonly EvidenceLines[],
  strings: PanelStrings,
): HTMLElement | undefined {
  const runs = runsOf(evidence);
  if (runs.length === 0) return undefined;
  const links = runs.flatMap((run, index) => {
    const separator = index === runs.length - 1 ? [] : [words(',')];
    // The comma stays with its link; the line may break behind it.
    return [element('span', { class: 'place' }, lineLink(run, strings), ...separator), words(' ')];
  });
  return element('span', { class: 'lines' }, ...links);
}

/** Neighbouring lines run together, as the other renderings of a report have them. */
function runsOf(evidence: readonly EvidenceLines[]): readonly EvidenceLines[] {
  const runs: EvidenceLines[] = [];
  for (const piece of evidence) {
    const last = runs.at(-1);
    if (last === undefined || last.path !== piece.path || piece.startLine > last.endLine + 1) {
      runs.push(piece);
    } else {
      runs[runs.length - 1] = joined(last, piece);
    }
  }
  return runs;
}

function joined(one: EvidenceLines, other: EvidenceLines): EvidenceLines {
  return {
    ...one,
    endLine: Math.max(one.endLine, other.endLine),
    facets: [...new Set([...one.facets, ...other.facets])],
    words: [...new Set([...one.words, ...other.words])],
  };
}

/** One link, whose tooltip tells how the text there begins and the words that counted. */
export function lineLink(piece: EvidenceLines, strings: PanelStrings): HTMLButtonElement {
  const { startLine, endLine, path } = piece;
  const [first, last] = [startLine + 1, endLine + 1];
  const isOne = first === last;
  const place = isOne ? String(first) : `${first}–${last}`;
  const name = filled(isOne ? strings.line : strings.lines, place);
  const where = path === undefined ? '' : `${path}: `;
  const link = button(
    where + place,
    'link',
    { do: 'reveal', startLine: String(startLine), endLine: String(endLine), path: path ?? '' },
    where + name,
  );
  link.title = [piece.excerpt, piece.words.join(' · ')].filter(Boolean).join('\n');
  return link;
}
