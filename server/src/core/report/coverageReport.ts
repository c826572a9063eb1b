import type { SourceRange } from '../document/strategyDocument.ts';
import type { CriterionKind, LanguageTag } from '../pack/pack.ts';
import type { LineSpan } from './lineSpan.ts';

/**
 * The single result of an analysis. Diagnostics, status, panel and command line are renderings of
 * it; none of them computes coverage of its own.
 */

export type Level = 'answered' | 'partial' | 'absent' | 'not-applicable';

/** Where evidence stands: in the document of the report, or in another file of its strategy set. */
export interface EvidencePlace {
  /** Offsets in the text of the file that it stands in. */
  readonly range: SourceRange;
  /** The other file, from the workspace folder, `/` between folders; absent: this document. */
  readonly path?: string;
  /** Of the other file, whose text is not at hand; from 1, both inclusive. */
  readonly lines?: LineSpan;
}

/** Lines that meet facets, and the words that told. */
export interface Evidence extends EvidencePlace {
  /** Facet ids that it meets. */
  readonly facets: readonly string[];
  /** True where it is specific: names, amounts, dates, roles, rules or steps that can be checked. */
  readonly specific: boolean;
  /** The document's own words that carried the verdict. */
  readonly words: readonly string[];
}

export interface FacetResult {
  readonly id: string;
  readonly met: boolean;
}

export interface Waiver {
  readonly reason: string;
  readonly range: SourceRange;
}

export interface CriterionResult {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly level: Level;
  readonly facets: readonly FacetResult[];
  /** In document order, that of a set's other files behind. Empty where the level is `absent`. */
  readonly evidence: readonly Evidence[];
  /** The index of the section whose heading names this criterion, where there is one. */
  readonly section?: number;
  readonly waiver?: Waiver;
  /** What the text alone shows, where its author decided otherwise or the same by a directive. */
  readonly textLevel?: Level;
  /** The rule that decided the level, in a sentence. */
  readonly because: string;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One thing to tell an author. `rule` is an id with a page in `docs/rules/`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: SourceRange;
  readonly message: string;
  /** The criteria that it speaks of. */
  readonly criteria: readonly string[];
  readonly related: readonly { readonly range: SourceRange; readonly message: string }[];
  /** What resolves this very finding, the obvious one first; each has its range as `at`. */
  readonly fixes?: readonly Fix[];
}

/** A change of the text. `newText` is plain; `snippet` is the same with tab stops, LSP syntax. */
export interface Edit {
  readonly range: SourceRange;
  readonly newText: string;
  readonly snippet?: string;
}

/** A fix as data: the quick fix, the fix-all and the command line apply the same edits. */
export interface Fix {
  readonly title: string;
  /** `insert-section`, `insert-all`, `waive`, ... */
  readonly kind: string;
  /** The rules of the findings that it resolves, and their criteria. */
  readonly rules: readonly string[];
  readonly criteria: readonly string[];
  /** The range of the one finding that it resolves; without it, all of its rules and criteria. */
  readonly at?: SourceRange;
  /** It may be applied unseen, with all others of its sort: nothing that an author means is changed. */
  readonly isSafe?: true;
  readonly edits: readonly Edit[];
}

export interface Detection {
  readonly isStrategy: boolean;
  /** A sentence that can be shown to the author. */
  readonly reason: string;
}

/** An item of a maturity checklist: what in the text supports it; no evidence: nothing does. */
export interface MaturityItemResult {
  readonly id: string;
  readonly stage: string;
  readonly evidence: readonly Evidence[];
}

export interface MaturityResult {
  /** The highest stage that the text itself shows, or `unclear`. */
  readonly stage: string;
  /** Every item of the model, in its order. */
  readonly items: readonly MaturityItemResult[];
}

export interface DocumentReport {
  readonly path: string;
  readonly language: LanguageTag;
  /** What the document is, whatever the user's setting. */
  readonly detection: Detection;
  /** Whether it was analysed: it is a strategy, or the user wants all files analysed. */
  readonly analysed: boolean;
  /** The index of the strategy set that it is part of: what is missing is told there. */
  readonly partOf?: string;
  /** The other files that were read with it as one strategy; absent where there are none. */
  readonly parts?: readonly string[];
  /** One result a criterion of the pack, in the pack's order; empty where it was not analysed. */
  readonly criteria: readonly CriterionResult[];
  /** By model id; empty where maturity is switched off. */
  readonly maturity: { readonly [model: string]: MaturityResult };
  readonly findings: readonly Finding[];
}

export interface CoverageReport {
  readonly schemaVersion: 1;
  readonly pack: { readonly id: string; readonly version: string };
  readonly documents: readonly DocumentReport[];
}
