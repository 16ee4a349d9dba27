import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';
import { switchableServer, type SwitchableServer } from '#test/support/switchable-server.ts';

let browser: Browser;
let server: SwitchableServer;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await switchableServer(inject('companyUrl'));
  page = await openPage(browser, `${server.url}/`, { serviceWorkers: 'allow' });
  // The app's files are kept and the copy of the picture is written after the page is drawn.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await vi.waitFor(async () => { expect(await keptCopies()).toBeGreaterThan(0); }, { timeout: 60_000, interval: 250 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const keptCopies = () => page.evaluate(async () => (await (await caches.open('whose-call-pictures-1')).keys()).length);
const banner = () => page.getByRole('alert', { name: 'Offline copy' });

describe('with the server stopped', () => {
  it('a reload shows the last brief as a copy of its day, and every page drawn from it can be opened', async () => {
    const headline = await page.locator('h1').innerText();
    const figures = await page.locator('main').innerText();
    await server.stop();
    await page.reload();
    await drawn(page);
    await banner().waitFor();
    expect(await banner().innerText()).toMatch(/^Offline copy of 20 Nov 2026/);
    expect(await page.locator('h1').innerText()).toBe(headline);
    expect(await page.locator('main').innerText()).toBe(figures);
    for (const path of ['/teams/payments', '/release', '/ownership', '/people/ana.ruiz', '/knew', '/changes', '/coverage', '/exposure', '/conditions']) {
      await page.goto(server.url + path);
      await drawn(page);
      await banner().waitFor();
      expect(await page.locator('h1').innerText(), path).not.toMatch(/did not load|Not found/);
      // A card that asks the server for its rows says so itself; the rest of its page stands.
      for (const said of await page.getByRole('alert').allInnerTexts()) expect(said, path).toContain('The server could not be reached.');
    }
    expect(await axeFindings(page)).toEqual([]);
  });

  it('acts are off and say so, and a page that needs the server says what did not load', async () => {
    await page.goto(`${server.url}/knew`);
    await drawn(page);
    await page.locator('main a[href*="/risks/"]').first().click();
    await page.waitForURL('**/risks/**');
    await drawn(page);
    const acts = page.locator('main button.act__button');
    expect(await acts.count()).toBeGreaterThan(0);
    for (const act of await acts.all()) expect(await act.isDisabled()).toBe(true);
    expect(await page.locator('main').innerText()).toContain('the server could not be reached, and acts are recorded there');
    await page.goto(`${server.url}/findings`);
    await page.getByRole('button', { name: 'Try again' }).nth(1).waitFor({ timeout: 30_000 });
    expect(await page.locator('main').innerText()).toContain('The server could not be reached.');
  });

  it('the search finds what is in the copy and says what it could not search', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('paymnets');
    await page.getByRole('option', { name: /^Payments/ }).first().waitFor();
    await page.getByText('were not searched: the server could not be reached').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
  });

  it('another day is not made up: the copy stands under its own date, with words', async () => {
    await page.goto(`${server.url}/?asOf=2026-03-31`);
    await drawn(page);
    expect(await banner().innerText()).toContain('The dates in the address are not among the copies this browser keeps.');
    expect(await banner().innerText()).toMatch(/^Offline copy of 20 Nov 2026/);
  });

  it('nothing the server answered is answered in its place', async () => {
    const answer = await page.evaluate(() => fetch('/api/v1/picture').then(({ status }) => status, () => 'nobody'));
    expect(answer).toBe('nobody');
  });

  it('the server back, the page refreshes and the banner goes', async () => {
    await page.goto(`${server.url}/findings`);
    await banner().waitFor();
    await page.getByRole('button', { name: 'Try again' }).nth(1).waitFor({ timeout: 30_000 });
    await server.start();
    await banner().getByRole('button', { name: 'Try again' }).click();
    await banner().waitFor({ state: 'detached', timeout: 30_000 });
    await page.locator('main tbody tr').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
