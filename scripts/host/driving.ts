import type { FrameLocator, Locator, Page } from 'playwright-core';

/** How often a command is tried, and how long each time, in milliseconds. */
const attempts = 10;
const patience = 3000;

/**
 * Runs a command by its title, from the command palette. While a window is still opening, an editor
 * may take the focus and close the palette: then it is tried again.
 *
 * @throws where the palette does not list the command.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: patience });
      await row.click({ timeout: patience });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The content of the webview that is on show: VS Code wraps it in two frames. */
export function webviewOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The rows of the Problems panel. */
export function problemsOf(page: Page): Locator {
  return page.locator('.markers-panel .monaco-list-row');
}
