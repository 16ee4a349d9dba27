import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { companyPicture } from '#web/testing/company-picture.ts';

const repository = join(import.meta.dirname, '../..');
const axeSource = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');
const sizes = [[1440, 900], [1024, 768], [768, 1024], [390, 844], [320, 640]] as const;

let server: ViteDevServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = await createServer({ configFile: join(repository, 'vite.config.ts'), root: join(repository, 'src/web'), logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The brief of a company of this many risks, drawn by a real browser. */
async function open(options: BrowserContextOptions, risks = 60): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.route('**/api/v1/picture*', (route) => route.fulfill({ json: companyPicture(risks) }));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

async function opened<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await open(options);
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
}

test('the brief stands on one screen of 1440 x 900, six cards and a headline of at most two lines', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    const seen = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      width: document.documentElement.scrollWidth,
      cards: document.querySelectorAll('.card').length,
      heading: document.querySelector('h1')?.getBoundingClientRect().height ?? 999,
    }));
    expect(seen).toEqual({ height: 900, width: 1440, cards: 6, heading: expect.any(Number) });
    expect(seen.heading).toBeLessThanOrEqual(60);
  });
});

test('on a tablet the asks and the loss are wholly visible first', async () => {
  await opened({ viewport: { width: 1024, height: 768 } }, async (page) => {
    const bottoms = await page.evaluate(() => [...document.querySelectorAll('.card')].slice(0, 2).map((card) => card.getBoundingClientRect().bottom));
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(768);
  });
});

test.each(sizes)('at %i x %i nothing is cut off or scrolls sideways, axe finds nothing, and every drawing has a name', async (width, height) => {
  await opened({ viewport: { width, height }, bypassCSP: true }, async (page) => {
    const seen = await page.evaluate(() => {
      const outside: (string | null)[] = [];
      for (const text of document.querySelectorAll('svg text')) {
        const box = text.getBoundingClientRect();
        const frame = text.closest('svg')?.getBoundingClientRect();
        if (frame === undefined || box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) outside.push(text.textContent);
      }
      return { scrollWidth: document.documentElement.scrollWidth, outside };
    });
    expect(seen).toEqual({ scrollWidth: width, outside: [] });
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } = Reflect.get(globalThis, 'axe');
      const { violations } = await axe.run();
      return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
    });
    expect(found).toEqual([]);
    expect(await page.locator('figure svg:not([role=img][aria-label])').count()).toBe(0);
    expect(await page.locator('[role=application]').count()).toBe(0);
  });
});

test('a dollar is equally long in every bar of the table', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    const widths = await page.evaluate(() => [...document.querySelectorAll('.tbp__bar')].map((bar) => {
      const [solid, hatched] = [...bar.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect().width);
      return { cell: bar.closest('td')?.querySelector('[aria-hidden]')?.textContent, width: (solid ?? 0) + (hatched ?? 0) };
    }));
    const perMillion = widths.flatMap(({ cell, width }) => {
      const printed = /^\$([\d.]+)M$/.exec(cell ?? '')?.[1];
      return printed === undefined ? [] : [width / Number(printed)];
    });
    expect(perMillion.length).toBeGreaterThan(5);
    // The printed figure has two significant digits, so a bar may differ from it by one part in twenty.
    expect(Math.max(...perMillion) / Math.min(...perMillion)).toBeLessThan(1.1);
  });
});

test('every mark stands level with the words of its row and right of them', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    const places = await page.evaluate(() => [...document.querySelectorAll('.chart-rows')].flatMap((chart) => {
      const middle = (box: DOMRect): number => box.top + box.height / 2;
      const labels = [...chart.querySelectorAll('.chart-rows__label')];
      return [...chart.querySelectorAll('svg[role=img] g')].map((mark, index) => {
        const words = labels[index]?.getBoundingClientRect() ?? new DOMRect();
        const drawn = mark.getBoundingClientRect();
        return { off: Math.abs(middle(drawn) - middle(words)), apart: drawn.left - words.right };
      });
    }));
    // Five lags and five changes.
    expect(places).toHaveLength(10);
    expect(Math.max(...places.map((place) => place.off))).toBeLessThanOrEqual(2.5);
    expect(Math.min(...places.map((place) => place.apart))).toBeGreaterThan(0);
  });
});

test('no element uses a colour between red and green', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    const colours = await page.evaluate(() => {
      const used = new Set<string>();
      for (const element of document.querySelectorAll('*')) {
        const style = getComputedStyle(element);
        for (const value of [style.color, style.backgroundColor, style.fill, style.stroke, style.borderTopColor, style.borderLeftColor]) used.add(value);
      }
      return [...used];
    });
    expect(colours.length).toBeGreaterThan(10);
    expect(colours.filter(isSignal)).toEqual([]);
  });
});

test('with forced colours every mark takes a system colour', async () => {
  await opened({ viewport: { width: 1440, height: 900 }, forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const lost = await page.evaluate((behind) => {
      const marks = document.querySelectorAll('.chart-range, .chart-now, .tbp__solid, .owner-glyph__half, svg text');
      return [...marks].filter((mark) => getComputedStyle(mark).fill === behind || getComputedStyle(mark).fill === 'rgb(255, 255, 255)' && behind === 'rgb(255, 255, 255)').length;
    }, ground);
    expect(lost).toBe(0);
  });
});

test('nothing moves, on arrival and for readers who asked for less motion', async () => {
  await opened({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test('on paper the brief is two pages of A4', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12]/);
  });
});

test('by keyboard the drill path starts with the headline, in sight, and ends with the focus on the next heading', async () => {
  await opened({ viewport: { width: 1440, height: 900 } }, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = page.locator('h1 :focus');
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe('3px');
    await focused.press('Enter');
    await page.waitForURL(/\/ownership\?cell=/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });
});

/** Hue from red over yellow to green, with enough saturation to be seen as such. */
function isSignal(colour: string): boolean {
  const parts = /rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/.exec(colour);
  if (parts === null || parts[4] === '0') return false;
  const [red, green, blue] = [Number(parts[1]) / 255, Number(parts[2]) / 255, Number(parts[3]) / 255];
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = max - min;
  if (spread === 0) return false;
  const saturation = spread / (1 - Math.abs(max + min - 1));
  const raw = max === red ? ((green - blue) / spread) % 6 : max === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const hue = (raw * 60 + 360) % 360;
  return (hue >= 335 || hue <= 170) && saturation > 0.25;
}
