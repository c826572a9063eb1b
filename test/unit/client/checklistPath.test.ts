import { describe, expect, test } from 'vitest';
import { checklistPath, isWithin } from '../../../client/src/panel/checklistPath.ts';

const root = '/home/ada/project';

describe('the checklist file', () => {
  test.each([
    ['maturity-checklist.md', `${root}/docs/maturity-checklist.md`],
    ['./state/ospo.markdown', `${root}/docs/state/ospo.markdown`],
    ['../maturity.md', `${root}/maturity.md`],
    ['state\\ospo.md', `${root}/docs/state/ospo.md`],
    ['  成熟度.md  ', `${root}/docs/成熟度.md`],
  ])('%s lies beside the document or within the workspace folder', (file, path) => {
    expect(checklistPath(root, `${root}/docs`, file)).toEqual({ path });
  });

  test.each([
    ['../../outside.md', 'leads out of'],
    ['../../project-2/other.md', 'leads out of'],
    ['../../../../../../etc/passwd.md', 'leads out of'],
    ['/etc/maturity.md', 'has to be relative'],
    ['C:\\maturity.md', 'has to be relative'],
    ['package.json', 'a Markdown file'],
    ['docs/.md', 'a Markdown file'],
    ['  ', 'is empty'],
  ])('%s is refused', (file, why) => {
    expect(checklistPath(root, `${root}/docs`, file)).toEqual({
      problem: expect.stringContaining(why),
    });
  });

  test('also works at the top of a file system', () => {
    expect(checklistPath('/', '/', 'maturity.md')).toEqual({ path: '/maturity.md' });
  });
});

test('a path with a way up in it is within nothing', () => {
  expect(isWithin(root, `${root}/../other.md`)).toBe(false);
  expect(isWithin(root, `${root}-2/other.md`)).toBe(false);
  expect(isWithin(root, root)).toBe(false);
});
