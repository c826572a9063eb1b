import type { CriterionKind, LanguageSignals, LanguageTag, Term } from '../pack/pack.ts';
import type { Severity } from '../report/coverageReport.ts';

/** `.ospo-strategy.yaml` as its author means it: checked, plain data. What is absent is as shipped. */
export interface Configuration {
  /** The shipped pack's id, or another file that this one continues. */
  readonly extends?: string;
  readonly languages?: readonly LanguageTag[];
  readonly documents?: DocumentChoice;
  /** Strategies of several files. */
  readonly sets?: readonly StrategySetSource[];
  readonly severities?: { readonly [rule: string]: Severity | 'off' };
  readonly vocabulary?: { readonly [signal in keyof LanguageSignals]?: readonly Term[] };
  readonly questions?: readonly CriterionChange[];
  readonly petals?: readonly CriterionChange[];
  readonly elements?: readonly CriterionChange[];
  /** By model id: false switches it off. */
  readonly maturity?: { readonly [model: string]: boolean };
  /** By antipattern id: false switches it off. */
  readonly antipatterns?: { readonly [antipattern: string]: boolean };
}

/** Paths relative to the configuration's folder, `/` between folders; `*`, `**`, `?` and `{a,b}`. */
export interface DocumentChoice {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Files that are read as one strategy. */
export interface StrategySetSource {
  readonly title?: string;
  /** The file that stands for the whole. */
  readonly index: string;
  /** Paths or patterns of the others. */
  readonly files?: readonly string[];
}

/** A criterion that is changed, split off, added or switched off. */
export interface CriterionChange {
  readonly id: string;
  /** The criterion that it is split off from. */
  readonly from?: string;
  readonly off?: boolean;
  readonly title?: string;
  readonly description?: string;
  readonly guidance?: string;
  /** Words of headings that open its section, beside its title. */
  readonly headings?: readonly Term[];
  /** Words that tell it from other parts, or show it where it is new. */
  readonly words?: readonly Term[];
  readonly facets?: readonly FacetChange[];
  readonly facetsToAnswer?: number;
  readonly section?: { readonly heading?: string; readonly body?: string };
  /** The criterion behind which it stands. */
  readonly after?: string;
}

/** A facet that is changed, added or switched off. */
export interface FacetChange {
  readonly id: string;
  readonly off?: boolean;
  readonly title?: string;
  readonly missing?: string;
  readonly words?: readonly Term[];
}

/** Where each kind of criterion is listed. */
export const criterionLists = {
  question: 'questions',
  petal: 'petals',
  element: 'elements',
} as const satisfies { readonly [kind in CriterionKind]: keyof Configuration };
