import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '#test/support/browsing.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { companyPicture } from '#web/testing/company-picture.ts';

const repository = join(import.meta.dirname, '../..');
const papers = [
  { paper: 'a4', width: 595, height: 842, column: 1009 },
  { paper: 'letter', width: 612, height: 792, column: 942 },
] as const;

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

const picture = companyPicture(70, 3);

async function printed(query: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.route('**/api/v1/picture*', (route) => route.fulfill({ json: picture }));
  await page.goto(`${address}print/2026Q4?${query}`, { waitUntil: 'networkidle' });
  await page.locator('.sheet').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.emulateMedia({ media: 'print' });
  try {
    await use(page);
  } finally {
    await context.close();
  }
}

describe.each(papers)('the brief on $paper', ({ paper, width, height, column }) => {
  it('is exactly two pages of that size', async () => {
    await printed(`paper=${paper}`, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
      const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf);
      expect(Math.abs(Number(box?.[1]) - width)).toBeLessThan(1.5);
      expect(Math.abs(Number(box?.[2]) - height)).toBeLessThan(1.5);
    });
  });

  it('has each sheet inside its page, and every text inside its sheet, its drawing and its own box', async () => {
    await printed(`paper=${paper}&appendix=decisions`, async (page) => {
      const seen = await page.evaluate(() => {
        const sheets = [...document.querySelectorAll('.sheet')];
        const cut: string[] = [];
        for (const sheet of sheets) {
          const frame = sheet.getBoundingClientRect();
          for (const element of sheet.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            if (box.width <= 1 || element.closest('.visually-hidden') !== null) continue;
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) cut.push(`outside the sheet: ${element.outerHTML.slice(0, 90)}`);
            const own = element.closest('svg')?.getBoundingClientRect();
            if (element.tagName === 'text' && own !== undefined && (box.left < own.left - 1 || box.right > own.right + 1)) cut.push(`outside its drawing: ${element.textContent}`);
          }
        }
        return { heights: sheets.map((sheet) => sheet.getBoundingClientRect().height), widths: sheets.map((sheet) => sheet.getBoundingClientRect().width), cut };
      });
      expect(seen.heights.length).toBeGreaterThan(2);
      expect(seen.widths.every((one) => one === 688)).toBe(true);
      expect(seen.heights.slice(0, 2).filter((one) => one > column)).toEqual([]);
      expect(seen.cut).toEqual([]);
    });
  });

  it('has no text below nine points', async () => {
    await printed(`paper=${paper}&appendix=decisions`, async (page) => {
      const small = await page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (parent === null || node.textContent?.trim() === '' || parent.closest('.visually-hidden') !== null) continue;
          if (Number.parseFloat(getComputedStyle(parent).fontSize) < 12) found.push(`${getComputedStyle(parent).fontSize}: ${node.textContent}`);
        }
        return found;
      });
      expect(small).toEqual([]);
    });
  });
});

describe('the printed brief', () => {
  it('says its date on every sheet, the address it is frozen to, and six answers', async () => {
    await printed('', async (page) => {
      const names = await page.locator('.sheet__name').allInnerTexts();
      expect(names).toHaveLength(2);
      for (const name of names) expect(name).toContain('as of 21 Nov 2026');
      expect(await page.locator('.sheet__address').innerText()).toContain('?asOf=2026-11-21&against=2026-09-30');
      const text = await page.locator('main').innerText();
      for (const part of ['Asked of the board', 'Expected loss is', 'informed call', 'the person who decides', 'since Q3 2026', 'What the figures rest on']) expect(text).toContain(part);
      expect(await page.evaluate(() => [...document.querySelectorAll('style')].map((style) => style.textContent).join(''))).toMatch(/Page " counter\(page\) " of " counter\(pages\)/);
      expect(new URL(page.url()).search).toContain('asOf=2026-11-21');
    });
  });

  it('adds one page for each decision that is asked for', async () => {
    await printed('appendix=decisions', async (page) => {
      const asks = await page.locator('.sheet-asks__row').count();
      expect(asks).toBeGreaterThan(0);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2 + asks);
    });
  });

  it('names roles and nobody where that is asked for', async () => {
    await printed('names=roles&appendix=decisions', async (page) => {
      const text = await page.locator('main').innerText();
      for (const person of picture.persons) if (person.kind === 'person') expect(text).not.toContain(person.name);
    });
  });

  it('keeps apart in greyscale what is filled, hatched and hollow', async () => {
    await printed('', async (page) => {
      const drawn = await page.evaluate(() => ({
        solid: document.querySelectorAll('.tbp__solid').length,
        hatched: document.querySelectorAll('.tbp__hatched[fill^="url("]').length,
        halves: document.querySelectorAll('.owner-glyph__half').length,
        frames: document.querySelectorAll('.owner-glyph__frame').length,
        hollow: [...document.querySelectorAll('.chart-before')].every((mark) => getComputedStyle(mark).fill === 'rgb(255, 255, 255)'),
      }));
      expect(Math.min(drawn.solid, drawn.hatched, drawn.halves, drawn.frames)).toBeGreaterThan(0);
      expect(drawn.halves).not.toBe(drawn.frames * 2);
      expect(drawn.hollow).toBe(true);
    });
  });

  it('has nothing axe objects to', async () => {
    await printed('', async (page) => {
      await page.emulateMedia({ media: 'screen' });
      expect(await axeFindings(page)).toEqual([]);
    });
  });
});
