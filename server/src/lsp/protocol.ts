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

/** Request. The whole coverage of an open document, in words. Null where it is not open. */
export const coverageRequest = 'ospoStrategy/coverage';
export interface CoverageParams {
  readonly uri: string;
}
export interface Coverage {
  readonly uri: string;
  readonly version: number | null;
  readonly analysed: boolean;
  /** Whether it is taken for a strategy, and its language: a tag, or `und`. */
  readonly isStrategy: boolean;
  readonly language: string;
  /** The document's own, with its range; absent where it has none. */
  readonly title?: { readonly text: string; readonly start: Position; readonly end: Position };
  readonly reason: string;
  readonly criteria: readonly CriterionCoverage[];
  readonly maturity: { readonly [model: string]: MaturityCoverage };
}
export interface CriterionCoverage {
  readonly id: string;
  readonly kind: 'question' | 'petal' | 'element';
  readonly title: string;
  readonly description: string;
  readonly level: 'answered' | 'partial' | 'absent' | 'not-applicable';
  readonly because: string;
  /** The line of the heading that names it, from 0, where there is one. */
  readonly headingLine?: number;
  /** Why it was waived, in its author's words. */
  readonly waiver?: string;
  readonly facets: readonly { id: string; title: string; met: boolean; missing: string }[];
  readonly evidence: readonly EvidenceLines[];
}
export interface EvidenceLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly path?: string;
  readonly facets: readonly string[];
  readonly words: readonly string[];
  /** How it begins, in one line; absent where it stands in another file. */
  readonly excerpt?: string;
}
export interface MaturityCoverage {
  readonly title: string;
  /** The highest stage that the text shows: its id, or `unclear`, and its title where it has one. */
  readonly stage: string;
  readonly stageTitle?: string;
  readonly items: readonly { readonly id: string; readonly evidence: readonly EvidenceLines[] }[];
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
}
export interface ChecklistItemState {
  readonly id: string;
  readonly title: string;
  readonly evidence: string;
  readonly ticked: boolean;
  /** The line of the item in the file, from 0; absent where the file does not have it. */
  readonly line?: number;
  /** What someone noted under it: the line in the file, from 0, and `2026-12-01` or null. */
  readonly notes: readonly {
    readonly line: number;
    readonly date: string | null;
    readonly text: string;
  }[];
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

/** Request. The smallest edits of the checklist file that add, change or remove a note. Result: TickResult. */
export const noteRequest = 'ospoStrategy/note';
export interface NoteParams {
  readonly text: string | null;
  readonly item: string;
  /** The line of the note that is replaced, from 0; null adds one. */
  readonly line: number | null;
  /** `2026-12-01`, or null for none. */
  readonly date: string | null;
  /** Empty removes the note. */
  readonly note: string;
}

/**
 * Request. What the overview shows of an open document beside its coverage. Null where it is not
 * open or not analysed. Texts of the document are made safe to show.
 */
export const overviewRequest = 'ospoStrategy/overview';
export interface OverviewParams {
  readonly uri: string;
}
export interface Overview {
  /** Its path, as the analysis knows it. */
  readonly path: string;
  /** The picture with the petals' titles, and with numbers; null where the pack has no petals. */
  readonly flower: { readonly titles: string; readonly numbers: string } | null;
  /** "4 of 6". */
  readonly answeredPetals: string;
  /** What would bring it on, each with its criterion. */
  readonly next: readonly { readonly criterion: string; readonly todo: string }[];
}

/** Request. The report of an open document as a file's text. Null where it is not open or not analysed. */
export const exportRequest = 'ospoStrategy/export';
export interface ExportParams {
  readonly uri: string;
  readonly format: 'html' | 'svg' | 'markdown' | 'json';
}
export interface ExportResult {
  readonly text: string;
}

/**
 * Request. What got better and worse since an earlier text of an open document. Null where it is not
 * open or not analysed.
 */
export const levelChangesRequest = 'ospoStrategy/levelChanges';
export interface LevelChangesParams {
  readonly uri: string;
  /** The earlier text. */
  readonly text: string;
}
export interface CriterionChange {
  readonly id: string;
  readonly kind: CriterionStatus['kind'];
  readonly title: string;
  readonly before: CriterionStatus['level'];
  readonly after: CriterionStatus['level'];
  readonly direction: 'better' | 'worse' | 'same';
  /** Titles of facets that are met now and were not, and the reverse. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}
export interface LevelChangesResult {
  /** One a criterion, in the pack's order. */
  readonly changes: readonly CriterionChange[];
}

/**
 * Request. The flower's picture for a file beside an open document, and the edits that show it in
 * the document, or bring what shows it up to date. Null where it is not open or not analysed.
 */
export const flowerImageRequest = 'ospoStrategy/flowerImage';
export interface FlowerImageParams {
  readonly uri: string;
  /** The picture's file, relative to the document. */
  readonly picture: string;
}
export interface FlowerImageResult {
  readonly svg: string;
  readonly edits: TickResult['edits'];
}

/** Request without parameters. What a new document can hold, in the interface language. */
export const newDocumentChoicesRequest = 'ospoStrategy/newDocumentChoices';
export interface NewDocumentChoices {
  /** Each with its name in the language itself. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** In the order in which a document would take them. */
  readonly sections: readonly {
    readonly id: string;
    readonly kind: CriterionStatus['kind'];
    readonly title: string;
    readonly description: string;
    /** True where a first strategy cannot do without it. */
    readonly isInFirst: boolean;
  }[];
}

/** Request. A document to begin with. Null where it failed. */
export const newDocumentRequest = 'ospoStrategy/newDocument';
export interface NewDocumentParams {
  readonly language: string;
  /** What a first strategy needs, every section, or what a review of an existing strategy asks. */
  readonly scope: 'first' | 'full' | 'review';
  /** Ids of sections to leave out. */
  readonly without: readonly string[];
}
export interface NewDocumentResult {
  /** With tab stops, in snippet syntax. */
  readonly snippet: string;
  readonly plainText: string;
}

/** Request. The edits that waive a criterion of an open document, none where it is waived. Result: TickResult. */
export const waiveRequest = 'ospoStrategy/waive';
export interface WaiveParams {
  readonly uri: string;
  readonly criterion: string;
  readonly reason: string;
}

/**
 * Request with a work done token, cancellable: analyses the Markdown files of the workspace, also
 * those that are not open.
 */
export const analyseWorkspaceRequest = 'ospoStrategy/analyseWorkspace';
export interface AnalyseWorkspaceParams {
  /** URIs of folders; without them all workspace folders. */
  readonly folders?: readonly string[];
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
