import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { valuesMade } from '../../../server/src/core/analysis/blockMemo.ts';
import { CoverageMemory } from '../../../server/src/core/analysis/coverageMemory.ts';
import { DocumentReader } from '../../../server/src/core/document/documentReader.ts';
import { unitsRead } from '../../../server/src/core/document/readStretch.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';

const TOPICS = ['Legal', 'Budget', 'Contributions', 'Communities', 'Metrics', 'Training'];

const section = (index: number): string => `## ${TOPICS[index % TOPICS.length]} ${index}

The team of unit ${index} reviews every licence within ${index + 2} working days.

- We fund the maintainers of project ${index} with 500 euros a month.
- Anna Berg answers questions of contributors every week.
`;

const strategy = (sections: number): string =>
  `# Open source strategy\n\n${Array.from({ length: sections }, (_, index) => section(index)).join('\n')}`;

/** What one key in the middle of a strategy costs, counted in work done, not in time. */
function costOfAKey(sections: number, key: string, before: string) {
  const reader = new DocumentReader();
  const memory = new CoverageMemory();
  const analyse = (text: string) =>
    analyseDocument(
      reader.read(text),
      { path: 'a.md', pack, analyse: 'all', absent: 'summary' },
      memory,
    );
  const text = strategy(sections);
  analyse(text);
  const [units, values] = [unitsRead(), valuesMade()];
  const at = text.indexOf(before, text.length / 2);
  analyse(text.slice(0, at) + key + text.slice(at));
  return { units: unitsRead() - units, values: valuesMade() - values, judged: memory.judgedLast };
}

// Nothing here is timed; a busy machine may take its time to read the documents at first.
describe('a key costs the blocks that it touches, however large the document is', {
  timeout: 60_000,
}, () => {
  it.each([
    ['a letter in a word', 'x', 'working days'],
    ['a word that tells', ' maintainer', ' working days'],
    ['a new paragraph', '\n\nWe upstream all fixes.\n\n', '- We fund'],
  ])('%s', (_, key, before) => {
    const small = costOfAKey(20, key, before);
    const large = costOfAKey(80, key, before);
    expect(small.units).toBeLessThan(600);
    expect(large.units).toBeLessThan(small.units + 50);
    expect(large.values).toBeLessThanOrEqual(small.values + 5);
    expect(small.values).toBeLessThan(60);
  });

  it('a letter that changes nothing that is seen lets no criterion be judged anew', () => {
    expect(costOfAKey(20, '1', ' working days').judged).toBe(0);
  });
});
