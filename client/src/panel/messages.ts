import {
  isCount,
  isFlag,
  isMapOf,
  isNullOr,
  isOneOf,
  isRecord,
  isRecordOf,
  isText,
  isTextOf,
} from './checkedMessages.ts';
import { type ChecklistContent, isChecklistContent } from './checklistMessages.ts';
import { isOverviewContent, type OverviewContent } from './overviewMessages.ts';
import { isPanelStrings, type PanelStrings } from './stringMessages.ts';

/**
 * What the panels and their pages say to each other. Both ends check what arrives: a page is no more
 * to be trusted than any other input.
 */

/** The panels, each with a page of its own. */
export type PanelKind = 'checklist' | 'overview';

/** All that a page shows: each message replaces the one before. */
export interface ToPage {
  readonly type: 'show';
  /** Rises with each message, so that it can be told which one the page has drawn. */
  readonly revision: number;
  readonly strings: PanelStrings;
  /** Null while nothing has been read yet, and in the panel of the checklist alone. */
  readonly overview: OverviewContent | null;
  /** Null while nothing has been read yet, and where the checklist is switched off. */
  readonly checklist: ChecklistContent | null;
  /** What did not work, in a sentence or two. */
  readonly failure: string | null;
  /** True where only a restart of the language server helps. */
  readonly isServerStopped: boolean;
}

export type ExportFormat = 'html' | 'svg' | 'png' | 'markdown' | 'json';

/** A message that says no more than its type. */
type Bare<Type extends string> = Type extends string ? { readonly type: Type } : never;

export type FromPage =
  | Bare<'ready' | 'restartServer' | 'analyseAnyway'>
  | Bare<'openDocument' | 'compare' | 'insertFlower' | 'openMaturitySetting'>
  | { readonly type: 'drawn'; readonly revision: number; readonly ticked: number }
  | { readonly type: 'tick'; readonly item: string; readonly ticked: boolean }
  | {
      readonly type: 'note';
      readonly item: string;
      /** The line of the note that is replaced, from 0; null adds one. */
      readonly line: number | null;
      readonly date: string | null;
      /** Empty removes the note. */
      readonly text: string;
    }
  /** Opens the checklist file. Line from 0. */
  | { readonly type: 'openFile'; readonly line: number }
  /** Shows lines of the document, or of another file of its set. Lines from 0. */
  | {
      readonly type: 'reveal';
      readonly startLine: number;
      readonly endLine: number;
      readonly path: string | null;
    }
  | { readonly type: 'insert'; readonly criterion: string }
  | { readonly type: 'export'; readonly format: Exclude<ExportFormat, 'png'> }
  /** The picture that the page drew, in base64. */
  | { readonly type: 'png'; readonly data: string };

/** What a page keeps in case VS Code is closed. */
export interface PageState {
  readonly panel: PanelKind;
  /** The URI of the file that it shows: the checklist's, or the document's. */
  readonly file: string;
  /** The version that it compares with, where its author chose one. */
  readonly ref: string | null;
  readonly view: MaturityView;
  /** Which parts the author opened or closed, by key. */
  readonly openParts: { readonly [part: string]: boolean };
  /** How far down the page was, in CSS pixels. */
  readonly scroll: number;
}

/** Maturity by stages, or by what is there and what is not. */
export type MaturityView = 'stages' | 'capabilities';

const isId = isTextOf(200);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** By type: what reads the rest of a message. */
const readers: {
  readonly [Type in FromPage['type']]: (
    message: Record<string, unknown>,
  ) => Extract<FromPage, { type: Type }> | undefined;
} = {
  ready: () => ({ type: 'ready' }),
  restartServer: () => ({ type: 'restartServer' }),
  analyseAnyway: () => ({ type: 'analyseAnyway' }),
  openDocument: () => ({ type: 'openDocument' }),
  compare: () => ({ type: 'compare' }),
  insertFlower: () => ({ type: 'insertFlower' }),
  openMaturitySetting: () => ({ type: 'openMaturitySetting' }),
  drawn: ({ revision, ticked }) =>
    isCount(revision) && isCount(ticked) ? { type: 'drawn', revision, ticked } : undefined,
  tick: ({ item, ticked }) =>
    isId(item) && isFlag(ticked) ? { type: 'tick', item, ticked } : undefined,
  note: ({ item, line, date, text }) =>
    isId(item) && isNullOr(isCount)(line) && isNullOr(isDay)(date) && isTextOf(2_000)(text)
      ? { type: 'note', item, line, date, text }
      : undefined,
  openFile: ({ line }) => (isCount(line) ? { type: 'openFile', line } : undefined),
  reveal: ({ startLine, endLine, path }) =>
    isCount(startLine) && isCount(endLine) && isNullOr(isTextOf(1_000))(path)
      ? { type: 'reveal', startLine, endLine, path }
      : undefined,
  insert: ({ criterion }) => (isId(criterion) ? { type: 'insert', criterion } : undefined),
  export: ({ format }) =>
    isOneOf('html', 'svg', 'markdown', 'json')(format) ? { type: 'export', format } : undefined,
  png: ({ data }) =>
    isText(data) && /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? { type: 'png', data } : undefined,
};

/** Reads a message of a page's; undefined for what is none. */
export function readFromPage(value: unknown): FromPage | undefined {
  if (!isRecord(value) || typeof value.type !== 'string') return undefined;
  const read = Object.entries(readers).find(([type]) => type === value.type)?.[1];
  return read?.(value);
}

const isToPage = isRecordOf<ToPage>({
  type: isOneOf('show'),
  revision: isCount,
  strings: isPanelStrings,
  overview: isNullOr(isOverviewContent),
  checklist: isNullOr(isChecklistContent),
  failure: isNullOr(isText),
  isServerStopped: isFlag,
});

/** Reads a message to a page; undefined for what is none. */
export function readToPage(value: unknown): ToPage | undefined {
  return isToPage(value) ? value : undefined;
}

const isPanelKind = isOneOf('checklist', 'overview');

/** Reads what a page kept; undefined where it kept nothing that can be used. */
export function readPageState(value: unknown): PageState | undefined {
  if (!isRecord(value) || !isText(value.file) || !isPanelKind(value.panel)) return undefined;
  return {
    panel: value.panel,
    file: value.file,
    ref: isTextOf(200)(value.ref) ? value.ref : null,
    view: value.view === 'capabilities' ? 'capabilities' : 'stages',
    openParts: isMapOf(isFlag)(value.openParts) ? value.openParts : {},
    scroll: isCount(value.scroll) ? value.scroll : 0,
  };
}
