import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { runCommand } from '../../../scripts/host/driving.ts';
import { openSession, type Session } from './session.ts';

describe('an author who has nothing yet', () => {
  let session: Session;

  beforeAll(async () => {
    // No Markdown file is open: the command itself starts the extension.
    session = await openSession({
      fromSources: true,
      file: 'settings.txt',
      prepare: withoutMarkdown,
    });
  });
  afterAll(() => session.close());

  test('begins a strategy by three questions, with the keyboard alone', async () => {
    const { page } = session;
    await runCommand(page, 'OSPO Strategy: New Strategy Document', 'Deutsch');
    const quickPick = page.locator('.quick-input-widget');
    await quickPick.filter({ hasText: '2/3' }).waitFor();
    await page.keyboard.press('Enter');
    await quickPick.filter({ hasText: '3/3' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Open-Source-Strategie von' }).first().waitFor();
    await page.keyboard.type('Muster AG');
    await page.locator('.view-line', { hasText: 'Strategie von Muster AG' }).first().waitFor();
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  });

  test('sees it in the side bar', async () => {
    const { page } = session;
    await runCommand(page, 'OSPO Strategy: Focus on Coverage View');
    const rows = page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: 'Guiding questions' }).first().waitFor();
    await rows.filter({ hasText: 'missing' }).first().waitFor();
  });
});

async function withoutMarkdown(folder: string): Promise<void> {
  await writeFile(join(folder, 'settings.txt'), 'No Markdown.\n');
}
