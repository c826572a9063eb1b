import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** How long a page may take to be drawn, in milliseconds. */
const patience = 60_000;

/** The frame of our page of a kind, once it has drawn something; VS Code wraps it in two others. */
export async function panelFrame(page: Page, kind: 'overview' | 'checklist'): Promise<Frame> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
    for (const frame of page.frames()) {
      const drawn = await frame
        .locator(`main.${kind} h1`)
        .count()
        .catch(() => 0);
      if (drawn > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`There is no page "${kind}".`);
}

/** What axe-core finds wrong on a page: rule, and the elements that break it. */
export async function violationsOn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate<axe.AxeResults>('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
