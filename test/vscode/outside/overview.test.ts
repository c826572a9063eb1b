import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/bundles.ts';
import { runCommand } from '../../../scripts/host/driving.ts';
import { openWorkbench } from '../../../scripts/host/window.ts';
import { panelFrame, violationsOn } from './panelFrames.ts';
import { openSession, type Session } from './session.ts';

const patience = { timeout: 20_000 };

function git(folder: string, ...words: readonly string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', [...who, ...words], { cwd: folder });
}

/** A repository with the workspace's files as its first commit. */
async function asRepository(folder: string): Promise<void> {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'The first version');
}

/** Where the cursor is, as the status bar says it: "Ln 9, Col 1 (231 selected)". */
function cursorOf(page: Page): Promise<string> {
  return page.locator('#status\\.editor\\.selection').innerText();
}

/** Puts the cursor at the end of the text in the editor on the left, and types. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('.editor-group-container').first().locator('.view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

describe('the overview of a strategy', () => {
  let session: Session;
  let page: Page;
  let overview: Frame;

  beforeAll(async () => {
    session = await openSession({ fromSources: true, file: 'strategy.md', prepare: asRepository });
    page = session.page;
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await runCommand(page, 'View: Close Primary Side Bar');
    await runCommand(page, 'OSPO Strategy: Show Overview');
    overview = await panelFrame(page, 'overview');
  });
  afterAll(() => session.close());

  test('shows the flower, with a table as its twin, and every criterion', async () => {
    await overview.locator('.flower [data-petal]').nth(5).waitFor({ state: 'attached' });
    expect(await overview.locator('.flower [data-petal]').count()).toBe(6);
    expect(await overview.locator('.twin tbody tr').count()).toBe(6);
    expect(await overview.locator('.criterion').count()).toBe(24);
    expect(await overview.locator('h1').innerText()).toBe(
      'Open source strategy of Nordhafen Ferries',
    );
  });

  test('leads from a line to the text that shows it', async () => {
    const row = overview.locator('#criterion-petal\\.legal');
    await row.locator('.lines button').first().click();
    await expect.poll(() => cursorOf(page), patience).toMatch(/^Ln 1[456], .*selected/);
  });

  test('is walked through with the arrow keys, and leads to evidence from there', async () => {
    await overview.locator('.flower .outline[tabindex="0"]').focus();
    const focused = () => overview.evaluate<string>('document.activeElement.textContent');
    expect(await focused()).toMatch(/^Individual contributors: /);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Management: /);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toMatch(/^Legal, Stakeholders: /);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toMatch(/^Legal, Activities: /);
    expect(await overview.locator('.flower [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => cursorOf(page), patience).toMatch(/^Ln 1[456], .*selected/);
  });

  test('follows what is written, in place: nothing flickers, nothing scrolls', async () => {
    const row = overview.locator('#criterion-element\\.metrics-and-review');
    expect(await row.getAttribute('class')).toContain('absent');
    const kept = `[document.querySelector('.flower'), document.getElementById('criterion-petal.legal')]`;
    await overview.evaluate(`for (const part of ${kept}) part.isMarked = true; scrollTo(0, 120);`);
    await typeAtEnd(
      page,
      '\n\n## How progress is measured\n\nThe OSPO measures merged patches per quarter (baseline 12, target 40) and reviews this document every January.\n',
    );
    await expect.poll(() => row.getAttribute('class'), patience).not.toContain('absent');
    expect(await overview.evaluate(`${kept}.every(({ isMarked }) => isMarked)`)).toBe(true);
    expect(await overview.evaluate('scrollY')).toBe(120);
    await expect
      .poll(() => overview.locator('p[role=status]').textContent(), patience)
      .toMatch(/Metrics and review: now (thin|answered)\./);
  });

  test('tells what got better since the last commit, and of any other version', async () => {
    const table = overview.locator('table.changes');
    await table.locator('tr', { hasText: 'Metrics and review' }).waitFor();
    expect(await table.innerText()).toMatch(/better\s+Metrics and review\s+missing → /);
    await overview.getByRole('button', { name: 'Compare With…' }).click();
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'The first version' })
      .click();
    await expect
      .poll(() => overview.locator('#since').innerText(), patience)
      .toMatch(/since [0-9a-f]{10}/i);
  });

  test('inserts the section of what is missing', async () => {
    await overview.locator('#criterion-element\\.regulators').getByRole('button').click();
    await expect
      .poll(() => page.locator('.monaco-editor .view-lines').first().innerText(), patience)
      .toMatch(/regulators/i);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
  });

  test('writes the flower as SVG and PNG where its author says', async () => {
    for (const [name, start] of [
      ['SVG', '<svg '],
      ['PNG', '\u0089PNG'],
    ] as const) {
      const file = join(session.folder, `picture.${name.toLowerCase()}`);
      await overview.getByRole('button', { name, exact: true }).click();
      const input = page.locator('.quick-input-widget input[type=text]');
      await input.fill(file);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => readFile(file, 'latin1').catch(() => ''), patience)
        .toMatch(new RegExp(`^${start}`));
    }
  });

  test('puts the flower into the document, and again changes nothing', async () => {
    await runCommand(page, 'Notifications: Clear All Notifications');
    await overview.getByRole('button', { name: 'Put the Flower into the Document' }).click();
    const picture = join(session.folder, 'strategy-flower.svg');
    await expect.poll(() => readFile(picture, 'utf8').catch(() => ''), patience).toMatch(/^<svg /);
    const text = (): Promise<string> => readFile(join(session.folder, 'strategy.md'), 'utf8');
    await page.locator('.editor-group-container').first().locator('.view-lines').click();
    await page.keyboard.press('Control+S');
    await expect.poll(text, patience).toContain('](strategy-flower.svg)');
    const shown = await text();
    expect(shown.split('\n').slice(0, 5).join('\n')).toContain('<!-- ospo-strategy-flower -->');
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'OSPO Strategy: Put the Flower into the Document');
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: 'is up to date' }).waitFor();
    await page.locator('.editor-group-container').first().locator('.view-lines').click();
    await page.keyboard.press('Control+S');
    expect(await text()).toBe(shown);
  });

  test.each([
    ['Dark Modern', 'vs-dark'],
    ['Light Modern', 'vs'],
    ['Dark High Contrast', 'hc-black'],
    ['Light High Contrast', 'hc-light'],
  ])('has nothing that axe-core objects to in %s', async (theme, cssClass) => {
    await runCommand(page, 'Preferences: Color Theme', theme);
    await page.locator(`.monaco-workbench.${cssClass}`).first().waitFor();
    await overview.locator(`body[data-vscode-theme-kind]`).waitFor();
    expect(await violationsOn(overview)).toEqual([]);
    await overview.getByRole('button', { name: 'Capabilities' }).click();
    expect(await violationsOn(overview)).toEqual([]);
    await overview.getByRole('button', { name: 'Stages' }).click();
  });

  test('keeps to forced colours and reduced motion', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const style = (selector: string, name: string) =>
      overview.evaluate<string>(
        `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${name}`,
      );
    const text = await overview.evaluate<string>(`(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'CanvasText';
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    })()`);
    expect(await style('.flower .solid', 'fill')).toBe(text);
    expect(await style('.flower .facet', 'transitionDuration')).toBe('0s');
    expect(await violationsOn(overview)).toEqual([]);
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  test('fits a column of 320 pixels, with numbers for the petals', async () => {
    await overview.locator('h1').click();
    await page.setViewportSize({ width: 370, height: 800 });
    await runCommand(page, 'View: Close Editors in Other Groups');
    await expect.poll(() => overview.locator('.picture.numbers').count(), patience).toBe(1);
    const widths = await overview.evaluate<{ scrollWidth: number; clientWidth: number }>(
      '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
    );
    expect(widths.clientWidth).toBeLessThanOrEqual(330);
    expect(widths.scrollWidth).toBeLessThanOrEqual(widths.clientWidth);
    expect(await violationsOn(overview)).toEqual([]);
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  test('comes back after a reload as it was left', async () => {
    const { folder, host, window } = session;
    // At an address that opens no file of its own in front of it.
    await openWorkbench(window, host, { folder, extension: root });
    overview = await panelFrame(page, 'overview');
    await overview.getByRole('button', { name: 'Capabilities' }).click();
    await runCommand(page, 'Developer: Reload Window');
    await page.waitForTimeout(2_000);
    overview = await panelFrame(page, 'overview');
    const pressed = overview.locator('button.choice[aria-pressed="true"]');
    await expect.poll(() => pressed.innerText(), patience).toBe('Capabilities');
    await expect
      .poll(() => overview.locator('#since').innerText(), patience)
      .toMatch(/since [0-9a-f]{10}/i);
  });
});

describe('a maturity checklist that is looked at in several places', () => {
  let session: Session;
  let page: Page;
  let overview: Frame;
  let checklist: Frame;
  const item = 'ospo.awareness.named-contact';

  const file = (): string => join(session.folder, 'maturity-checklist.md');
  const line = async (): Promise<string> => {
    const text = await readFile(file(), 'utf8').catch(() => '');
    return text.split('\n').find((each) => each.includes(item)) ?? '';
  };
  const boxes = (): Promise<[boolean, boolean]> =>
    Promise.all([
      overview.locator(`[id="item-${item}"]`).isChecked(),
      checklist.locator(`[id="item-${item}"]`).isChecked(),
    ]);

  beforeAll(async () => {
    session = await openSession({ fromSources: true, file: 'strategy.md', prepare: asRepository });
    page = session.page;
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await runCommand(page, 'View: Close Primary Side Bar');
    await runCommand(page, 'OSPO Strategy: Show Maturity Checklist');
    checklist = await panelFrame(page, 'checklist');
    await page.locator('.editor-group-container').first().locator('.view-lines').click();
    await runCommand(page, 'OSPO Strategy: Show Overview');
    overview = await panelFrame(page, 'overview');
    // Side by side: a page that is hidden draws nothing.
    await runCommand(page, 'View: Move Editor into Right Group');
    overview = await panelFrame(page, 'overview');
    checklist = await panelFrame(page, 'checklist');
    await overview.locator(`[id="item-${item}"]`).waitFor({ state: 'attached' });
  });
  afterAll(() => session.close());

  test('a tick in the one panel stands in the file and in the other panel', async () => {
    await overview.locator(`[id="item-${item}"]`).check();
    await expect.poll(line, patience).toMatch(/^- \[x\]/);
    await expect.poll(boxes, patience).toEqual([true, true]);
  });

  test('a tick taken back in the file goes from both panels', async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace(/- \[x\](.*named-contact)/, '- [ ]$1'));
    await expect.poll(boxes, patience).toEqual([false, false]);
  });

  test('a note is written with the keyboard, and stands under its item with its day', async () => {
    await overview.locator(`[id="item-${item}-add"]`).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Asked <b>Ada</b>');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readFile(file(), 'utf8'), patience)
      .toMatch(/named-contact -->\n {2}- \d{4}-\d{2}-\d{2}: Asked &lt;b>Ada&lt;\/b>\n/);
    await checklist.locator('.notes', { hasText: 'Asked <b>Ada</b>' }).waitFor();
    expect(await overview.evaluate('document.activeElement.id')).toBe(`item-${item}-add`);
  });

  test('another branch has its own ticks, and nothing of either is lost', async () => {
    git(session.folder, 'add', '.');
    git(session.folder, 'commit', '-q', '-m', 'A note');
    git(session.folder, 'checkout', '-q', '-b', 'other');
    await checklist.locator(`[id="item-${item}"]`).check();
    await expect.poll(line, patience).toMatch(/^- \[x\]/);
    await expect.poll(boxes, patience).toEqual([true, true]);
    git(session.folder, 'commit', '-q', '-a', '-m', 'A tick');
    git(session.folder, 'checkout', '-q', 'main');
    await expect.poll(boxes, patience).toEqual([false, false]);
    await overview.locator('.notes', { hasText: 'Ada' }).waitFor();
    git(session.folder, 'checkout', '-q', 'other');
    await expect.poll(boxes, patience).toEqual([true, true]);
  });

  test('what the text has for an item is offered, and ticked with a click', async () => {
    const other = 'ospo.awareness.usage-estimate';
    // The page is told, as the server tells it, that line 12 speaks of an item that no text here shows.
    await overview.evaluate(`
      addEventListener('message', (event) => {
        const { data } = event;
        const ospo = data.overview?.coverage.maturity.ospo;
        if (ospo === undefined || ospo.items.some(({ id }) => id === '${other}')) return;
        event.stopImmediatePropagation();
        const lines = [{ startLine: 11, endLine: 11, facets: [], words: ['PostgreSQL'] }];
        ospo.items = [{ id: '${other}', evidence: lines }];
        postMessage(data, '*');
      }, true);
    `);
    await checklist.locator(`[id="item-${item}"]`).uncheck();
    const row = overview.locator('.item', { has: overview.locator(`[id="item-${other}"]`) });
    await row.locator('.suggestion').waitFor();
    expect(await row.locator('.suggestion').innerText()).toBe(
      'Found in the text, line 12: Tick it?',
    );
    await row.getByRole('button', { name: /^Tick it\?/ }).click();
    await expect
      .poll(() => readFile(file(), 'utf8'), patience)
      .toContain(`<!-- ospo-strategy: ${other} -->`);
    await expect
      .poll(() => readFile(file(), 'utf8'), patience)
      .toMatch(new RegExp(`- \\[x\\] .*${other}`));
    await checklist.locator(`[id="item-${item}"]`).check();
    await expect.poll(boxes, patience).toEqual([true, true]);
  });

  test('both panels have nothing that axe-core objects to', async () => {
    expect(await violationsOn(checklist)).toEqual([]);
    expect(await violationsOn(overview)).toEqual([]);
  });
});

describe('a hostile document', () => {
  let session: Session;
  const hostile = `${'x'.repeat(10_000)} <img src=x onerror="document.title='owned'"> [a](javascript:alert(1)) \u202egnp`;

  beforeAll(async () => {
    session = await openSession({
      fromSources: true,
      file: 'strategy.md',
      prepare: async (folder) => {
        const file = join(folder, 'strategy.md');
        const text = await readFile(file, 'utf8');
        const titled = text.replace(/^# .*$/m, `# Open source strategy ${hostile}`);
        const waived = `\n<!-- ospo-strategy: not-applicable petal.business reason="<script>alert(1)</script>\u202e" -->\n`;
        await writeFile(file, titled + waived);
      },
    });
  });
  afterAll(() => session.close());

  test('is shown as text, and nothing of it runs', async () => {
    const { page } = session;
    await runCommand(page, 'OSPO Strategy: Show Overview');
    const overview = await panelFrame(page, 'overview');
    await overview.locator('.flower').waitFor();
    const title = await overview.locator('h1').textContent();
    expect(title).toContain('x'.repeat(10_000));
    expect(title).not.toContain('\u202e');
    const business = overview.locator('#criterion-petal\\.business');
    expect(await business.locator('.why').innerText()).toContain('<script>alert(1)</script>');
    const found = await overview.evaluate<Record<string, unknown>>(`({
      foreign: document.querySelectorAll('img, iframe, object, embed').length,
      handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) =>
        [...attributes].filter(({ name }) => name.startsWith('on'))).length,
      links: [...document.querySelectorAll('a')].filter(({ href }) => !href.startsWith('https:')).length,
      tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      title: document.title,
    })`);
    expect(found).toMatchObject({ foreign: 0, handlers: 0, links: 0, tooWide: 0 });
    expect(found.title).not.toBe('owned');
  });
});
