import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Pages whose tiles are counted; each link that reads as a whole number is followed. */
const pages = ['/', '/teams', '/teams/payments', '/release', '/ownership'];

interface NumberLink {
  href: string;
  number: number;
}

describe('every number', () => {
  it.each(pages)('of %s equals the length of the list it opens', async (path) => {
    const page = await openPage(browser, inject('companyUrl') + path);
    const links = await numberLinks(page);
    expect(links.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const { href, number } of links) {
      const length = await lengthOfList(page, href);
      if (length !== number) wrong.push(`${href}: ${number} on the tile, ${length} in the list`);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

function numberLinks(page: Page): Promise<NumberLink[]> {
  return page.locator('main a').evaluateAll((links) => {
    const found = new Map<string, { href: string; number: number }>();
    for (const link of links) {
      const href = link.getAttribute('href') ?? '';
      const text = (link.textContent ?? '').trim().replaceAll(',', '');
      if (/^\d+$/.test(text)) found.set(href, { href, number: Number(text) });
    }
    return [...found.values()].slice(0, 60);
  });
}

/** Rows of the list of risks, or the total the list of findings states over all its pages. */
async function lengthOfList(page: Page, href: string): Promise<number> {
  const list = await page.context().newPage();
  try {
    await list.goto(new URL(href, page.url()).href, { waitUntil: 'networkidle' });
    await drawn(list);
    const rows = await list.locator('#risks tbody tr').count();
    if (rows > 0) return rows;
    const total = /^([\d,]+|No)\b/.exec(await list.locator('h1').innerText());
    return Number((total?.[1] ?? 'NaN').replace('No', '0').replaceAll(',', ''));
  } finally {
    await list.close();
  }
}
