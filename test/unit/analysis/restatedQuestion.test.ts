import { describe, expect, it } from 'vitest';
import { restatedQuestion } from '../../../server/src/core/analysis/restatedQuestion.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

describe('a guiding question is recognised', () => {
  it.each([
    ["Which organization's processes have areas for improvement?", 'question.processes'],
    ['Which of the organisation’s processes have areas for improvement', 'question.processes'],
    ['How can open source support those improvements?', 'question.support'],
    ['如何让员工成为开源的拥护者？', 'question.champions'],
    ['How can you make your workers champions for open source?', 'question.champions'],
  ])('%s', (sentence, criterion) => {
    expect(restatedQuestion(sentence, builtInPack)).toBe(criterion);
  });

  it.each([
    'We review the health of PostgreSQL twice a year.',
    'The platform team pays two maintainers of Keycloak.',
    '',
  ])('but not in an answer: %s', (sentence) => {
    expect(restatedQuestion(sentence, builtInPack)).toBeUndefined();
  });
});
