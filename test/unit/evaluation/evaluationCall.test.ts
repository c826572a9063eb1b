import { expect, test } from 'vitest';
import { readEvaluationCall } from '../../../scripts/evaluation/evaluationCall.ts';

test('a folder alone asks for every table', () => {
  expect(readEvaluationCall(['corpus'])).toEqual({
    folder: 'corpus',
    groupings: ['criterion', 'language', 'document'],
    write: false,
  });
});

test('one table can be chosen, and the figures be written', () => {
  expect(readEvaluationCall(['corpus', '--by', 'language', '--write'])).toEqual({
    folder: 'corpus',
    groupings: ['language'],
    write: true,
  });
});

test.each([
  [[], 'Name the folder of a corpus.'],
  [['one', 'two'], 'One folder at a time; "two" is one too many.'],
  [['corpus', '--by', 'mood'], 'There is no table by "mood".'],
  [['corpus', '--fast'], expect.stringContaining('--fast')],
])('%j is refused', (words, fault) => {
  expect(readEvaluationCall(words)).toEqual({ fault });
});
