/** A row of a tree of the side bar as plain data, with what is below it. */
export interface TreeNode {
  /** Stays the same while its document is edited, so that it stays expanded and selected. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says: all that the row shows, in words. */
  readonly spoken: string;
  readonly icon?: { readonly id: string; readonly colour?: string };
  /** What menus ask for: words with blanks between them. */
  readonly context: string;
  /** Where a click leads. */
  readonly place?: Place;
  /** Where it has a check box: whether it is checked. */
  readonly checked?: boolean;
  /** The id of the criterion or checklist item that it stands for. */
  readonly of?: string;
  /** The URI of the document that it speaks of. */
  readonly document: string;
  readonly isExpanded: boolean;
  readonly children: readonly TreeNode[];
}

/** Lines of a file, from 0. */
export interface Place {
  /** The document's URI. */
  readonly document: string;
  /** Another file of its strategy set, relative to the workspace folder. */
  readonly path?: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** True for a node: what a menu of a tree gives to a command. */
export function isTreeNode(value: unknown): value is TreeNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'document' in value &&
    typeof value.document === 'string' &&
    'children' in value
  );
}
