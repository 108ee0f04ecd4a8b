/** How many pixels a px of the drawing becomes, for print. */
const pixelRatio = 3;

/**
 * Turns a chart's SVG file into a PNG in the browser and hands it to the reader as a download.
 * Throws when the file cannot be fetched or drawn.
 *
 * @param href address of a standalone SVG of this site
 */
export async function savePng(href: string, fileName: string): Promise<void> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`The chart could not be fetched: ${response.status}`);
  const source = URL.createObjectURL(await response.blob());
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * pixelRatio;
    canvas.height = image.naturalHeight * pixelRatio;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement("a");
    link.href = canvas.toDataURL("image/png");
    link.download = fileName;
    link.click();
  } finally {
    URL.revokeObjectURL(source);
  }
}
