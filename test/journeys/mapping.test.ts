import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';

/** A server of its own: what is mapped here must not change what other journeys count. */
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)?.[0]?.replaceAll(',', ''));

describe('findings without a risk', () => {
  it('are mapped from the number on the brief with the keyboard alone, and taken back', async () => {
    const page = await openPage(browser, server.url);
    const link = page.getByRole('link', { name: /open findings without a risk$/ });
    const before = numberIn(await link.innerText());
    await link.press('Enter');
    await drawn(page);
    await expect.poll(async () => numberIn(await page.locator('h1').innerText()), { timeout: 60_000 }).toBe(before);

    await page.goto(`${server.url}/findings?risk=none&service=refund-api`, { waitUntil: 'networkidle' });
    await drawn(page);
    const here = numberIn(await page.locator('h1').innerText());
    await page.getByRole('button', { name: 'Show what it would take' }).press('Enter');
    const shown = page.getByRole('region', { name: 'What will be recorded' });
    await shown.waitFor({ timeout: 60_000 });
    expect(await shown.innerText()).toContain(`${here} open findings without a risk`);
    expect(await shown.innerText()).toContain('Farah Siddiqui proposed, not yet accepted');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Recorded', exact: true }).waitFor({ timeout: 60_000 });

    await page.goto(`${server.url}/mapping`, { waitUntil: 'networkidle' });
    await drawn(page);
    expect(numberIn(await page.locator('h1').innerText())).toBe(before - here);
    await page.getByRole('button', { name: 'Take it back' }).first().press('Enter');
    await page.getByRole('button', { name: 'Record it' }).press('Enter');
    await page.getByRole('region', { name: 'Recorded', exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(async () => numberIn(await page.locator('h1').innerText()), { timeout: 60_000 }).toBe(before);
    await page.close();
  }, 240_000);
});

describe('a proposed decision owner', () => {
  it('decides nothing before they accept, on a phone too', async () => {
    const page = await openPage(browser, `${server.url}/risks/derived%3A1416%3Abasket-service`, { viewport: { width: 390, height: 844 } });
    expect(await page.locator('h1').innerText()).toContain('Nobody is named');
    await page.getByText('proposed, not yet accepted').first().waitFor();
    await page.getByRole('button', { name: 'Tomasz Zieliński accepts' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('region', { name: 'Recorded', exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(() => page.locator('h1').innerText(), { timeout: 60_000 }).toContain('It is Tomasz Zieliński’s call');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await page.close();
  }, 180_000);
});
