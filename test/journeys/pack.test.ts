import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';

const folder = mkdtempSync(join(tmpdir(), 'whose-call-pack-journey-'));
let browser: Browser;
const files = { names: join(folder, 'names.html'), roles: join(folder, 'roles.html') };
let people: readonly string[];

beforeAll(async () => {
  browser = await launchBrowser();
  const page = await openPage(browser, inject('companyUrl'), { acceptDownloads: true });
  const picture: { persons: { name: string; kind: string }[] } = await page.evaluate(() => fetch('/api/v1/picture').then((answer) => answer.json()));
  people = picture.persons.filter((person) => person.kind === 'person').map((person) => person.name);
  await page.getByRole('button', { name: 'Pack' }).click();
  for (const [names, label] of [['names', 'Names of people'], ['roles', 'Roles only']] as const) {
    await page.getByLabel(label).check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Seal and save the file' }).click();
    await (await download).saveAs(files[names]);
    await page.getByText(/is sealed: SHA-256/).waitFor();
  }
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a pack from disk with the network off, and keeps whatever it would have asked of one. */
async function opened(file: string, hash = '', options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url()); });
  page.on('pageerror', (error) => asked.push(error.message));
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  await drawn(page);
  return { page, asked };
}

describe('the pack in one file, opened from disk without a network', () => {
  it('leads from the brief to a cell, a risk and the person who decides it, and asks nobody for anything', async () => {
    const { page, asked } = await opened(files.names);
    const next = async (selector: string, address: RegExp) => {
      await page.locator(selector).first().click();
      await page.waitForURL((url) => address.test(url.hash));
      await drawn(page);
    };
    await page.locator('.card').nth(5).waitFor();
    expect(await page.locator('.card').count()).toBe(6);
    await next('main a[href*="/process/"]', /^#\/teams\/[^/]+\/process\/[^/]+$/);
    await next('#risks tbody a[href*="/risks/"]', /\/risks\/[^/]+$/);
    await page.locator('figure svg[role="img"]').first().waitFor();
    expect(await page.locator('main button.act__button').count()).toBe(0);
    await next('main a[href*="#/people/"]', /^#\/people\//);
    await page.goBack();
    await page.waitForURL((url) => /\/risks\//.test(url.hash));
    expect(await page.locator('.pack-seal').innerText()).toContain('agrees with its seal');
    expect(asked).toEqual([]);
    await page.context().close();
  });

  it('searches, shows the rows behind a chart and gives them as CSV', async () => {
    const { page, asked } = await opened(files.names);
    await page.keyboard.press('/');
    await page.keyboard.type('refund');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /for “refund”/ }).waitFor();
    await page.locator('.search-hit a').first().click();
    await page.waitForURL((url) => !url.hash.startsWith('#/search'));
    await page.goto(`${pathToFileURL(files.names).href}#/knew`);
    await drawn(page);
    await page.locator('summary', { hasText: 'Show data' }).first().click();
    expect(await page.locator('.data-table tbody tr').count()).toBeGreaterThan(3);
    expect(await page.locator('.data-table__csv').first().getAttribute('href')).toMatch(/^data:text\/csv/);
    expect(asked).toEqual([]);
    await page.context().close();
  });

  it('prints its two pages, presents its steps and says of what it does not hold that it is elsewhere', async () => {
    const { page, asked } = await opened(files.names, '#/print/2026Q4');
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
    expect(await page.locator('main').innerText()).toMatch(/SHA-256 [0-9a-f]{16}…/);
    await page.goto(`${pathToFileURL(files.names).href}#/present/2026Q4/5`);
    await page.locator('.present__sentence').waitFor();
    await page.goto(`${pathToFileURL(files.names).href}#/findings`);
    await page.getByRole('heading', { level: 1, name: 'This page is in the live record, not in the pack' }).waitFor();
    expect(asked).toEqual([]);
    await page.context().close();
  });

  it('has nothing axe objects to, and is far below five megabytes', async () => {
    const { page } = await opened(files.names, '', { bypassCSP: true });
    expect(await axeFindings(page)).toEqual([]);
    expect(statSync(files.names).size).toBeLessThan(3_000_000);
    await page.context().close();
  });

  it('names roles and nobody where that was asked for', async () => {
    const { page } = await opened(files.roles, '#/people');
    for (const hash of ['#/people', '#/', '#/knew', '#/ownership']) {
      await page.goto(`${pathToFileURL(files.roles).href}${hash}`);
      await drawn(page);
      const text = await page.locator('body').innerText();
      for (const name of people) expect(text).not.toContain(name);
    }
    await page.context().close();
  });
});
