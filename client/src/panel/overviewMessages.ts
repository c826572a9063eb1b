import type {
  Coverage,
  CriterionChange,
  LevelChangesResult,
  Overview,
} from '../../../server/src/lsp/protocol.ts';
import { isFlag, isListOf, isNullOr, isOneOf, isRecordOf, isText } from './checkedMessages.ts';
import { isCoverage } from './coverageMessages.ts';

/** A document as the overview shows it. */
export interface OverviewContent {
  /** The document, as a path that the author recognises. */
  readonly file: string;
  readonly coverage: Coverage;
  /** Null where the document is not analysed. */
  readonly overview: Overview | null;
  /** Null where there is no version to compare with, as outside of a Git repository. */
  readonly comparison: Comparison | null;
}

/** What became of the document since an earlier version. */
export interface Comparison extends LevelChangesResult {
  /** What the author calls the version: `HEAD`, a branch, or the beginning of a commit's hash. */
  readonly name: string;
  /** False where the version does not have the document. */
  readonly exists: boolean;
}

const isLevel = isOneOf('answered', 'partial', 'absent', 'not-applicable');

export const isOverview = isRecordOf<Overview>({
  path: isText,
  flower: isNullOr(
    isRecordOf<NonNullable<Overview['flower']>>({ titles: isText, numbers: isText }),
  ),
  answeredPetals: isText,
  next: isListOf(isRecordOf<Overview['next'][number]>({ criterion: isText, todo: isText })),
});

const isChange = isRecordOf<CriterionChange>({
  id: isText,
  kind: isOneOf('question', 'petal', 'element'),
  title: isText,
  before: isLevel,
  after: isLevel,
  direction: isOneOf('better', 'worse', 'same'),
  gained: isListOf(isText),
  lost: isListOf(isText),
});

/** True for what the server answers of two versions. */
export const isLevelChanges = isRecordOf<LevelChangesResult>({ changes: isListOf(isChange) });

const isComparison = isRecordOf<Comparison>({
  name: isText,
  exists: isFlag,
  changes: isListOf(isChange),
});

export const isOverviewContent = isRecordOf<OverviewContent>({
  file: isText,
  coverage: isCoverage,
  overview: isNullOr(isOverview),
  comparison: isNullOr(isComparison),
});
