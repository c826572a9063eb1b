import type {
  Coverage,
  CriterionCoverage,
  EvidenceLines,
  MaturityCoverage,
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

const isEvidence = isRecordOf<EvidenceLines>({
  startLine: isCount,
  endLine: isCount,
  path: isOptional(isText),
  facets: isListOf(isText),
  words: isListOf(isText),
});

const isCriterion = isRecordOf<CriterionCoverage>({
  id: isText,
  kind: isOneOf('question', 'petal', 'element'),
  title: isText,
  description: isText,
  level: isOneOf('answered', 'partial', 'absent', 'not-applicable'),
  because: isText,
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
  reason: isText,
  criteria: isListOf(isCriterion),
  maturity: isMapOf(
    isRecordOf<MaturityCoverage>({
      stage: isText,
      items: isListOf(
        isRecordOf<MaturityCoverage['items'][number]>({
          id: isText,
          evidence: isListOf(isEvidence),
        }),
      ),
    }),
  ),
});
