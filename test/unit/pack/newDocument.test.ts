import { describe, expect, test } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import {
  newDocument,
  newDocumentCriteria,
  newDocumentScopes,
} from '../../../server/src/core/pack/newDocument.ts';
import type { DocumentReport } from '../../../server/src/core/report/coverageReport.ts';
import { builtInPack as pack } from '../../../server/src/host/builtInPack.ts';
import { typedInto } from '../../filledStrategy.ts';

const tags = pack.languages.map(({ language }) => language);
const cases = tags.flatMap((language) => newDocumentScopes.map((scope) => ({ language, scope })));

function analysed(text: string): DocumentReport {
  return analyseDocument(readDocument(text), {
    path: 'untitled.md',
    pack,
    analyse: 'strategies',
    absent: 'each',
  });
}

describe.each(cases)('a new document in $language, scope $scope', ({ language, scope }) => {
  const { plainText, snippet } = newDocument(pack, { language, scope, without: [] });
  const report = analysed(plainText);

  test('is taken for a strategy, in its language', () => {
    expect(report.detection).toMatchObject({ isStrategy: true });
    expect(report.language).toBe(language);
  });

  test('answers nothing before it is filled in', () => {
    expect(report.criteria.filter(({ level }) => level !== 'absent').map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('has each of its sections reported as still to be written', () => {
    const unwritten = report.findings
      .filter(({ rule }) => rule === 'unwritten-section')
      .flatMap(({ criteria }) => criteria);
    expect(unwritten).toEqual(expect.arrayContaining([...newDocumentCriteria(pack, scope)]));
  });

  test('has a tab stop a place to fill in, the last one at its end', () => {
    const stops = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, number]) => Number(number));
    expect(stops).toEqual(stops.map((_stop, index) => index + 1));
    expect(stops.length).toBeGreaterThan(newDocumentCriteria(pack, scope).length);
    expect(snippet.endsWith('\n$0')).toBe(true);
  });
});

describe('a new document', () => {
  test('leaves out what its author leaves out', () => {
    const without = ['petal.legal'];
    const whole = newDocument(pack, { language: 'en', scope: 'full', without: [] });
    const part = newDocument(pack, { language: 'en', scope: 'full', without });
    expect(whole.plainText).toContain('## Legal matters');
    expect(part.plainText).not.toContain('## Legal matters');
  });

  test('of a first strategy has fewer sections than a full one', () => {
    expect(newDocumentCriteria(pack, 'first').length).toBeLessThan(pack.criteria.length / 2);
  });

  test('has all sections where the pack names none for a first strategy', () => {
    expect(newDocumentCriteria({ ...pack, firstStrategy: [] }, 'first')).toHaveLength(
      pack.criteria.length,
    );
  });

  test('speaks English where the pack does not speak the language', () => {
    const { plainText } = newDocument(pack, { language: 'tlh', scope: 'first', without: [] });
    expect(plainText).toContain('# Open source strategy of [organisation]');
  });
});

describe('a full document that its author has filled in', () => {
  const { plainText } = newDocument(pack, { language: 'en', scope: 'full', without: [] });
  const content = typedInto(plainText);
  let next = 0;
  const report = analysed(plainText.replace(/\[[^\]]+\]/g, () => content[next++] ?? ''));

  test('answers every criterion at least in part', () => {
    const absent = report.criteria.filter(({ level }) => level === 'absent');
    expect(absent.map(({ id }) => id)).toEqual([]);
  });

  test('has nothing reported as missing or unwritten any more', () => {
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => /^(missing-|unwritten-)/.test(rule))).toEqual([]);
  });
});
