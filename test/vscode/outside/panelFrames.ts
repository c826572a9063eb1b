import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The frame of our page of a kind, once it has drawn something; VS Code wraps it in two others. */
export async function panelFrame(page: Page, kind: 'overview' | 'checklist'): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(
      async () => {
        for (const frame of page.frames()) {
          const drawn = await frame
            .locator(`main.${kind} h1`)
            .count()
            .catch(() => 0);
          if (drawn > 0) found = frame;
        }
        return found !== undefined;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  if (found === undefined) throw new Error(`There is no page "${kind}".`);
  return found;
}

/** What axe-core finds wrong on a page: rule, and the elements that break it. */
export async function violationsOn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = (await frame.evaluate('axe.run(document)')) as axe.AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
