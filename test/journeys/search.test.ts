import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findingListSchema } from '#contract/finding.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const at = (path: string): string => inject('companyUrl') + path;

describe('the search dialog', () => {
  it.each([1440, 1024, 390])('leads by keyboard alone from any page to a team spelled wrong, at %i pixels, and axe finds nothing', async (width) => {
    const page = await openPage(browser, at('/knew'), { viewport: { width, height: 844 } });
    await page.keyboard.press('/');
    await page.keyboard.type('paymnets');
    await page.getByRole('option', { name: /^Payments/ }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const box = await page.getByRole('dialog').boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    const names = await page.getByRole('option').allInnerTexts();
    const payments = names.findIndex((name) => name.startsWith('Payments\n'));
    for (let step = 0; step <= payments; step += 1) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[role="option"][aria-selected="true"]').innerText()).toBe(names[payments]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/teams/payments');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.context().close();
  });

  it('opens on Ctrl-K, closes on Escape, gives the focus back and is not printed', async () => {
    const page = await openPage(browser, at('/'));
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the record' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Search');
    await page.context().close();
  });

  it('shows the same on its page as in the dialog, findings by the id they were published under and documented breaches too', async () => {
    const page = await openPage(browser, at('/search?q=equifaks'));
    await page.getByRole('heading', { level: 1, name: '1 result for “equifaks”' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Nothing found');
    const { findings } = findingListSchema.parse(await (await fetch(at('/api/v1/findings?limit=200'))).json());
    const published = findings.find(({ externalId }) => externalId !== null)?.externalId ?? 'none has one';
    await page.keyboard.press('Control+k');
    await page.keyboard.type(published);
    await page.getByRole('group', { name: /^Findings/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/search?q=${published}`);
    await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
    await page.context().close();
  });
});
