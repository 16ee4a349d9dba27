import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';

/** A server of its own: what is saved here must not judge the flags that other journeys count. */
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

const CLOCK = 'Clock: internal or without a finding';
const effectOf = (page: Page) => page.getByRole('region', { name: 'What the changes would do' });

/** How many conditions of one kind the list of them holds. */
async function conditionsUp(page: Page, flag: string): Promise<number> {
  await page.goto(`${server.url}/conditions?flag=${flag}`, { waitUntil: 'networkidle' });
  await drawn(page);
  return page.locator(`#${flag} .flag-lines > li`).count();
}

describe('a clock is changed', () => {
  it('its effect is read before it is saved, and is what every page shows after', async () => {
    const page = await openPage(browser, `${server.url}/policy`);
    const before = await page.locator('h1').innerText();
    expect(before).toContain('is in force');

    const urgent = page.getByRole('textbox', { name: 'Clock: used in attacks' });
    await urgent.fill('100');
    await page.getByText('A more urgent clock cannot be longer: 100 days before 60 days.').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('group', { name: 'Clock: used in attacks' }).getByRole('button', { name: /^Undo/ }).press('Enter');

    const field = page.getByRole('textbox', { name: CLOCK });
    await field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('60');
    const said = effectOf(page).getByRole('status');
    await expect.poll(() => said.innerText(), { timeout: 60_000 }).toMatch(/^With these changes: \S+ \d+\s→\s\d+/);
    expect(await axeFindings(page)).toEqual([]);
    const effects = [...(await said.innerText()).matchAll(/(\w+) (\d+)\s→\s(\d+)/g)].map(([, flag = '', was, is]) => ({ flag, was: Number(was), is: Number(is) }));
    expect(effects.some(({ was, is }) => was !== is)).toBe(true);
    const name = await effectOf(page).locator('.policy-effect__names a').first().innerText();
    expect(name).not.toBe('');

    await effectOf(page).getByRole('textbox', { name: /^Why/ }).fill('Half a year is too long here.');
    await effectOf(page).getByRole('button', { name: 'Save this version' }).press('Enter');
    const receipt = page.getByRole('region', { name: 'Recorded' });
    await receipt.waitFor({ timeout: 60_000 });
    expect(await receipt.innerText()).toContain(`${CLOCK}: 60 days, was 180 days`);
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/^Policy 2 of \d+ \w+ \d{4} is in force/);
    const policy = /^(Policy 2 of \d+ \w+ \d{4})/.exec(await page.locator('h1').innerText())?.[1]?.replace('P', 'p') ?? '';

    for (const { flag, is } of effects) expect({ flag, up: await conditionsUp(page, flag) }).toEqual({ flag, up: is });
    await page.getByRole('link', { name: policy }).first().click();
    await page.waitForURL((url) => url.pathname === '/policy');
    await drawn(page);
    const versions = page.locator('#versions');
    expect(await versions.innerText()).toContain('Why: Half a year is too long here.');

    await page.goto(`${server.url}/policy?asOf=2026-10-31`, { waitUntil: 'networkidle' });
    await drawn(page);
    expect(await page.locator('h1').innerText()).toBe(before);
    expect(await page.locator('main').innerText()).toContain('Read only: this is the policy as it was on 31 Oct 2026.');
    await page.context().close();
  }, 240_000);

  it('a risk names the version its flags were judged by', async () => {
    const page = await openPage(browser, `${server.url}/conditions?flag=I7`);
    await page.locator('#I7 .flag-lines a').first().click();
    await drawn(page);
    expect(await page.locator('.missing-card').innerText()).toMatch(/judged by policy 2 of \d+ \w+ \d{4}/);
    await page.context().close();
  }, 120_000);
});
