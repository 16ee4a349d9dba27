import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The links of a card, one for each address, with the numbers they show. */
async function numbersOf(page: Page, card: string): Promise<readonly { href: string; number: number }[]> {
  const links = await page.locator('section.card').filter({ hasText: card }).locator('a.number').evaluateAll((found) =>
    found.map((link) => ({ href: link.getAttribute('href') ?? '', number: Number((link.textContent ?? '').replaceAll(',', '')) })));
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

describe('the river', () => {
  it.each([
    ['/release', 'Outlined: found at the stage that made it'],
    ['/release', 'Hatched: more found than fixed'],
    ['/release', 'of the fixes that name a team'],
  ])('on %s, card "%s": every number is the length of the list it opens', async (path, card) => {
    const page = await openPage(browser, inject('companyUrl') + path);
    await page.locator('section.card').filter({ hasText: card }).waitFor();
    const numbers = await numbersOf(page, card);
    expect(numbers.length).toBeGreaterThan(0);
    const every = Math.ceil(numbers.length / 12);
    for (const { href, number } of numbers.filter((_, index) => index % every === 0)) {
      await page.goto(new URL(href, page.url()).href, { waitUntil: 'networkidle' });
      await drawn(page);
      const total = /^[\d,]+/.exec(await page.locator('h1').innerText());
      expect([href, Number((total?.[0] ?? 'NaN').replaceAll(',', ''))]).toEqual([href, number]);
    }
    await page.context().close();
  });
});
