import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChecklistState } from '../../../client/src/panel/checklistMessages.ts';
import {
  readFromPage,
  readPageState,
  readToPage,
  type ToPage,
} from '../../../client/src/panel/messages.ts';
import { panelStrings } from '../../../client/src/panel/panelStrings.ts';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { checklistPack } from '../checklist/checklistPack.ts';

const checklist = readChecklist(checklistPack, '- [x] A contact is named\n', 'en');
const content = {
  file: 'maturity-checklist.md',
  fileExists: true,
  isDirty: false,
  today: '2026-12-01',
  checklist,
};
const show: ToPage = {
  type: 'show',
  revision: 1,
  strings: panelStrings,
  overview: null,
  checklist: content,
  failure: null,
  isServerStopped: false,
};

describe('what the page sends', () => {
  test.each([
    { type: 'ready' },
    { type: 'restartServer' },
    { type: 'note', item: 'a.b.c', line: null, date: '2026-12-01', text: 'Asked Ada' },
    { type: 'reveal', startLine: 2, endLine: 4, path: null },
    { type: 'insert', criterion: 'petal.legal' },
    { type: 'export', format: 'html' },
    { type: 'png', data: 'iVBORw0KGgo=' },
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
    { type: 'note', item: 'a', line: null, date: 'yesterday', text: '' },
    { type: 'note', item: 'a', line: -1, date: null, text: '' },
    { type: 'note', item: 'a', line: null, date: null, text: 'a'.repeat(2_001) },
    { type: 'reveal', startLine: 0, endLine: 0 },
    { type: 'export', format: 'png' },
    { type: 'png', data: '<svg>' },
    { type: 'constructor' },
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
    { ...show, checklist: { ...content, checklist: { models: [{}], problems: [] } } },
    { ...show, checklist: { ...content, file: undefined } },
    { ...show, strings: { answered: 'yes' } },
    { ...show, overview: { file: 'a.md' } },
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
  const state = {
    panel: 'overview',
    file: 'file:///a.md',
    ref: 'main',
    view: 'capabilities',
    openParts: { 'ospo/awareness': true },
    scroll: 120,
  };
  expect(readPageState(state)).toEqual(state);
  expect(
    readPageState({ ...state, ref: 3, view: 'x', openParts: { other: 'x' }, scroll: -1 }),
  ).toEqual({
    ...state,
    ref: null,
    view: 'stages',
    openParts: {},
    scroll: 0,
  });
  expect(readPageState({ ...state, panel: 'other' })).toBeUndefined();
  expect(readPageState({ openParts: {} })).toBeUndefined();
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
