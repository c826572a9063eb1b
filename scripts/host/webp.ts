import type { BrowserContext } from 'playwright-core';

/** What a page does to make a picture small: it runs there, where there is a canvas. */
const makeWebp = `async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 0.75;
  canvas.height = image.height * 0.75;
  const drawing = canvas.getContext('2d');
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.3);
}`;

/**
 * A picture that the package has room for.
 * @param png as a screenshot is
 * @param context of the browser that makes it small
 */
export async function asWebp(png: Buffer, context: BrowserContext): Promise<Buffer> {
  const page = await context.newPage();
  const source = JSON.stringify(`data:image/png;base64,${png.toString('base64')}`);
  const webp = await page.evaluate<string>(`(${makeWebp})(${source})`);
  await page.close();
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64');
}
