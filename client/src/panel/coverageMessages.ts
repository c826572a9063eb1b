import type {
  Coverage,
  CriterionCoverage,
  EvidenceLines,
  MaturityCoverage,
  Position,
} from '../../../server/src/lsp/protocol.ts';
import {
  isCount,
  isFlag,
  isListOf,
  isMapOf,
  isOneOf,
  isOptional,
  isRecordOf,
  isText,
} from './checkedMessages.ts';

const isPosition = isRecordOf<Position>({ line: isCount, character: isCount });

const isEvidence = isRecordOf<EvidenceLines>({
  startLine: isCount,
  endLine: isCount,
  path: isOptional(isText),
  uri: isOptional(isText),
  facets: isListOf(isText),
  words: isListOf(isText),
  excerpt: isOptional(isText),
});

const isCriterion = isRecordOf<CriterionCoverage>({
  id: isText,
  kind: isOneOf('question', 'petal', 'element'),
  title: isText,
  description: isText,
  level: isOneOf('answered', 'partial', 'absent', 'not-applicable'),
  because: isText,
  headingLine: isOptional(isCount),
  waiver: isOptional(isText),
  facets: isListOf(
    isRecordOf<CriterionCoverage['facets'][number]>({
      id: isText,
      title: isText,
      met: isFlag,
      missing: isText,
    }),
  ),
  evidence: isListOf(isEvidence),
});

/** True for a coverage of the shape that the server promises. */
export const isCoverage = isRecordOf<Coverage>({
  uri: isText,
  version: (value): value is number | null => value === null || isCount(value),
  analysed: isFlag,
  isStrategy: isFlag,
  language: isText,
  title: isOptional(
    isRecordOf<NonNullable<Coverage['title']>>({
      text: isText,
      start: isPosition,
      end: isPosition,
    }),
  ),
  reason: isText,
  criteria: isListOf(isCriterion),
  maturity: isMapOf(
    isRecordOf<MaturityCoverage>({
      title: isText,
      stage: isText,
      stageTitle: isOptional(isText),
      items: isListOf(
        isRecordOf<MaturityCoverage['items'][number]>({
          id: isText,
          evidence: isListOf(isEvidence),
        }),
      ),
    }),
  ),
});
