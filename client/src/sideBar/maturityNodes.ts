import { l10n } from 'vscode';
import type {
  ChecklistItemState,
  ChecklistModelState,
  ChecklistStageState,
  ChecklistState,
  Coverage,
  EvidenceLines,
} from '../../../server/src/lsp/protocol.ts';
import { evidenceNodes } from './evidenceNodes.ts';
import type { TreeNode } from './treeNode.ts';

/** What of a document's maturity the tree shows. */
export type TextMaturity = Coverage['maturity'];

/**
 * The maturity checklist as a tree: models, stages, items with check boxes, evidence.
 * @param checklist what the checklist file holds
 * @param document the URI of the strategy document that it belongs to
 * @param maturity what the document's own text shows
 */
export function maturityNodes(
  checklist: ChecklistState,
  document: string,
  maturity: TextMaturity,
): readonly TreeNode[] {
  return checklist.models.map((model) => modelNode(model, document, maturity[model.id]));
}

function modelNode(
  { caveat, id, stages, title }: ChecklistModelState,
  document: string,
  shown: TextMaturity[string] | undefined,
): TreeNode {
  const stage = shown?.stageTitle;
  const description =
    stage === undefined ? l10n.t('the text shows no stage') : l10n.t('the text shows: {0}', stage);
  const evidence = new Map(shown?.items.map((item) => [item.id, item.evidence] as const));
  return {
    id: `${document}#maturity.${id}`,
    label: title,
    description,
    tooltip: caveat,
    spoken: `${title}, ${description}`,
    context: 'model',
    document,
    isExpanded: true,
    children: stages.map((each) => stageNode(id, each, document, evidence, each.title === stage)),
  };
}

function stageNode(
  model: string,
  { description, id, items, title }: ChecklistStageState,
  document: string,
  evidence: ReadonlyMap<string, readonly EvidenceLines[]>,
  isReached: boolean,
): TreeNode {
  const ticked = items.filter((item) => item.ticked).length;
  const count = l10n.t('{0} of {1}', ticked, items.length);
  return {
    id: `${document}#maturity.${model}.${id}`,
    label: title,
    description: count,
    tooltip: description,
    spoken: `${title}, ${count}`,
    context: 'stage',
    document,
    isExpanded: isReached || (ticked > 0 && ticked < items.length),
    children: items.map((item) => itemNode(item, document, evidence.get(item.id) ?? [])),
  };
}

function itemNode(
  { evidence: asked, id, ticked, title }: ChecklistItemState,
  document: string,
  evidence: readonly EvidenceLines[],
): TreeNode {
  const nodeId = `${document}#maturity.item.${id}`;
  const found = evidence.length > 0 && !ticked ? l10n.t('found in the text') : undefined;
  const inPlace = ticked ? l10n.t('in place') : l10n.t('not yet');
  return {
    id: nodeId,
    label: title,
    ...(found === undefined ? {} : { description: found }),
    tooltip: asked,
    spoken: [title, inPlace, found].filter(Boolean).join(', '),
    context: 'item',
    checked: ticked,
    of: id,
    document,
    isExpanded: false,
    children: evidenceNodes(evidence, nodeId, document),
  };
}
