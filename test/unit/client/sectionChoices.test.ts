import { expect, test } from 'vitest';
import { sectionChoices } from '../../../client/src/commands/sectionChoices.ts';
import type { CriterionStatus } from '../../../server/src/lsp/protocol.ts';

function criterion(
  id: string,
  level: CriterionStatus['level'],
  missing: string[] = [],
): CriterionStatus {
  return {
    id,
    kind: 'question',
    title: id,
    description: `What ${id} asks.`,
    level,
    missing,
    evidence: [],
  };
}

test('what is missing comes first, then what is thin with what it lacks, and what is answered last', () => {
  const choices = sectionChoices([
    criterion('answered', 'answered'),
    criterion('thin', 'partial', ['Owner', 'Date']),
    criterion('missing', 'absent', ['Owner', 'Date']),
    criterion('waived', 'not-applicable'),
    criterion('also missing', 'absent'),
  ]);
  const of = (id: string, description: string) => ({
    criterion: id,
    label: id,
    description,
    detail: `What ${id} asks.`,
  });
  expect(choices).toEqual([
    { heading: 'missing' },
    of('missing', 'question'),
    of('also missing', 'question'),
    { heading: 'thin' },
    of('thin', 'question, without: Owner, Date'),
    { heading: 'answered' },
    of('answered', 'question'),
    { heading: 'not applicable' },
    of('waived', 'question'),
  ]);
});

test('a group without criteria has no heading', () => {
  expect(sectionChoices([criterion('one', 'answered')])).toMatchObject([
    { heading: 'answered' },
    { criterion: 'one' },
  ]);
});
