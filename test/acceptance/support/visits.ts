import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Address } from '#test/acceptance/support/addresses.ts';
import { DESK, drawn } from '#test/support/browsing.ts';

/** What was found on the pages that were visited: for each question, each flaw behind the address it stands on. */
export class Findings {
  readonly #found = new Map<string, string[]>();
  readonly #asked = new Map<string, number>();

  add(question: string, address: string, flaws: readonly unknown[]): void {
    this.#asked.set(question, (this.#asked.get(question) ?? 0) + 1);
    const list = this.#found.get(question) ?? [];
    list.push(...flaws.map((flaw) => `${address}  ${typeof flaw === 'string' ? flaw : JSON.stringify(flaw)}`));
    this.#found.set(question, list);
  }

  /** Flaws found by a question. Throws where it was not asked of as many pages as it had to be: nothing found would then say nothing. */
  of(question: string, leastPages = 1): readonly string[] {
    const asked = this.#asked.get(question) ?? 0;
    if (asked < leastPages) throw new Error(`"${question}" was asked of ${asked} pages, not of ${leastPages}.`);
    return this.#found.get(question) ?? [];
  }
}

interface Visits {
  options?: BrowserContextOptions;
  /** How many pages at a time. More than the processor has cores only where pages mostly wait. */
  width?: number;
  /** Before the first visit of a page, such as answers put in the place of the server's. */
  prepare?: (page: Page) => Promise<unknown>;
  /** When a page counts as drawn, where it has no heading to wait for. */
  ready?: string;
  ask: (page: Page, address: Address) => Promise<void>;
}

/** Milliseconds a page may take before it counts as not drawn: a machine that does much else beside is slow, not wrong. */
const PATIENCE = 120_000;

/** How long all addresses together may take, in milliseconds, on such a machine. */
export const ALL_ADDRESSES = 1_800_000;

/** Visits each address once, some at a time, and asks there. The address is part of whatever goes wrong. */
export async function visitEach(browser: Browser, served: string, addresses: readonly Address[], { options = {}, width = 2, prepare, ready, ask }: Visits): Promise<void> {
  const left = [...addresses];
  await Promise.all(Array.from({ length: width }, async () => {
    const context = await browser.newContext({ viewport: DESK, bypassCSP: true, serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await prepare?.(page);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      try {
        if (ready === undefined) await visit(page, served + address.path);
        else {
          await page.goto(served + address.path);
          await page.locator(ready).first().waitFor();
        }
        await ask(page, address);
      } catch (error) {
        throw new Error(`At ${address.path}: ${String(error)}`, { cause: error });
      }
    }
    await context.close();
  }));
}

/** Gives the window another size and waits until the page keeps its own: drawings are laid out again in later frames. */
export async function resized(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise<void>((done) => {
    let [before, still] = ['', 0];
    const look = (): void => {
      const now = `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`;
      still = now === before ? still + 1 : 0;
      before = now;
      if (still === 4) done();
      else requestAnimationFrame(() => { setTimeout(look, 20); });
    };
    look();
  }));
}

/** Opens an address and waits until it is drawn: its heading is there, nothing is loading and the fonts have come. */
export async function visit(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address);
  await drawn(page);
  // A part that comes late, such as a card whose code is loaded after the page, says so by aria-busy in the next frames.
  await page.evaluate(() => new Promise<void>((done) => { requestAnimationFrame(() => { setTimeout(done, 60); }); }));
  await drawn(page);
}
