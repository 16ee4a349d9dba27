import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visit } from '#test/acceptance/support/visits.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DESK, drawn } from '#test/support/browsing.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: DESK, serviceWorkers: 'block', permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
});
afterAll(() => browser?.close());

/** What a view says and leads to, and where it is scrolled to. Acts are not part of it, nor the boxes that choose rows for one: they are for today alone. */
async function view(of: Page): Promise<{ text: string; open: number; scroll: number }> {
  return {
    text: (await of.locator('main :is(h1, h2, th, a[href])').evaluateAll((all) => all.flatMap((one) => {
      if (!(one instanceof HTMLElement) || one.closest('.map-panel') !== null) return [];
      const box = one.querySelector<HTMLElement>('.finding-pick')?.innerText ?? '';
      return [one.innerText.replace(box, '').trim()];
    }))).join('\n'),
    open: await of.locator('main details[open]').count(), scroll: await of.evaluate(() => Math.round(scrollY)),
  };
}

describe('the brief by keyboard', () => {
  it('point 15: shows where the focus is at every stop, never under what stays at the top, and leads round', async () => {
    await visit(page, inject('companyUrl'));
    const hidden: string[] = [];
    const stops = new Set<string>();
    for (let press = 0; press < 200; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
        const style = getComputedStyle(focused);
        const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
        const isSeen = at !== null && (focused.contains(at) || at.contains(focused)) && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
        return { name: `${focused.tagName} ${focused.getAttribute('href') ?? ''} ${focused.textContent}`, isSeen };
      });
      if (stop === null || stops.has(stop.name)) break;
      stops.add(stop.name);
      if (!stop.isSeen) hidden.push(stop.name);
    }
    expect(stops.size).toBeGreaterThan(30);
    expect(hidden).toEqual([]);
  });
});

describe('a view', () => {
  it.each([
    '/ownership?cell=cannot-decide-not-seen', '/findings?escaped=yes', '/exposure?view=top&over=25000000', '/changes?team=payments', '/conditions?flag=P6', '/teams/payments',
  ])('point 16: is the same behind its copied link, dates and filters included: %s', async (path) => {
    await visit(page, inject('companyUrl') + path);
    await page.locator('.copy-link').click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const query = new URL(link).searchParams;
    expect(query.get('asOf')).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(query.get('against')).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const [name, value] of new URLSearchParams(path.split('?')[1] ?? '')) expect(query.get(name)).toBe(value);
    const other = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    await visit(other, link);
    // The copied view says that its dates were chosen; what it shows is the same.
    expect((await view(other)).text).toBe((await view(page)).text);
    expect(await other.title()).toBe(await page.title());
    await other.context().close();
  });

  it('point 16: is found again by Back and Forward where it was left: scrolled, and with its disclosures open', async () => {
    await visit(page, `${inject('companyUrl')}/knew`);
    await page.locator('main details > summary').first().click();
    await page.locator('main details[open]').first().waitFor();
    await page.evaluate(() => { window.scrollTo(0, 700); });
    await page.waitForFunction(() => scrollY > 600);
    const before = await view(page);
    await page.locator('main tbody a[href*="/risks/"]').nth(12).evaluate((link) => { if (link instanceof HTMLElement) link.click(); });
    await page.waitForURL(/\/knew\/risks\//);
    await drawn(page);
    const risk = await page.locator('h1').innerText();
    await page.goBack();
    await page.waitForURL(/\/knew$/);
    await page.waitForFunction((open) => document.querySelectorAll('main details[open]').length === open, before.open);
    await page.waitForFunction((scroll) => Math.abs(scrollY - scroll) < 3, before.scroll);
    expect((await view(page)).text).toBe(before.text);
    await page.goForward();
    await page.waitForURL(/\/knew\/risks\//);
    await drawn(page);
    expect(await page.locator('h1').innerText()).toBe(risk);
  });

  it('point 16: goes back one filter at a time, each with what it listed', async () => {
    await visit(page, `${inject('companyUrl')}/ownership`);
    const whole = await page.locator('#risks tbody tr').count();
    const cells = page.locator('main .readiness-grid__count');
    const count = Number(await cells.nth(1).innerText());
    await cells.nth(1).click();
    await page.waitForURL(/cell=/);
    await page.waitForFunction((rows) => document.querySelectorAll('#risks tbody tr').length === rows, count);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('cell'));
    await page.waitForFunction((rows) => document.querySelectorAll('#risks tbody tr').length === rows, whole);
    await page.goForward();
    await page.waitForURL(/cell=/);
    await page.waitForFunction((rows) => document.querySelectorAll('#risks tbody tr').length === rows, count);
  });
});
