import { expect, test } from 'vitest';
import { evaluationReport } from '../../../scripts/evaluation/evaluationReport.ts';
import { detectionFigures, figuresOf } from '../../../scripts/evaluation/figures.ts';
import { isFault } from '../../../scripts/evaluation/labelFile.ts';
import { type Measurement, measureCorpus } from '../../../scripts/evaluation/measureCorpus.ts';
import { readCorpus } from '../../../scripts/evaluation/readCorpus.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { corpusFolder } from './corpusFolder.ts';

const STRATEGY = `# Open source strategy of Example Trains

## Legal

Our legal team, led by Kim Beck, reviews the licence of every dependency within 5 working days; licences
outside the list in LICENSES.md need the approval of the General Counsel.
`;

function measured(legal: unknown): Measurement {
  const corpus = readCorpus(
    corpusFolder({
      'docs/trains.md': STRATEGY,
      'docs/recipe.md': '# Onion soup\n\nPeel the onions.\n',
      'labels/trains.json': {
        isStrategy: true,
        criteria: { 'petal.legal': legal, 'element.qa': { level: 'absent', evidence: [] } },
      },
      'labels/recipe.json': {
        isStrategy: false,
        criteria: { 'petal.legal': { level: 'answered', evidence: [[1, 1]] } },
      },
    }),
  );
  if (isFault(corpus)) throw new Error(corpus.fault);
  return measureCorpus(corpus.documents, builtInPack);
}

test('criteria are judged on strategies, detection on every document', () => {
  const measurement = measured({ level: 'answered', evidence: [[5, 6]] });
  expect(measurement.judgements.map(({ document, criterion }) => [document, criterion])).toEqual([
    ['trains', 'petal.legal'],
    ['trains', 'element.qa'],
  ]);
  expect(figuresOf(measurement.judgements)).toMatchObject({
    judged: 2,
    covered: { precision: 1, recall: 1, f1: 1 },
    evidence: 1,
  });
  expect(detectionFigures(measurement.detections)).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test('a disagreement is shown with the lines of both', () => {
  const report = evaluationReport(measured({ level: 'absent', evidence: [] }), ['criterion']);
  expect(report).toMatch(/trains {2}petal\.legal: absent by the label, (answered|partial) by us/);
  expect(report).toMatch(/label: no lines; ours: lines 5/);
  expect(report).toMatch(/Detection errors\nnone/);
  expect(report).not.toContain('By language');
});

test('evidence elsewhere is covered, but not by the same lines', () => {
  const { judgements } = measured({ level: 'answered', evidence: [[90, 95]] });
  expect(figuresOf(judgements)).toMatchObject({ covered: { recall: 1 }, evidence: 0 });
});
