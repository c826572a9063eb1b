import { describe, expect, test } from 'vitest';
import { describeStatus } from '../../../client/src/statusText.ts';
import type { CriterionStatus, DocumentStatus } from '../../../server/src/lsp/protocol.ts';

function criterion(
  kind: CriterionStatus['kind'],
  level: CriterionStatus['level'],
): CriterionStatus {
  return { id: '', kind, title: '', description: '', level, missing: [], evidence: [] };
}

const analysed: DocumentStatus = {
  uri: 'file:///strategy.md',
  version: 1,
  analysed: true,
  reason: 'Its title says so.',
  problems: [],
  criteria: [
    criterion('question', 'answered'),
    criterion('question', 'partial'),
    criterion('question', 'absent'),
    criterion('petal', 'answered'),
    criterion('petal', 'not-applicable'),
    criterion('petal', 'partial'),
  ],
};

describe('the status of a document that is analysed', () => {
  test('counts what is answered and what is thin; what is waived counts on neither side', () => {
    expect(describeStatus('running', analysed)).toMatchObject({
      text: '1 of 3 questions · 1 of 2 petals · 2 thin',
      severity: 'information',
      isBusy: false,
      action: 'insertSection',
    });
  });

  test('leaves out kinds that a pack does not have, and thin where nothing is', () => {
    const criteria = [criterion('element', 'answered')];
    expect(describeStatus('running', { ...analysed, criteria }).text).toBe('1 of 1 elements');
  });

  test('warns of what hinders the analysis', () => {
    const status = { ...analysed, problems: ['Line 3 is not UTF-8.'] };
    expect(describeStatus('running', status)).toMatchObject({
      detail: 'Line 3 is not UTF-8.',
      severity: 'warning',
    });
  });
});

describe('otherwise it says', () => {
  test('why a document is not analysed', () => {
    const status = { ...analysed, analysed: false, reason: 'It is a newsletter.', criteria: [] };
    expect(describeStatus('running', status)).toMatchObject({
      text: 'Not analysed',
      detail: 'It is a newsletter.',
      severity: 'information',
      action: 'explainAnalysis',
    });
  });

  test('that there is something to wait for', () => {
    expect(describeStatus('starting', analysed).isBusy).toBe(true);
    expect(describeStatus('running', undefined).isBusy).toBe(true);
  });

  test('that the server has stopped, and how to start it again', () => {
    expect(describeStatus('stopped', analysed)).toMatchObject({
      severity: 'error',
      isBusy: false,
      action: 'restartServer',
    });
  });
});
