import { expect, test } from 'vitest';
import type { ToPage } from '../../../client/src/panel/messages.ts';
import { panelStrings } from '../../../client/src/panel/panelStrings.ts';
import { PendingTicks } from '../../../client/src/panel/webview/pendingTicks.ts';
import { readChecklist } from '../../../server/src/core/analysis/checklist/readChecklist.ts';
import { checklistPack } from '../checklist/checklistPack.ts';

const item = 'ospo.awareness.named-contact';

function message(text: string, failure: string | null = null): ToPage {
  const checklist = {
    file: 'maturity-checklist.md',
    fileExists: true,
    isDirty: false,
    today: '2026-12-01',
    checklist: readChecklist(checklistPack, text, 'en'),
  };
  const strings = panelStrings;
  const isServerStopped = false;
  return {
    type: 'show',
    revision: 1,
    strings,
    overview: null,
    checklist,
    failure,
    isServerStopped,
  };
}

function isTicked({ checklist }: ToPage): boolean | undefined {
  const stages = checklist?.checklist.models.flatMap((model) => model.stages) ?? [];
  return stages.flatMap(({ items }) => items).find(({ id }) => id === item)?.ticked;
}

const open = message('- [ ] A contact is named\n');
const done = message('- [x] A contact is named\n');

test('a tick on its way is drawn as if it stood in the file', () => {
  const pending = new PendingTicks();
  pending.add(item, true, 0);
  expect(isTicked(pending.applyTo(open, 10))).toBe(true);
});

test('once it stands there, a later change of the file is drawn', () => {
  const pending = new PendingTicks();
  pending.add(item, true, 0);
  expect(isTicked(pending.applyTo(done, 10))).toBe(true);
  expect(isTicked(pending.applyTo(open, 20))).toBe(false);
});

test('where it failed, or takes too long, the box goes back', () => {
  const failed = new PendingTicks();
  failed.add(item, true, 0);
  expect(isTicked(failed.applyTo(message('- [ ] A contact is named\n', 'No.'), 10))).toBe(false);
  const late = new PendingTicks();
  late.add(item, true, 0);
  expect(isTicked(late.applyTo(open, 10_001))).toBe(false);
});
