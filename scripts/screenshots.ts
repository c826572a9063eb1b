/**
 * Takes the pictures of the documentation into `docs/images/`, in a real VS Code.
 *
 *   node scripts/screenshots.ts [--only BEGINNING] [CHAPTER.md]
 *
 * BEGINNING is that of the names of the pictures to take. CHAPTER.md is a strategy text of some length that detection leaves out by itself; its picture is
 * left out where the file is missing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { root } from './bundles.ts';
import { problemsOf, runCommand, webviewOf } from './host/driving.ts';
import { installHost, versions } from './host/install.ts';
import { endOnSignals } from './host/processGroup.ts';
import { startHost } from './host/serve.ts';
import { asWebp } from './host/webp.ts';
import { openChromium, openWorkbench, type WindowSize } from './host/window.ts';

const images = join(root, 'docs/images');

/** The colour themes, by the name that a picture's file carries: their titles, and their CSS class. */
const themes = {
  dark: { title: 'Dark Modern', class: 'vs-dark' },
  light: { title: 'Light Modern', class: 'vs' },
  'high-contrast': { title: 'Dark High Contrast', class: 'hc-black' },
} as const;

const wide: WindowSize = { width: 1400, height: 900 };
const tall: WindowSize = { width: 1200, height: 1250 };
const small: WindowSize = { width: 900, height: 600 };
const narrow: WindowSize = { width: 480, height: 900 };
/** What is left for the page is 320 wide. */
const slim: WindowSize = { width: 370, height: 1250 };

interface Picture {
  /** The name of the file, without its ending. */
  readonly name: string;
  readonly theme: keyof typeof themes;
  readonly size: WindowSize;
  /** The file to open, in the folder of samples. */
  readonly file: string;
  /** The part of the window that is shown; all of it without. */
  readonly clip?: { x: number; y: number; width: number; height: number };
  /** What is done before the picture is taken. */
  readonly prepare: (page: Page) => Promise<void>;
}

/** Chooses a theme as a person does: the setting alone does not bring high contrast at the start. */
async function chooseTheme(page: Page, theme: keyof typeof themes): Promise<void> {
  const { title, class: cssClass } = themes[theme];
  await runCommand(page, 'Preferences: Color Theme', title);
  await page.locator(`.monaco-workbench.${cssClass}`).waitFor();
}

async function showProblems(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  await runCommand(page, 'Problems: Focus on Problems View');
  await problemsOf(page).nth(1).waitFor();
  // Back to the text: what is focused is drawn brighter.
  await page
    .locator('.monaco-editor .view-lines')
    .first()
    .click({ position: { x: 700, y: 5 } });
}

async function analyseAndShowProblems(page: Page): Promise<void> {
  await runCommand(page, 'OSPO Strategy: Analyse This File Anyway');
  await showProblems(page);
}

async function showChecklist(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  await runCommand(page, 'OSPO Strategy: Show Maturity Checklist');
  await webviewOf(page).locator('input[type=checkbox]').first().waitFor();
}

/** Opens the overview beside its document, with some ticks in its checklist. */
async function showOverview(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  await runCommand(page, 'OSPO Strategy: Show Overview');
  const overview = webviewOf(page);
  await overview.locator('.flower').waitFor();
  await overview.locator('table.changes').waitFor();
  for (const item of ['organisation.usage.inventory', 'organisation.usage.licence-rules']) {
    await overview.locator(`[id="item-${item}"]`).check();
  }
  await overview.locator('h1').click();
  await overview.locator('h1').evaluate('scrollTo(0, 0)');
}

async function showOverviewAlone(page: Page): Promise<void> {
  await showOverview(page);
  await runCommand(page, 'View: Close Editors in Other Groups');
}

async function showMaturityAlone(page: Page): Promise<void> {
  await showOverviewAlone(page);
  const heading = webviewOf(page).locator('h1');
  await heading.evaluate("document.querySelector('.maturity').scrollIntoView()");
}

async function showChecklistAlone(page: Page): Promise<void> {
  await showChecklist(page);
  await runCommand(page, 'View: Close Editors in Other Groups');
}

/** The coverage tree and the maturity checklist beside the text. */
async function showSideBar(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  await runCommand(page, 'OSPO Strategy: Focus on Maturity Checklist View');
  await runCommand(page, 'OSPO Strategy: Focus on Coverage View');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'Guiding questions' }).first().waitFor();
  await rows.filter({ hasText: 'Projects' }).first().locator('.monaco-tl-twistie').click();
  await rows
    .filter({ hasText: /^Lines? \d/ })
    .first()
    .waitFor();
  await page.mouse.move(700, 590);
}

async function beginDocument(page: Page): Promise<void> {
  await runCommand(page, 'OSPO Strategy: New Strategy Document', 'English');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First' }).first().click();
  await page.locator('.quick-input-widget', { hasText: '3/3' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
}

async function showQuickFixes(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-info').first().waitFor();
  await page.locator('.view-line', { hasText: '# Open source strategy' }).first().click();
  await page.locator('.lightBulbWidget, .codicon-light-bulb').first().waitFor();
  await runCommand(page, 'Quick Fix...');
  await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
}

/** The pictures of the walkthrough, by the name of their step. */
const walkthroughSteps: readonly (readonly [string, Picture['prepare']])[] = [
  ['new', beginDocument],
  ['coverage', showSideBar],
  ['complete', showQuickFixes],
  ['share', showOverviewAlone],
];

function pictures(sample: string, chapter: string | undefined): Picture[] {
  const themeNames = Object.keys(themes) as (keyof typeof themes)[];
  return [
    ...(chapter
      ? [
          {
            name: 'chapter',
            theme: 'light' as const,
            size: wide,
            file: chapter,
            prepare: analyseAndShowProblems,
          },
        ]
      : []),
    ...themeNames.map((theme) => ({
      name: `strategy-${theme}`,
      theme,
      size: wide,
      file: sample,
      prepare: showProblems,
    })),
    ...themeNames.map((theme) => ({
      name: `checklist-${theme}`,
      theme,
      size: wide,
      file: sample,
      prepare: showChecklist,
    })),
    {
      name: 'checklist-narrow',
      theme: 'dark',
      size: narrow,
      file: sample,
      prepare: showChecklistAlone,
    },
    ...themeNames.map((theme) => ({
      name: `overview-${theme}`,
      theme,
      size: tall,
      file: sample,
      prepare: showOverviewAlone,
    })),
    {
      name: 'overview-beside',
      theme: 'light',
      size: wide,
      file: sample,
      prepare: showOverview,
    },
    {
      name: 'overview-maturity',
      theme: 'light',
      size: wide,
      file: sample,
      prepare: showMaturityAlone,
    },
    {
      name: 'overview-narrow',
      theme: 'dark',
      size: slim,
      file: sample,
      prepare: showOverviewAlone,
    },
    ...themeNames.map((theme) => ({
      name: `side-bar-${theme}`,
      theme,
      size: wide,
      file: sample,
      prepare: showSideBar,
    })),
    ...walkthroughSteps.map(([name, prepare]) => ({
      name: `walkthrough-${name}`,
      theme: 'light' as const,
      size: small,
      clip: { x: 0, y: 0, width: 600, height: 375 },
      file: sample,
      prepare,
    })),
  ];
}

/** A repository whose last commit has the sample without a section, so that there is a change to show. */
async function commitEarlierVersion(samples: string, sample: string): Promise<void> {
  const file = join(samples, sample);
  const text = await readFile(file, 'utf8');
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
      cwd: samples,
    });
  await writeFile(file, text.replace(/^## Legal.*?(?=^## )/ms, ''));
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'First version');
  await writeFile(file, text);
}

async function take(picture: Picture, vscode: string, original: string): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'ospo-strategy-picture-'));
  // Each picture has a copy of its own: what is ticked in one is not in the next.
  const samples = join(temporary, 'samples');
  await cp(original, samples, { recursive: true });
  if (/^(overview-|walkthrough-share)/.test(picture.name))
    await commitEarlierVersion(samples, picture.file);
  const host = await startHost({
    vscode,
    dataFolder: join(temporary, 'data'),
    extensionsFolder: join(temporary, 'extensions'),
    settings: {
      'workbench.layoutControl.enabled': false,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'editor.unicodeHighlight.ambiguousCharacters': false,
      'breadcrumbs.enabled': false,
    },
  });
  const window = await openChromium(picture.size);
  try {
    const { page } = window;
    await openWorkbench(window, host, {
      folder: samples,
      extension: root,
      file: join(samples, picture.file),
    });
    await runCommand(page, 'View: Close Primary Side Bar');
    await chooseTheme(page, picture.theme);
    await picture.prepare(page);
    // A menu that is open would close.
    if (picture.clip === undefined)
      await runCommand(page, 'Notifications: Clear All Notifications');
    const png = await page.screenshot(picture.clip === undefined ? {} : { clip: picture.clip });
    const step = /^walkthrough-(.*)$/.exec(picture.name)?.[1];
    const file =
      step === undefined
        ? `docs/images/${picture.name}.png`
        : `client/media/walkthrough/${step}.webp`;
    await writeFile(join(root, file), step === undefined ? png : await asWebp(png, window.context));
    console.log(file);
  } finally {
    await window.browser.close();
    await host.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

endOnSignals();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});
const chapterPath = resolve(root, positionals[0] ?? '../shared/seed/ospo-book-chapter-zh-draft.md');
const folder = await mkdtemp(join(tmpdir(), 'ospo-strategy-samples-'));
const samples = join(folder, 'samples');
await cp(join(root, 'samples'), samples, { recursive: true });
await mkdir(images, { recursive: true });
const hasChapter = existsSync(chapterPath);
if (hasChapter) await copyFile(chapterPath, join(samples, basename(chapterPath)));
else console.log(`${chapterPath} is not there: its picture is left out.`);
const vscode = await installHost(versions[0]);
const chapter = hasChapter ? basename(chapterPath) : undefined;
for (const picture of pictures('open-source-strategy.md', chapter)) {
  if (picture.name.startsWith(values.only)) await take(picture, vscode, samples);
}
await rm(folder, { recursive: true, force: true });
