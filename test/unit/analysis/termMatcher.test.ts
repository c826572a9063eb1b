import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../server/src/core/analysis/normaliseText.ts';
import { TermMatcher } from '../../../server/src/core/analysis/termMatcher.ts';

function found(terms: readonly string[], text: string): string[] {
  const matcher = new TermMatcher<string>();
  for (const term of terms) matcher.add(term, term);
  return matcher.match(normaliseText(text)).map(({ use }) => use);
}

describe('a term', () => {
  it('is found at word boundaries only', () => {
    expect(found(['rain'], 'Rain, training, rain.')).toEqual(['rain', 'rain']);
  });
  it('with a final * is found with any continuation', () => {
    expect(found(['contribut*'], 'contribute, contributors, distribute')).toHaveLength(2);
  });
  it('is found in the plural', () => {
    expect(found(['maintainer'], 'two maintainers; a maintainership')).toEqual(['maintainer']);
  });
  it('is found across hyphens, line ends, case and full-width forms', () => {
    expect(found(['open source'], 'Open-Source open\nsource ＯＰＥＮ　ＳＯＵＲＣＥ')).toHaveLength(
      3,
    );
  });
  it('is found without its accents', () => {
    expect(found(['souveraineté'], 'SOUVERAINETE')).toHaveLength(1);
  });
  it('is found behind an elision', () => {
    expect(
      found(['administration'], "l'administration, qu’administration, don'administration"),
    ).toHaveLength(2);
  });
  it('in a script without blanks is found anywhere', () => {
    expect(found(['法务'], '集团法务部负责')).toEqual(['法务']);
  });
  it('that overlaps another does not hide it', () => {
    expect(found(['open source', 'source code'], 'open source code')).toEqual([
      'open source',
      'source code',
    ]);
  });
});
