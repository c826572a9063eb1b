import { describe, expect, test } from 'vitest';
import { isFault } from '../../../scripts/evaluation/labelFile.ts';
import { type Corpus, readCorpus } from '../../../scripts/evaluation/readCorpus.ts';
import { corpusFolder } from './corpusFolder.ts';

const legal = { level: 'answered', evidence: [[3, 5]] };
const label = { isStrategy: true, language: 'de', criteria: { 'petal.legal': legal } };

function read(files: { readonly [path: string]: unknown }): Corpus {
  const corpus = readCorpus(corpusFolder(files));
  if (isFault(corpus)) throw new Error(corpus.fault);
  return corpus;
}

describe('a corpus', () => {
  test('pairs each document with its label', () => {
    const { documents, problems } = read({
      'docs/b.md': '# B\n',
      'docs/a.md': '\uFEFF# A\n',
      'labels/a.json': label,
      'labels/b.json': { isStrategy: false },
    });
    expect(problems).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(documents[0]?.file).toMatchObject({
      path: 'a.md',
      text: expect.stringContaining('# A'),
    });
    expect(documents[0]?.label.language).toBe('de');
    expect(documents[0]?.label.criteria?.get('petal.legal')).toEqual({
      level: 'answered',
      evidence: [{ startLine: 3, endLine: 5 }],
    });
    expect(documents[1]?.label).toEqual({ isStrategy: false, language: 'en' });
  });

  test('may have a second reading of some documents', () => {
    const { documents } = read({
      'docs/a.md': '# A\n',
      'labels/a.json': label,
      'labels2/a.json': { criteria: { 'petal.legal': { level: 'partial', evidence: [] } } },
    });
    expect(documents[0]?.second?.get('petal.legal')?.level).toBe('partial');
  });

  test('may lack labels or documents, and hold other files', () => {
    const { documents, unlabelled, labelsAlone, problems } = read({
      'docs/a.md': '# A\n',
      'docs/new.md': '# New\n',
      'docs/picture.png': 'no text',
      'labels/a.json': label,
      'labels/gone.json': label,
      'labels/notes.txt': 'no label',
      'manifest.json': [],
    });
    expect(documents.map(({ id }) => id)).toEqual(['a']);
    expect({ unlabelled, labelsAlone, problems }).toEqual({
      unlabelled: ['new'],
      labelsAlone: ['gone'],
      problems: [],
    });
  });

  test.each([
    [
      '{"isStrategy": tr',
      /^labels\/a\.json: it is not JSON \(.+\); mend its syntax or remove it\.$/,
    ],
    [[], /^labels\/a\.json: it is no JSON object/],
    [{ isStrategy: 'yes' }, /^labels\/a\.json: isStrategy is missing; write true or false\.$/],
    [
      { ...label, criteria: { 'petal.legal': { level: 'good' } } },
      /^labels\/a\.json: criteria, petal\.legal: there is no level "good"; write absent, partial, answered\.$/,
    ],
    [
      { ...label, criteria: { 'petal.legal': { ...legal, evidence: [3, 5] } } },
      /^labels\/a\.json: criteria, petal\.legal: evidence is no list of lines; write \[\[first, last\]\]\.$/,
    ],
  ])('names the file and the remedy where a label is broken: %j', (broken, message) => {
    const { documents, unlabelled, problems } = read({
      'docs/a.md': '# A\n',
      'docs/b.md': '# B\n',
      'labels/a.json': broken,
      'labels/b.json': label,
    });
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(documents.map(({ id }) => id)).toEqual(['b']);
    expect(unlabelled).toEqual([]);
  });

  test('is refused where the folder holds no documents or no labels', () => {
    expect(readCorpus(corpusFolder({ 'docs/a.md': '# A\n' }))).toEqual({
      fault: expect.stringMatching(/has no folder labels\/. Name the folder that holds docs\/ and/),
    });
  });
});
