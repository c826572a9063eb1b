/**
 * Draws `icon.png` from `icon.svg`, 128 by 128 pixels, as the marketplace wants it:
 *
 *   node client/media/renderIcon.ts
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openChromium } from '../../scripts/host/window.ts';

const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const { browser, page } = await openChromium({ width: 128, height: 128 });
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
const path = fileURLToPath(new URL('icon.png', import.meta.url));
await page.screenshot({ path, omitBackground: true });
await browser.close();
