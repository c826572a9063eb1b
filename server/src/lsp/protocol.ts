/**
 * The requests and notifications of our own, beside the standard protocol: the only file of the
 * server that the client may import. Plain data; positions are LSP's (line and character from 0,
 * UTF-16).
 */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Request. What was found in an open document, or why it is not analysed. */
export const documentStatusRequest = 'ospoStrategy/documentStatus';
export interface DocumentStatusParams {
  readonly uri: string;
}
export interface CriterionStatus {
  readonly id: string;
  readonly kind: 'question' | 'petal' | 'element';
  readonly title: string;
  /** What it asks, in a sentence or two. */
  readonly description: string;
  readonly level: 'answered' | 'partial' | 'absent' | 'not-applicable';
  /** Titles of the facets that are not met. */
  readonly missing: readonly string[];
  /** First and last line of each piece of evidence, from 0. */
  readonly evidence: readonly { readonly startLine: number; readonly endLine: number }[];
}
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number | null;
  readonly analysed: boolean;
  /** Why it is or is not analysed, in a sentence. */
  readonly reason: string;
  /** Empty where it is not analysed. */
  readonly criteria: readonly CriterionStatus[];
  /** Something about the file that hinders its analysis, each in a sentence. */
  readonly problems: readonly string[];
}

/**
 * Notification to a client that sent `initializationOptions.notifyStatus: true`: the status of a
 * document after each analysis. Params: DocumentStatus.
 */
export const statusChangedNotification = 'ospoStrategy/statusChanged';

/** Request. Analyse an open document although detection left it out, until it is closed. Result: null. */
export const analyseAnywayRequest = 'ospoStrategy/analyseAnyway';
export interface AnalyseAnywayParams {
  readonly uri: string;
}

/**
 * Request to a client that sent `initializationOptions.readsFiles: true`: a file's text. Null where
 * there is no such file.
 */
export const readFileRequest = 'ospoStrategy/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text: string;
}

/** Request. What holds for a document, with where each part comes from. Null where it is not open. */
export const effectiveConfigurationRequest = 'ospoStrategy/effectiveConfiguration';
export interface EffectiveConfigurationParams {
  readonly uri: string;
}
export interface EffectiveConfiguration {
  /** YAML with comments, for people. */
  readonly text: string;
  /** URIs of the files that it comes from, nearest first; empty where all is as shipped. */
  readonly sources: readonly string[];
}

/** Request. The section of a criterion and where it belongs. Null where the document is not open. */
export const sectionRequest = 'ospoStrategy/section';
export interface SectionParams {
  readonly uri: string;
  readonly criterion: string;
}
export interface SectionInsertion {
  readonly position: Position;
  /** With tab stops, in snippet syntax. */
  readonly snippet: string;
  readonly plainText: string;
}

/** Request. The maturity models, with the ticks of a checklist file's text. */
export const checklistRequest = 'ospoStrategy/checklist';
export interface ChecklistParams {
  /** The checklist file's text; null where there is no file yet. */
  readonly text: string | null;
  /** The file's URI, for the configuration that holds there; without it the models as shipped. */
  readonly uri?: string;
}
export interface ChecklistItemState {
  readonly id: string;
  readonly title: string;
  readonly evidence: string;
  readonly ticked: boolean;
  /** The line of the item in the file, from 0; absent where the file does not have it. */
  readonly line?: number;
}
export interface ChecklistStageState {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly ChecklistItemState[];
}
export interface ChecklistModelState {
  readonly id: string;
  readonly title: string;
  readonly caveat: string;
  readonly source: string;
  readonly stages: readonly ChecklistStageState[];
}
export interface ChecklistState {
  readonly models: readonly ChecklistModelState[];
  /** What someone broke by hand: an unknown or doubled item, each with its line (from 0). */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Request. The smallest edits of the checklist file that tick or untick an item. */
export const tickRequest = 'ospoStrategy/tick';
export interface TickParams {
  readonly uri?: string;
  readonly text: string | null;
  readonly item: string;
  readonly ticked: boolean;
}
export interface TickResult {
  /** Edits of the text; for `text: null` one insertion at the start: the whole new file. */
  readonly edits: readonly {
    readonly start: Position;
    readonly end: Position;
    readonly newText: string;
  }[];
}

/**
 * Request with a work done token, cancellable: analyses the Markdown files of the workspace, also
 * those that are not open. Afterwards a search for workspace symbols finds what is in them.
 */
export const analyseWorkspaceRequest = 'ospoStrategy/analyseWorkspace';
export interface AnalyseWorkspaceParams {
  /** URIs of folders; without them all workspace folders. */
  readonly folders?: readonly string[];
  /** URIs of files, from a client that knows them: then no folder is looked into. */
  readonly files?: readonly string[];
  readonly workDoneToken?: string | number;
}
export interface WorkspaceAnalysis {
  readonly documents: readonly {
    readonly uri: string;
    readonly isStrategy: boolean;
    readonly reason: string;
    /** By criterion id; for a strategy only. */
    readonly levels?: { readonly [criterion: string]: CriterionStatus['level'] };
  }[];
}
