/** Pixels of the PNG for one unit of the picture: sharp on a projector and on paper. */
const scale = 3;

/**
 * Draws a picture on white, as slides and papers are.
 * @param svg with its width and height
 * @returns a PNG file in base64
 * @throws where the picture cannot be drawn
 */
export async function drawPng(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
