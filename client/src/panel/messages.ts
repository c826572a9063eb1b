import type { ChecklistState } from '../../../server/src/lsp/protocol.ts';

/**
 * What the checklist panel and its page say to each other. Both ends check what arrives: a page is
 * no more to be trusted than any other input.
 */

/** What the checklist file holds, as the page shows it. */
export interface PanelContent {
  /** The checklist file, as a path that the author recognises. */
  readonly file: string;
  readonly fileExists: boolean;
  /** True where the file has changes that are not saved. */
  readonly isDirty: boolean;
  readonly checklist: ChecklistState;
}

/** All that the page shows: each message replaces the one before. */
export interface ToPage {
  readonly type: 'show';
  /** Rises with each message, so that it can be told which one the page has drawn. */
  readonly revision: number;
  /** Null while nothing has been read yet. */
  readonly content: PanelContent | null;
  /** What did not work, in a sentence or two. */
  readonly failure: string | null;
  /** True where only a restart of the language server helps. */
  readonly isServerStopped: boolean;
}

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly revision: number; readonly ticked: number }
  | { readonly type: 'tick'; readonly item: string; readonly ticked: boolean }
  /** Line from 0. */
  | { readonly type: 'openFile'; readonly line?: number }
  | { readonly type: 'restartServer' };

/** What the page keeps in case VS Code is closed: which file it shows, and which stages are open. */
export interface PageState {
  /** The checklist file's URI. */
  readonly checklist: string;
  readonly openStages: { readonly [stage: string]: boolean };
}

/** Reads a message of the page's; undefined for what is none. */
export function readFromPage(value: unknown): FromPage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, item, ticked, line, revision } = value;
  switch (type) {
    case 'ready':
    case 'restartServer':
      return { type };
    case 'drawn':
      return isCount(revision) && isCount(ticked) ? { type, revision, ticked } : undefined;
    case 'tick': {
      const isId = typeof item === 'string' && item.length <= 200;
      return isId && typeof ticked === 'boolean' ? { type, item, ticked } : undefined;
    }
    case 'openFile':
      if (line === undefined) return { type };
      return isCount(line) ? { type, line } : undefined;
    default:
      return undefined;
  }
}

/** Reads a message to the page; undefined for what is none. */
export function readToPage(value: unknown): ToPage | undefined {
  if (!isRecord(value) || value.type !== 'show') return undefined;
  const { type, revision, content, failure, isServerStopped } = value;
  const isFailure = failure === null || typeof failure === 'string';
  if (!isCount(revision) || !isFailure || typeof isServerStopped !== 'boolean') return undefined;
  if (content !== null && !isContent(content)) return undefined;
  return { type, revision, content, failure, isServerStopped };
}

/** Reads what a page kept; undefined where it kept nothing that can be used. */
export function readPageState(value: unknown): PageState | undefined {
  if (!isRecord(value) || typeof value.checklist !== 'string') return undefined;
  const open = isRecord(value.openStages) ? Object.entries(value.openStages) : [];
  const openStages = open.filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return { checklist: value.checklist, openStages: Object.fromEntries(openStages) };
}

/** True for a state of the shape that the server promises. */
export function isChecklistState(value: unknown): value is ChecklistState {
  return (
    isRecord(value) &&
    isListOf(value.problems, (each) => isCount(each.line) && areTexts(each, 'message')) &&
    isListOf(value.models, isModel)
  );
}

function isContent(value: unknown): value is PanelContent {
  return (
    isRecord(value) &&
    areTexts(value, 'file') &&
    typeof value.fileExists === 'boolean' &&
    typeof value.isDirty === 'boolean' &&
    isChecklistState(value.checklist)
  );
}

function isModel(value: Record<string, unknown>): boolean {
  return areTexts(value, 'id', 'title', 'caveat', 'source') && isListOf(value.stages, isStage);
}

function isStage(value: Record<string, unknown>): boolean {
  return areTexts(value, 'id', 'title', 'description') && isListOf(value.items, isItem);
}

function isItem(value: Record<string, unknown>): boolean {
  const hasTick = typeof value.ticked === 'boolean';
  const hasLine = value.line === undefined || isCount(value.line);
  return areTexts(value, 'id', 'title', 'evidence') && hasTick && hasLine;
}

function areTexts(value: Record<string, unknown>, ...keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}

function isListOf(value: unknown, isOne: (each: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((each) => isRecord(each) && isOne(each));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
