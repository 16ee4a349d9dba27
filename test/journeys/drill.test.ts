import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumb' });

describe('the drill path from the brief to a finding and the named decision owner', () => {
  it('takes three clicks by mouse, the address is the path, and the breadcrumb goes back level by level', async () => {
    const page = await openPage(browser, inject('companyUrl'));
    await click(page, page.locator('main a[href*="/process/"]').first());
    expect(new URL(page.url()).pathname).toMatch(/^\/teams\/[^/]+\/process\/[^/]+$/);

    const listed = await page.locator('#risks tbody a[href*="/risks/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const withFinding = await firstWithFindings(page, listed);
    await click(page, page.locator(`#risks tbody a[href="${withFinding}"]`).first());
    expect(new URL(page.url()).pathname).toMatch(/\/process\/[^/]+\/risks\/[^/]+$/);
    expect(await page.locator('main a[href^="/people/"]').count()).toBeGreaterThan(0);

    await click(page, page.locator('main a[href*="/findings/"]').first());
    expect(new URL(page.url()).pathname).toMatch(/\/risks\/[^/]+\/findings\/[^/]+$/);
    expect(await page.locator('main a[href^="/people/"], main [class*="glyph"]').count()).toBeGreaterThan(0);

    const back = [/\/risks\/[^/]+$/, /\/process\/[^/]+$/, /^\/teams\/[^/]+$/, /^\/teams$/, /^\/$/];
    for (const level of back) {
      await click(page, crumbs(page).getByRole('link').last());
      expect(new URL(page.url()).pathname).toMatch(level);
    }
    await page.context().close();
  });

  it('works by keyboard alone, with the focus on the heading of each page and always visible', async () => {
    const page = await openPage(browser, inject('companyUrl'));
    await tabTo(page, /\/process\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/process\//);
    await drawn(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tabTo(page, /\/process\/[^/]+\/risks\//);
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/risks\//);
    await drawn(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tabTo(page, /^\/people\//);
    expect(await focusIsVisible(page)).toBe(true);
    await page.context().close();
  });

  it('opens a copied link to the same view in another browser, frozen to its dates', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/ownership?cell=nobody-named&asOf=2026-09-30&against=2026-06-30`);
    const headline = await page.locator('h1').innerText();
    const list = await page.locator('#risks tbody tr').count();
    const other = await openPage(browser, page.url());
    expect(await other.locator('h1').innerText()).toBe(headline);
    expect(await other.locator('#risks tbody tr').count()).toBe(list);
    expect(await other.locator('header').innerText()).toContain('30 Sep 2026');
    await page.context().close();
    await other.context().close();
  });
});

/** Clicks and waits for the page the click opens. */
async function click(page: Page, link: Locator): Promise<void> {
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
  await drawn(page);
}

/** Looks ahead for a risk of the list that has linked findings, without leaving the page. */
async function firstWithFindings(page: Page, listed: readonly string[]): Promise<string> {
  const picture: { risks: { id: string; findingIds: string[] }[] } = await page.evaluate(() => fetch('/api/v1/picture').then((answer) => answer.json()));
  const linked = new Set(picture.risks.filter(({ findingIds }) => findingIds.length > 0).map(({ id }) => id));
  const found = listed.find((href) => linked.has(decodeURIComponent(new URL(href, page.url()).pathname.split('/').at(-1) ?? '')));
  expect(found, 'a risk of this cell has findings').toBeDefined();
  return found ?? '';
}

async function tabTo(page: Page, path: RegExp): Promise<void> {
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    if (path.test(href)) return;
  }
  throw new Error(`Tab never reached a link to ${path.source}.`);
}

/** The focused element lies in the window, below whatever stays at its top, and has an outline. */
function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null) return false;
    const box = focused.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
    return at !== null && (focused.contains(at) || at.contains(focused)) && getComputedStyle(focused).outlineStyle !== 'none';
  });
}
