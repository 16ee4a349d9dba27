import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('the presentation', () => {
  it('goes by keyboard from the brief through six steps, deeper and back, and out to where it began', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/?asOf=2026-09-30&against=2026-06-30`);
    await page.getByRole('link', { name: 'Present' }).click();
    await page.waitForURL(/\/present\/2026Q3\/1\?/);
    await drawn(page);
    const sentences = new Set<string>();
    for (let step = 1; step <= 6; step += 1) {
      await page.getByText(`Step ${step} of 6`).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/present/2026Q3/${step}`);
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-09-30');
      const heading = page.getByRole('heading', { level: 1 });
      expect(await heading.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(32);
      sentences.add(await heading.innerText());
      expect(await page.locator('.present__chart > :is(ol, table, section, .chart-rows, .tbp__scroll, .present__dots)').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
      await drawn(page);
    }
    expect(sentences.size).toBe(6);
    expect(new URL(page.url()).pathname).toBe('/present/2026Q3/6');

    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/\/present\/2026Q3\/5\?/);
    await page.getByRole('link', { name: 'Go deeper' }).click();
    await page.waitForURL(/\/knew\?/);
    await drawn(page);
    await page.locator('main a[href*="/risks/"]').first().click();
    await page.waitForURL(/\/knew\/risks\//);
    await drawn(page);
    await page.getByRole('link', { name: 'Back to step 5' }).click();
    await page.waitForURL(/\/present\/2026Q3\/5\?/);
    await page.getByText('Step 5 of 6').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/');
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-09-30');
    await page.context().close();
  });

  it('leaves by Escape on the page that was gone deeper to, without leaving the page', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/teams/payments?present=2026Q4/4&asOf=2026-11-20`);
    expect(await page.locator('.present-bar').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('present'));
    expect(new URL(page.url()).pathname).toBe('/teams/payments');
    await page.locator('header.header').waitFor();
    await page.context().close();
  });

  it('moves by a swipe, and never by itself', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/present/2026Q4/2`, { hasTouch: true, viewport: { width: 1024, height: 768 } });
    const swipe = (from: number, to: number) => page.evaluate(([start, end]) => {
      const target = document.querySelector('.present__main');
      const touch = (x: number) => new Touch({ identifier: 1, target: target ?? document.body, clientX: x, clientY: 300 });
      target?.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [touch(start ?? 0)], changedTouches: [touch(start ?? 0)] }));
      target?.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [touch(end ?? 0)] }));
    }, [from, to]);
    await swipe(700, 300);
    await page.waitForURL(/\/present\/2026Q4\/3\?/);
    await drawn(page);
    await swipe(300, 320);
    await swipe(300, 700);
    await page.waitForURL(/\/present\/2026Q4\/2\?/);
    await page.waitForTimeout(2000);
    expect(new URL(page.url()).pathname).toBe('/present/2026Q4/2');
    await page.context().close();
  });

  it.each([[390, 844], [1024, 768]])('does not scroll sideways at %i x %i', async (width, height) => {
    const page = await openPage(browser, `${inject('companyUrl')}/present/2026Q4/5`, { viewport: { width, height } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
