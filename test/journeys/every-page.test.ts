import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, openPage } from '#test/support/browsing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const pages = [
  '/', '/teams', '/teams/payments', '/release', '/release/service-train', '/release/service-train/stage/build', '/release/build', '/ownership', '/ownership?cell=nobody-named',
  '/people', '/people/ana.ruiz', '/knew', '/changes', '/compare', '/translate', '/exposure', '/findings', '/search?q=refund', '/coverage', '/measure', '/sources', '/evidence', '/ledger', '/ledger/PACK-2026-Q3', '/next', '/decisions', '/policy', '/mapping', '/conditions', '/conditions?flag=P6', '/replay', '/nowhere',
];

/** viz.md section 13, point 2: words that stand for a colour or a level. */
const LEVEL_WORDS = /\b(red|amber|green|high risk|medium|low risk|critical)\b/i;

describe.each(pages)('%s', (path) => {
  it('says one thing first, has nothing axe objects to and names every drawing', async () => {
    const page = await openPage(browser, inject('companyUrl') + path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    const unnamed = await page.locator('figure svg, svg[role]').evaluateAll((drawings) =>
      drawings.filter((svg) => svg.getAttribute('aria-hidden') !== 'true' && (svg.getAttribute('role') !== 'img' || !(svg.hasAttribute('aria-label') || svg.hasAttribute('aria-labelledby')))).map((svg) => svg.outerHTML.slice(0, 120)),
    );
    expect(unnamed).toEqual([]);
    expect(await page.locator('[role="application"]').count()).toBe(0);
    await page.context().close();
  });

  it('has no word for a level or a traffic light and no colour of one', async () => {
    const page = await openPage(browser, inject('companyUrl') + path);
    expect(LEVEL_WORDS.exec(await page.locator('main').innerText())?.[0]).toBeUndefined();
    expect(await trafficLightColours(page)).toEqual([]);
    await page.context().close();
  });

  it.each([320, 390, 768, 1024])('does not scroll sideways at %i pixels', async (width) => {
    const page = await openPage(browser, inject('companyUrl') + path, { viewport: { width, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

/** viz.md section 13, point 1: no hue from red over amber to green with more than a quarter of saturation. */
function trafficLightColours(page: Awaited<ReturnType<typeof openPage>>): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      for (const name of ['color', 'backgroundColor', 'fill', 'stroke', 'borderTopColor'] as const) {
        const [r = 0, g = 0, b = 0, alpha = 1] = (style[name].match(/[\d.]+/g) ?? []).map(Number);
        if (!style[name].startsWith('rgb') || alpha === 0) continue;
        const most = Math.max(r, g, b);
        const least = Math.min(r, g, b);
        const light = (most + least) / 510;
        const saturation = most === least ? 0 : (most - least) / 255 / (1 - Math.abs(2 * light - 1));
        const hue = most === least ? 0 : most === r ? (((g - b) / (most - least)) * 60 + 360) % 360 : most === g ? ((b - r) / (most - least)) * 60 + 120 : ((r - g) / (most - least)) * 60 + 240;
        if (saturation > 0.25 && (hue >= 335 || hue <= 170)) found.add(`${name} ${style[name]} of ${element.tagName}`);
      }
    }
    return [...found];
  });
}
