import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf, runCommand, webviewOf } from '../../../scripts/host/driving.ts';
import { openSession, type Session } from './session.ts';

describe('an author with a half-finished strategy', () => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession({ fromSources: true, file: 'strategy.md' });
  });
  afterAll(() => session.close());

  test('sees squiggles in the text', async () => {
    await session.page.locator('.monaco-editor .squiggly-info').first().waitFor();
  });

  test('sees what is missing in the Problems panel', async () => {
    const { page } = session;
    await runCommand(page, 'Problems: Focus on Problems View');
    await problemsOf(page).filter({ hasText: 'guiding questions' }).first().waitFor();
    await problemsOf(page).filter({ hasText: 'petals' }).first().waitFor();
    await problemsOf(page).filter({ hasText: 'elements' }).first().waitFor();
  });

  test('ticks the maturity checklist, and the tick stands in the file', async () => {
    const { page, folder } = session;
    await runCommand(page, 'OSPO Strategy: Show Maturity Checklist');
    const box = webviewOf(page).locator('input[type=checkbox]').first();
    await box.check();
    const file = join(folder, 'maturity-checklist.md');
    await expect
      .poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 20_000 })
      .toMatch(/^\s*[-*] \[x\] /m);
    await expect.poll(() => box.isChecked()).toBe(true);
  });
});
