import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}): Promise<Page> => openPage(browser, inject('companyUrl') + path, options);

/** Goes on by keyboard: Tab until the link with this name has the focus, then Enter. */
async function byKeyboard(page: Page, name: string): Promise<void> {
  for (let tab = 0; tab < 60; tab += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
  }
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  await page.keyboard.press('Enter');
}

/** What an amount of the page reads, without the words for a screen reader. */
function amounts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((cells) => cells.map((cell) => cell.querySelector('[aria-hidden]')?.textContent ?? ''));
}

describe('how much a year could cost', () => {
  it('is on the brief as twenty years, and as many are filled as the sentence counts', async () => {
    const page = await open('/');
    const card = page.locator('.loss-card');
    const [, counted] = /^In (\d+) of 20 equally likely years/.exec(await card.locator('h2').innerText()) ?? [];
    expect(await card.locator('circle').count()).toBe(20);
    expect(await card.locator('.loss-dots__above circle').count()).toBe(Number(counted));
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
    await card.locator('h2 a').click();
    await page.waitForURL(/\/exposure$/);
    await page.locator('.exposure figure circle').first().waitFor();
    await drawn(page);
    expect(await page.locator('h1').innerText()).toMatch(/^In 19 of 20 years we would lose less than \$/);
    expect(await page.locator('.exposure figure circle').count()).toBe(50);
    await page.context().close();
  });

  it('switches its drawing by keyboard, and each drawing has an address that opens again', async () => {
    const page = await open('/exposure');
    expect(await page.locator('.exposure figure circle').count()).toBe(50);
    await byKeyboard(page, 'Exceedance curve');
    await page.locator('.recharts-line').first().waitFor();
    expect(new URL(page.url()).search).toBe('?view=lec');
    expect(await page.locator('.loss-curve svg.recharts-surface').getAttribute('role')).toBe('img');
    await byKeyboard(page, 'Largest risks');
    await page.waitForURL(/view=top/);
    await page.locator('.chart-rows li').nth(9).waitFor({ state: 'attached' });
    expect(await page.locator('.chart-rows li').count()).toBeGreaterThan(5);
    const again = await open('/exposure?view=lec');
    expect(await again.locator('.view-tabs [aria-current]').innerText()).toBe('Exceedance curve');
    await again.context().close();
    await page.context().close();
  });

  it('drills from the tolerance to the scenarios above it, to a risk, and back to the same years', async () => {
    const page = await open('/exposure');
    await page.locator('.frequencies').first().locator('a').first().click();
    await page.waitForURL(/over=\d+/);
    await page.locator('.exposure h2', { hasText: 'such a year costs' }).waitFor();
    await drawn(page);
    const over = page.url();
    const headline = await page.locator('.exposure h2').first().innerText();
    expect(headline).toMatch(/^In \d+ of 50 equally likely years \(\d+%\), losses exceed \$/);
    await page.locator('.exposure table a[href*="/risks/"]').first().click();
    await page.waitForURL(/\/exposure\/risks\//);
    await drawn(page);
    await page.goBack();
    await drawn(page);
    expect(page.url()).toBe(over);
    expect(await page.locator('.exposure h2').first().innerText()).toBe(headline);
    await page.context().close();
  });

  it('leads from a dot to the years from its amount on', async () => {
    const page = await open('/exposure');
    await page.locator('.loss-dots__hit').last().click();
    await page.waitForURL(/over=\d+/);
    await page.locator('.exposure h2', { hasText: 'such a year costs' }).waitFor();
    await drawn(page);
    expect(await page.locator('.exposure h2').first().innerText()).toMatch(/such a year costs/);
    await page.context().close();
  });

  it('gives a team the same three figures on its own page', async () => {
    const page = await open('/exposure');
    const table = page.getByRole('table', { name: 'The worst 5% of years by team' });
    const row = table.locator('tbody tr').first();
    const cells = await row.locator('td').evaluateAll((all) => all.map((cell) => cell.querySelector('[aria-hidden]')?.textContent ?? ''));
    await row.locator('a').click();
    await page.waitForURL(/\/teams\//);
    await page.locator('.exposure-facts').waitFor();
    await drawn(page);
    const [, share, alone, away] = cells;
    expect(await amounts(page, '.exposure-facts dd')).toEqual([alone, share, away]);
    await page.context().close();
  });

  it.each([[1440, 900], [1024, 768], [390, 844]])('keeps every word of its drawings inside them at %i pixels', async (width, height) => {
    for (const path of ['/', '/exposure', '/exposure?view=lec']) {
      const page = await open(path, { viewport: { width, height } });
      const outside = await page.locator('.loss-dots svg text, .loss-curve svg text').evaluateAll((texts) => texts.flatMap((text) => {
        const [inner, outer] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
        const fits = outer !== undefined && inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
        return fits ? [] : [text.textContent];
      }));
      expect(outside).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });

  it.each(['/exposure', '/exposure?view=lec', '/exposure?view=top&over=25000000', '/teams/payments'])('has nothing axe objects to at %s', async (path) => {
    const page = await open(path);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('[role="application"]').count()).toBe(0);
    await page.context().close();
  });

  it('tells filled from hollow in forced colours, and moves nothing when motion is not wanted', async () => {
    const page = await open('/exposure', { forcedColors: 'active', reducedMotion: 'reduce' });
    const fill = (selector: string): Promise<string> => page.locator(selector).first().evaluate((dot) => getComputedStyle(dot).fill);
    expect(await fill('.loss-dots__above circle')).not.toBe(await fill('.loss-dots__below circle'));
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  });

  it('prints inside the sheet, drawings included', async () => {
    const page = await open('/exposure?view=lec', { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const widest = await page.locator('.loss-curve > figure svg').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().width)));
    expect(widest).toBeLessThanOrEqual(690);
    await page.context().close();
  });
});
