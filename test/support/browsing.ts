import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

export const DESK = { width: 1440, height: 900 };

/** Opens an address in a context of its own and waits until the page is drawn and its fonts are there. The app is not kept for offline unless asked for. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, bypassCSP: true, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await drawn(page);
  return page;
}

/** The heading is there and nothing is loading. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

export interface AxeFinding {
  rule: string;
  where: string;
}

/** What axe objects to on the page as it stands. */
export async function axeFindings(page: Page): Promise<readonly AxeFinding[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const runner: unknown = Reflect.get(window, 'axe');
    if (typeof runner !== 'object' || runner === null || !('run' in runner) || typeof runner.run !== 'function') {
      throw new Error('axe did not load.');
    }
    const { violations } = await runner.run(document);
    return violations.flatMap((violation: { id: string; nodes: { html: string }[] }) =>
      violation.nodes.map((node) => ({ rule: violation.id, where: node.html.slice(0, 200) })),
    );
  });
}
