import type { FrameLocator, Locator, Page } from 'playwright-core';

/** How often a command is tried, and how long each time, in milliseconds. */
const attempts = 10;
const patience = 3000;

/**
 * Runs a command by its title, from the command palette. While a window is still opening, an editor
 * may take the focus and close the palette: then it is tried again.
 *
 * @param choice what to choose where the command opens a list of its own.
 * @throws where the palette does not list the command, or the list has no such choice.
 */
export async function runCommand(page: Page, title: string, choice?: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.keyboard.press('F1');
      await choose(page, `>${title}`, title);
      if (choice !== undefined) await choose(page, choice, choice);
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Types a text into the open quick pick and clicks the first row that says `row`. */
async function choose(page: Page, text: string, row: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: row });
  await input.fill(text, { timeout: patience });
  await rows.first().click({ timeout: patience });
}

/** The content of the webview that is on show: VS Code wraps it in two frames. */
export function webviewOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The rows of the Problems panel. */
export function problemsOf(page: Page): Locator {
  return page.locator('.markers-panel .monaco-list-row');
}
