/** A pack as people write it: the shapes of its YAML files, after their JSON Schemas. */

import type {
  CriterionKind,
  CriterionTexts,
  FacetShape,
  LanguageSignals,
} from '../../server/src/core/pack/pack.ts';

/** `pack.yaml`. */
export interface PackHeader {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly attribution: string;
  readonly criteria: readonly string[];
  readonly firstStrategy: readonly string[];
  readonly maturityModels: readonly string[];
}

/** `criteria/<id>.yaml`, in English. */
export interface CriterionSource {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly facetsToAnswer: number;
  readonly resources: readonly string[];
  readonly texts: CriterionTexts;
  readonly facets: readonly {
    readonly id: string;
    readonly title: string;
    readonly missing: string;
    readonly shapes?: readonly FacetShape[];
  }[];
}

/** `maturity/<model>.yaml`, in English. */
export interface MaturitySource {
  readonly id: string;
  readonly title: string;
  readonly caveat: string;
  readonly source: string;
  readonly stages: readonly StageSource[];
}

export interface StageSource {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly evidence: string;
  }[];
}

/** An entry of `antipatterns.yaml`, in English. */
export interface AntipatternSource {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly sign: string;
}

/** An entry of `resources.yaml`. */
export interface ResourceSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
}

/** By id. */
type ById<T> = { readonly [id: string]: T | undefined };

/** `languages/<tag>.yaml`. What is optional here stands in the definitions where the language is English. */
export interface LanguageSource {
  readonly language: string;
  readonly name: string;
  readonly signals: LanguageSignals;
  readonly criteria: ById<LanguageCriterion>;
  readonly maturity: ById<{
    readonly title?: string;
    readonly caveat?: string;
    readonly stages: ById<LanguageStage>;
  }>;
  readonly antipatterns?: ById<{
    readonly title: string;
    readonly why: string;
    readonly remedy: string;
  }>;
}

export interface LanguageCriterion {
  readonly texts?: Partial<CriterionTexts> & Pick<CriterionTexts, 'title' | 'wordings' | 'section'>;
  readonly headings: readonly string[];
  readonly facets: ById<{
    readonly title?: string;
    readonly missing?: string;
    readonly terms: readonly string[];
    readonly anywhere: readonly string[];
  }>;
}

export interface LanguageStage {
  readonly title?: string;
  readonly description?: string;
  readonly signs: readonly string[];
  readonly items?: ById<{ readonly title: string; readonly evidence: string }>;
}

/** A parsed file, with its name below the pack's folder and a way to say where a value stands. */
export interface SourceFile<T> {
  /** With forward slashes: `criteria/question.technology.yaml`. */
  readonly name: string;
  readonly content: T;
  /** The place of a value for a message: `criteria/x.yaml:7 facets[1].missing`. */
  readonly place: (...path: readonly (string | number)[]) => string;
}

/** All files of a pack's folder. */
export interface PackSource {
  readonly header: SourceFile<PackHeader>;
  readonly criteria: readonly SourceFile<CriterionSource>[];
  readonly maturity: readonly SourceFile<MaturitySource>[];
  readonly antipatterns: SourceFile<readonly AntipatternSource[]>;
  readonly resources: SourceFile<readonly ResourceSource[]>;
  readonly languages: readonly SourceFile<LanguageSource>[];
}
