import { l10n } from 'vscode';
import type { EvidenceLines } from '../../../server/src/lsp/protocol.ts';
import type { TreeNode } from './treeNode.ts';

/**
 * A row for each piece of evidence.
 * @param evidence of a criterion or a checklist item
 * @param parent the id of the row that they stand below
 * @param document the URI of the document that they were found for
 */
export function evidenceNodes(
  evidence: readonly EvidenceLines[],
  parent: string,
  document: string,
): readonly TreeNode[] {
  return evidence.map((piece, index) => {
    const { endLine, excerpt, path, startLine } = piece;
    const label = placeText(piece);
    return {
      id: `${parent}/evidence/${index}`,
      label,
      ...(excerpt === undefined ? {} : { description: excerpt, tooltip: excerpt }),
      spoken: [label, excerpt].filter(Boolean).join(': '),
      icon: { id: 'quote' },
      context: 'evidence',
      place: { document, startLine, endLine, ...(path === undefined ? {} : { path }) },
      document,
      isExpanded: false,
      children: [],
    };
  });
}

/** "Line 40", "Lines 40–42", "plan.md, line 40": lines count from 1. */
function placeText({ startLine, endLine, path }: EvidenceLines): string {
  const first = startLine + 1;
  const last = endLine + 1;
  const file = path?.slice(path.lastIndexOf('/') + 1);
  if (file !== undefined) return l10n.t('{0}, line {1}', file, first);
  return first === last ? l10n.t('Line {0}', first) : l10n.t('Lines {0}–{1}', first, last);
}
