import type { CDPSession, Locator, Page } from 'playwright-core';
import { distance, type Colour } from '#test/acceptance/support/colours.ts';

export const deficiencies = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
export type Deficiency = (typeof deficiencies)[number];

/** A square of the screen around the middle of a mark. */
export interface Crop {
  name: string;
  pixels: readonly Colour[];
}

const SIZE = 24;

/** Lets the page be seen as by a reader with a deficiency of colour vision, or by everybody again. */
export async function seenWith(session: CDPSession, type: Deficiency | 'none'): Promise<void> {
  await session.send('Emulation.setEmulatedVisionDeficiency', { type });
}

/** Squares of the page as it is painted, one around each mark that is there. */
export async function cropsOf(page: Page, marks: readonly (readonly [name: string, mark: Locator])[]): Promise<readonly Crop[]> {
  const boxes: { name: string; x: number; y: number }[] = [];
  await page.evaluate(() => { window.scrollTo(0, 0); });
  for (const [name, mark] of marks) {
    if (await mark.count() === 0) continue;
    const box = await mark.first().boundingBox();
    if (box !== null) boxes.push({ name, x: box.x + box.width / 2 - SIZE / 2, y: box.y + box.height / 2 - SIZE / 2 });
  }
  const screenshot = (await page.screenshot({ fullPage: true })).toString('base64');
  // The browser decodes its own picture: no other reader of images is needed.
  const read = await page.evaluate(async ({ data, places, size }) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.codePointAt(0) ?? 0);
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('No canvas to read the screen with.');
    pen.drawImage(image, 0, 0);
    return places.map(({ x, y }) => [...pen.getImageData(Math.round(x), Math.round(y), size, size).data]);
  }, { data: screenshot, places: boxes, size: SIZE });
  return boxes.map(({ name }, index) => ({ name, pixels: colours(read[index] ?? []) }));
}

function colours(data: readonly number[]): readonly Colour[] {
  return Array.from({ length: data.length / 4 }, (_, at) => ({ red: (data[at * 4] ?? 0) / 255, green: (data[at * 4 + 1] ?? 0) / 255, blue: (data[at * 4 + 2] ?? 0) / 255, alpha: 1 }));
}

/** Distance of colour from which two inks are told apart at a glance, and share of the painted places from which two shapes are. */
const COLOUR = 10;
const SHAPE = 0.15;

/** Pairs of marks that neither their shape nor their colour tells apart. */
export function alike(crops: readonly Crop[]): readonly string[] {
  const found: string[] = [];
  crops.forEach((one, index) => {
    for (const other of crops.slice(index + 1)) {
      const [a, b] = [inkOf(one), inkOf(other)];
      const either = a.at.filter((isInk, place) => isInk || b.at[place] === true).length;
      const differ = a.at.filter((isInk, place) => isInk !== b.at[place]).length;
      const shape = either === 0 ? 0 : differ / either;
      const colour = distance(a.mean, b.mean);
      if (shape < SHAPE && colour < COLOUR) found.push(`${one.name} and ${other.name}: shapes differ in ${Math.round(shape * 100)}%, colours by ${colour.toFixed(1)}`);
    }
  });
  return found;
}

/** Where something is painted on the ground of a crop, and in which colour on average. The ground is what most of its edge is. */
function inkOf({ name, pixels }: Crop): { at: readonly boolean[]; mean: Colour } {
  const ground = pixels.reduce<{ colour: Colour; count: number }>((most, colour) => {
    const count = pixels.filter((other) => other.red === colour.red && other.green === colour.green && other.blue === colour.blue).length;
    return count > most.count && colour.red + colour.green + colour.blue > 2.4 ? { colour, count } : most;
  }, { colour: { red: 1, green: 1, blue: 1, alpha: 1 }, count: 0 }).colour;
  const at = pixels.map((pixel) => distance(pixel, ground) > 12);
  const ink = pixels.filter((_, place) => at[place] === true);
  if (ink.length === 0) throw new Error(`Nothing is painted where the mark "${name}" stands.`);
  const mean = (channel: 'red' | 'green' | 'blue'): number => ink.reduce((total, pixel) => total + pixel[channel], 0) / ink.length;
  return { at, mean: { red: mean('red'), green: mean('green'), blue: mean('blue'), alpha: 1 } };
}
