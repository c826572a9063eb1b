import type { PlacedText, SourceRange } from '../../document/strategyDocument.ts';
import type { Finding } from '../../report/coverageReport.ts';
import type { WrittenDirective } from './writtenDirective.ts';

/** A criterion that does not apply, with a reason, until a day or for good. */
export interface WaiverDirective {
  readonly criterion: string;
  readonly reason: string;
  readonly range: SourceRange;
  readonly name: PlacedText;
  readonly written: WrittenDirective;
}

/** The author's word that a section answers a criterion. */
export interface AnswersDirective {
  readonly criterion: string;
  /** The index of the section. */
  readonly section: number;
  readonly name: PlacedText;
  readonly written: WrittenDirective;
}

/** Findings that the author does not want to see. */
export interface IgnoreDirective {
  readonly isWholeFile: boolean;
  /** Ids of rules; none means all. */
  readonly rules: readonly PlacedText[];
  readonly written: WrittenDirective;
}

/** What the author tells the tool, and what of it cannot be followed. */
export interface Directives {
  readonly waivers: ReadonlyMap<string, WaiverDirective>;
  readonly answers: readonly AnswersDirective[];
  readonly ignores: readonly IgnoreDirective[];
  readonly problems: readonly Finding[];
}
