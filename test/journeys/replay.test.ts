import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { caseListSchema, caseViewSchema, type CaseReplayAnswer } from '#contract/case.ts';
import { dayInWords } from '#core/time.ts';
import { flagsOn } from '#core/replay/day-view.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
let cases: readonly CaseReplayAnswer[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  const list = caseListSchema.parse(await (await fetch(`${inject('companyUrl')}/api/v1/cases`)).json());
  cases = await Promise.all(list.cases.map(async ({ id }) => caseViewSchema.parse(await (await fetch(`${inject('companyUrl')}/api/v1/cases/${id}`)).json())));
});
afterAll(() => browser?.close());

const at = (path: string): string => inject('companyUrl') + path;
const slider = (page: Page) => page.getByRole('slider');
const dayOf = (page: Page): string | null => new URL(page.url()).searchParams.get('day');

describe('the list of cases', () => {
  it('is reached from every page, says the sentence of each case, and has nothing axe objects to', async () => {
    const page = await openPage(browser, at('/'));
    await page.getByRole('link', { name: 'Replay', exact: true }).click();
    await page.waitForURL('**/replay');
    await drawn(page);
    await page.getByText('Try it yourself').waitFor();
    for (const { case: view } of cases) expect(await page.locator('main').innerText()).toContain(view.sentence);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('is found by the search', async () => {
    const page = await openPage(browser, at('/search?q=equifax'));
    await page.getByRole('link', { name: /^Equifax 2017/ }).click();
    await page.waitForURL('**/replay/equifax-2017');
    await page.context().close();
  });
});

describe('every case', () => {
  it('shows on the day of its breach the flags the API gives, prints them all as a table, and has nothing axe objects to', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
    for (const { case: view } of cases) {
      const page = await openPage(browser, at(`/replay/${view.id}`), { reducedMotion: 'reduce' });
      await page.getByRole('heading', { level: 1, name: view.title }).waitFor();
      await drawn(page);
      expect(await axeFindings(page), view.id).toEqual([]);
      expect(await page.title()).toContain('Replay a breach');
      if (view.replay === null) {
        expect(await slider(page).count()).toBe(0);
        expect(await page.locator('main').innerText()).toContain(view.wording[0]?.title);
      } else {
        const day = view.breaches[0]?.day ?? view.replay.to;
        const up = flagsOn(view.replay, day);
        const heading = up.length === 0 ? `Nothing raised on ${dayInWords(day)}` : `${up.length} ${up.length === 1 ? 'flag' : 'flags'} up on ${dayInWords(day)}`;
        await page.getByRole('heading', { name: heading, exact: true }).waitFor();
        for (const summary of await page.locator('.replay-more > summary').all()) await summary.click();
        const sentences = await page.locator('.replay-flags > li > p:nth-child(2)').allInnerTexts();
        expect(sentences.sort(), view.id).toEqual(up.map(({ sentence }) => sentence).sort());
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.replay-print').isVisible()).toBe(true);
        expect(await page.locator('.replay-print tbody tr').count()).toBe(view.replay.flags.length);
        expect(await slider(page).isVisible()).toBe(false);
        const wide = await page.locator('.replay-print').evaluate((table) => table.scrollWidth - table.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    }
  });

  it.each([320, 390, 1024])('does not scroll sideways at %i pixels', async (width) => {
    for (const { case: view } of cases) {
      const page = await openPage(browser, at(`/replay/${view.id}`), { viewport: { width, height: 844 } });
      await page.getByRole('heading', { level: 1, name: view.title }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view.id).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});

describe('the Equifax case', () => {
  it('is scrubbed by keyboard alone, keeps the day in the address, and goes back and forward', async () => {
    const page = await openPage(browser, at('/replay/equifax-2017?day=2017-03-07'), { reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'up on 7 Mar 2017' }).waitFor();
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'up on 8 Mar 2017' }).waitFor();
    await page.waitForURL('**day=2017-03-08');
    expect(await page.getByRole('region', { name: /Struts/ }).innerText()).toContain('which is a list');
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForURL('**day=2017-03-09');
    await page.getByRole('button', { name: 'Next event' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**day=2017-03-11');
    await page.goBack();
    await page.getByRole('heading', { name: 'up on 9 Mar 2017' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'up on 8 Mar 2017' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'up on 9 Mar 2017' }).waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  });

  it('does not start by itself, plays from event to event and can be paused', async () => {
    const page = await openPage(browser, at('/replay/equifax-2017?day=2017-03-08'), { reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'up on 8 Mar 2017' }).waitFor();
    await page.waitForTimeout(1_800);
    expect(dayOf(page)).toBe('2017-03-08');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForURL('**day=2017-03-09');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(1_800);
    expect(dayOf(page)).toBe('2017-03-09');
    await page.context().close();
  });

  it('shows the control beside it on the same day with nothing raised and what was on record there', async () => {
    const page = await openPage(browser, at('/replay/equifax-2017?day=2017-03-16'));
    const beside = page.getByRole('region', { name: 'Beside it on 16 Mar 2017: nothing raised' });
    await beside.waitFor();
    expect(await beside.innerText()).toMatch(/Experian: library scan[\s\S]*p\. 61-62[\s\S]*documented/);
    await page.context().close();
  });

  it('names nobody for the mail that was not passed on, on no day and not on paper', async () => {
    const page = await openPage(browser, at('/replay/equifax-2017'));
    await page.getByRole('heading', { level: 1, name: /Equifax/ }).waitFor();
    for (const day of ['2017-03-09', '2017-03-16', '2017-05-13']) {
      await page.goto(at(`/replay/equifax-2017?day=${day}`));
      await drawn(page);
      await page.getByRole('heading', { name: `up on ${dayInWords(day)}` }).waitFor();
      const words = (await page.locator('main').textContent()) ?? '';
      expect(words).not.toMatch(/senior-manager|the senior manager|not forward|dismissed|lead-developer/i);
      expect(words).toContain('about one person’s conduct or post');
    }
    await page.context().close();
  });
});

it('a case nobody has leads to the nearest page, in words', async () => {
  const page = await openPage(browser, at('/replay/nobody-2000'));
  await page.getByRole('heading', { level: 1, name: 'Not found here: case nobody-2000' }).waitFor();
  await page.locator('main').getByRole('link', { name: 'Replay a breach' }).click();
  await page.waitForURL('**/replay');
  await page.context().close();
});
