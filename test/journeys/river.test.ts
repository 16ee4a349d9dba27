import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Links followed of a card, spread over it. */
const FOLLOWED = 12;

const card = (page: Page, text: string) => page.locator('section.card').filter({ hasText: text });

/** The links of a card, one for each address, with the numbers they show. Tables behind "Show data" included. */
async function numbersOf(page: Page, text: string): Promise<readonly { href: string; number: number }[]> {
  const links = await card(page, text).locator('a.number').evaluateAll((found) =>
    found.map((link) => ({ href: link.getAttribute('href') ?? '', number: Number((link.textContent ?? '').replaceAll(',', '')) })));
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

/** What the list at an address says it holds, once the list is that of the address and not one before it. */
async function totalAt(page: Page, href: string): Promise<number> {
  await page.goto(new URL(href, page.url()).href);
  return listTotal(page);
}

async function listTotal(page: Page): Promise<number> {
  // While it is asked for, the heading says what the list is of and no number.
  const heading = page.locator('h1').filter({ hasText: /^[\d,]+ / });
  await heading.waitFor();
  return Number((/^[\d,]+/.exec(await heading.innerText())?.[0] ?? 'NaN').replaceAll(',', ''));
}

describe('the river', () => {
  it.each([
    ['/release', 'Outlined: found at the stage that made it'],
    ['/release', 'Hatched: more found than fixed'],
    ['/release', 'How long ago the open ones were found'],
    ['/release', 'of the fixes that name a team'],
    ['/release', 'A square: one that got in after the first was fixed'],
    ['/release/service-train/stage/build', 'There to be found: made at this stage or an earlier one'],
    ['/release/build', 'There to be found: made at this stage or an earlier one'],
    ['/teams/identity', 'against its own past'],
    ['/teams/identity', 'median days of each step'],
  ])('on %s, card "%s": every number is the length of the list it opens', async (path, text) => {
    const page = await openPage(browser, inject('companyUrl') + path);
    await card(page, text).waitFor();
    const numbers = await numbersOf(page, text);
    expect(numbers.length).toBeGreaterThan(0);
    const every = Math.ceil(numbers.length / FOLLOWED);
    for (const { href, number } of numbers.filter((_, index) => index % every === 0)) {
      expect([href, await totalAt(page, href)]).toEqual([href, number]);
    }
    await page.context().close();
  });

  it('a chosen period is in the address, narrows the weeks, and leads back to itself from a list', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/release`);
    const river = card(page, 'Hatched: more found than fixed');
    await river.getByLabel('From the week of').selectOption({ index: 20 });
    await page.waitForURL(/weeksFrom=/);
    const address = page.url();
    await river.getByText(/^.* open before .* plus .* found, less .* fixed: .* open on .*\.$/).first().waitFor();
    const link = river.locator('details a.number').first();
    await river.locator('summary').click();
    const shown = Number((await link.innerText()).replaceAll(',', ''));
    await link.click();
    await page.waitForURL(/\/findings\?/);
    expect(await listTotal(page)).toBe(shown);
    await page.goBack();
    await page.waitForURL(address);
    expect(await page.locator('.river-period select').first().inputValue()).toBe(new URL(address).searchParams.get('weeksFrom'));
    await page.context().close();
  });

  it('a stage is two links from the release path, and its breadcrumb leads back', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/release`);
    await page.locator('main').getByRole('link', { name: 'Weekly service train' }).first().click();
    await page.waitForURL(/\/release\/service-train$/);
    await page.locator('main').getByRole('link', { name: 'Build', exact: true }).first().click();
    await page.waitForURL(/\/release\/service-train\/stage\/build$/);
    await page.locator('h1').filter({ hasText: 'Build, Weekly service train' }).waitFor();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Weekly service train' }).click();
    await page.waitForURL(/\/release\/service-train$/);
    await page.context().close();
  });
});
