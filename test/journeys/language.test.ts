import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { german } from '#language/german/german.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** English messages as patterns over what is on a page: their words in order, anything in their places. */
const english = Object.entries(german.messages)
  .filter(([message, text]) => message !== text && !/, (plural|select)/.test(message) && (message.match(/[A-Za-z]{2,}/g) ?? []).length > 2)
  .map(([message]) => ({ message, pattern: new RegExp(message.replace(/<\/?\w+>/g, '').split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{1,80}')) }))
  // What is left of a message without its values has to be said by nobody by chance.
  .filter(({ pattern }) => pattern.source.replace(/\.\{1,80\}/g, '').length > 14);

/** Texts of the page with their names for assistive technology; what the record calls its risks, teams and pieces stays as it is. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('main *, header *, nav *, aside *')].flatMap((element) => [
      ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
      element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '',
    ]);
    const whole = [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td, button, a, desc, title')].map((element) => element.textContent ?? '');
    return [...new Set([...shown, ...whole])].filter((text) => text.trim() !== '');
  });
}

/** Elements whose words are cut off or stand outside the page. */
async function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, p, td, th, dt, dd, button, a')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || element.closest('.visually-hidden, details:not([open]) > :not(summary), .skip-link, [hidden]') !== null) return [];
      const style = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
      return isCut || box.right > innerWidth + 1 ? [`${element.tagName} ${(element.textContent ?? '').slice(0, 60)}`] : [];
    }));
}

describe('in German', () => {
  it('the brief says so, holds no English sentence, fits its sheet and keeps the choice', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/?lang=de`);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(new URL(page.url()).search).toBe('');
    await page.waitForFunction(() => document.querySelector('.loss-card svg[role="img"]') !== null);
    const texts = await textsOf(page);
    expect(texts.length).toBeGreaterThan(100);
    expect(english.filter(({ pattern }) => texts.some((text) => pattern.test(text))).map(({ message }) => message)).toEqual([]);
    expect(texts.join(' ')).toMatch(/\d\u00a0Mio\.\u00a0\$/);
    expect(texts.join(' ')).toMatch(/30\. Sept\. 2026/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
    expect(await clipped(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${inject('companyUrl')}/ownership`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(new URL(page.url()).pathname).toBe('/ownership');
    await page.context().close();
  });

  it('the page of a risk holds no English sentence and nothing cut off', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/?lang=de`);
    await page.locator('main a[href*="/risks/"]').first().click();
    await page.waitForURL(/\/risks\//);
    await drawn(page);
    const texts = await textsOf(page);
    expect(english.filter(({ pattern }) => texts.some((text) => pattern.test(text))).map(({ message }) => message)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    expect(await clipped(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('the printed brief is two sheets of A4, nothing outside of them', async () => {
    const page = await openPage(browser, `${inject('companyUrl')}/print/2026Q4?lang=de`);
    const sheets = page.locator('.sheet');
    expect(await sheets.count()).toBe(2);
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect((pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBe(2);
    const texts = await textsOf(page);
    expect(english.filter(({ pattern }) => texts.some((text) => pattern.test(text))).map(({ message }) => message)).toEqual([]);
    await page.context().close();
  });

  it('a browser that asks for German is answered in German, and any other in English', async () => {
    for (const [locale, lang] of [['de-AT', 'de'], ['fr-FR', 'en'], ['en-GB', 'en']] as const) {
      const page = await openPage(browser, inject('companyUrl'), { locale });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
      await page.context().close();
    }
  });
});
