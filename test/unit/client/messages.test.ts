import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isChecklistState,
  readFromPage,
  readPageState,
  readToPage,
  type ToPage,
} from '../../../client/src/panel/messages.ts';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { checklistPack } from '../checklist/checklistPack.ts';

const checklist = readChecklist(checklistPack, '- [x] A contact is named\n', 'en');
const show: ToPage = {
  type: 'show',
  revision: 1,
  content: { file: 'maturity-checklist.md', fileExists: true, isDirty: false, checklist },
  failure: null,
  isServerStopped: false,
};

describe('what the page sends', () => {
  test.each([
    { type: 'ready' },
    { type: 'restartServer' },
    { type: 'openFile' },
    { type: 'openFile', line: 3 },
    { type: 'tick', item: 'ospo.awareness.named-contact', ticked: true },
    { type: 'drawn', revision: 2, ticked: 0 },
  ])('is understood: %j', (message) => {
    expect(readFromPage(structuredClone(message))).toEqual(message);
  });

  test.each([
    null,
    'ready',
    [],
    {},
    { type: 'delete' },
    { type: 'tick', item: 1, ticked: true },
    { type: 'tick', item: 'a', ticked: 'yes' },
    { type: 'tick', item: 'a'.repeat(201), ticked: true },
    { type: 'openFile', line: -1 },
    { type: 'openFile', line: 0.5 },
    { type: 'drawn', revision: Number.NaN, ticked: 0 },
  ])('is refused: %j', (message) => {
    expect(readFromPage(message)).toBeUndefined();
  });

  test('is passed on without what does not belong to it', () => {
    expect(readFromPage({ type: 'ready', command: 'rm' })).toEqual({ type: 'ready' });
  });
});

describe('what the page is sent', () => {
  test('is understood as the server made it', () => {
    expect(readToPage(structuredClone(show))).toEqual(show);
  });

  test.each([
    { ...show, type: 'eval' },
    { ...show, revision: -1 },
    { ...show, failure: 3 },
    { ...show, content: { ...show.content, checklist: { models: [{}], problems: [] } } },
    { ...show, content: { ...show.content, file: undefined } },
  ])('is refused where a part is not what it should be', (message) => {
    expect(readToPage(message)).toBeUndefined();
  });

  test('a checklist with one broken item is none', () => {
    expect(isChecklistState(checklist)).toBe(true);
    const broken = JSON.parse(JSON.stringify(checklist).replace('"ticked":true', '"ticked":1'));
    expect(isChecklistState(broken)).toBe(false);
  });
});

test('what a page kept is read as far as it can be used', () => {
  const state = { checklist: 'file:///a.md', openStages: { 'ospo/awareness': true, other: 'x' } };
  expect(readPageState(state)).toEqual({
    checklist: 'file:///a.md',
    openStages: { 'ospo/awareness': true },
  });
  expect(readPageState({ openStages: {} })).toBeUndefined();
});

test('no value makes a reader throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const read of [readFromPage, readToPage, readPageState]) {
        expect(() => read(value)).not.toThrow();
        expect(() => read({ type: value, content: value, checklist: value })).not.toThrow();
      }
    }),
  );
});
