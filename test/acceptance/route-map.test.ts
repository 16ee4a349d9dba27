import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addressesOf, examplesOf, pictureOf, type Address, type Examples } from '#test/acceptance/support/addresses.ts';
import { ALL_ADDRESSES, visitEach } from '#test/acceptance/support/visits.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { chainOf, parentOf, pathOf, placeOf } from '#web/paths.ts';

interface Stop {
  address: string;
  kind: string;
  title: string;
  crumbs: readonly { words: string; href: string | null; current: string | null }[];
  heading: string;
  /** Where the page leads on inside its own part. */
  links: readonly string[];
  /** Path and query the browser ended at. */
  ended: string;
}

const nobody: Examples = { team: 'nobody-has', process: 'nobody-has', risk: 'nobody-has', finding: 'nobody-has', person: 'nobody-has', pack: 'nobody-has', decision: 'nobody-has', claim: 'nobody-has' };
let browser: Browser;
let examples: Examples;
const known: Stop[] = [];
const unknown: Stop[] = [];
const renamed: Stop[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  examples = examplesOf(await pictureOf(inject('companyUrl')));
  const stops = (into: Stop[]) => ({
    ask: async (page: Parameters<Parameters<typeof visitEach>[3]['ask']>[0], { path, page: kind }: Address) => {
      into.push({ address: path, kind, ...await page.evaluate(() => ({
        title: document.title, heading: document.querySelector('h1')?.textContent ?? '', ended: location.pathname + location.search,
        crumbs: [...document.querySelectorAll('nav[aria-label="Breadcrumb"] li > *')].map((crumb) => ({ words: crumb.textContent, href: crumb.getAttribute('href'), current: crumb.getAttribute('aria-current') })),
        links: [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? ''),
      })) });
    },
  });
  const addresses = addressesOf(examples).filter(({ path }) => !path.includes('?'));
  await visitEach(browser, inject('companyUrl'), addresses, stops(known));
  const found = new Set(addresses.map(({ path }) => path));
  const lost = [...addressesOf(nobody).filter(({ path }) => !path.includes('?') && !found.has(path) && path.includes('nobody-has')), { path: '/replay/nobody-has', page: 'replay' as const }, { path: '/nowhere/at/all', page: 'brief' as const }];
  await visitEach(browser, inject('companyUrl'), lost, stops(unknown));
  const others = ['/brief', '/brief/2026Q3', `/ownership/${examples.person}`, `/knew/${examples.risk}`, `/teams/${examples.team}/risks/${examples.risk}`];
  await visitEach(browser, inject('companyUrl'), others.map((path) => ({ path, page: 'brief' as const })), stops(renamed));
}, ALL_ADDRESSES);
afterAll(() => browser?.close());

it('every kind of place has an address, a breadcrumb that is its path, and a title that is its breadcrumb', () => {
  console.table(known.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map(({ kind, address, crumbs, title }) => ({ kind, address, breadcrumb: crumbs.map(({ words }) => words).join(' > '), title })));
  for (const { address, kind, crumbs, title } of known) {
    const place = placeOf(new URL(address, 'http://localhost').pathname);
    expect(place?.page, address).toBe(kind);
    if (place === undefined) continue;
    expect(pathOf(place), address).toBe(address);
    expect(title, address).toMatch(/ - Whose Call$/);
    // Paper and the presentation stand alone: they lead back by a button of their own.
    if (kind === 'print' || kind === 'present') continue;
    const chain = chainOf(place);
    expect(crumbs.map(({ href }) => href), address).toEqual(chain.map((step, index) => (index === chain.length - 1 ? null : pathOf(step))));
    expect(crumbs.map(({ current }) => current), address).toEqual(chain.map((_, index) => (index === chain.length - 1 ? 'page' : null)));
    expect(title, address).toBe([...crumbs.map(({ words }) => words).reverse(), 'Whose Call'].join(' - '));
  }
});

it('an id nobody has is not found here, and leads to the nearest place above it', () => {
  console.table(unknown.map(({ address, heading, links }) => ({ address, heading, leads: links[0] })));
  expect(unknown.length).toBeGreaterThan(8);
  for (const { address, heading, links } of unknown) {
    const place = placeOf(address);
    const parent = place === undefined ? undefined : parentOf(place);
    expect(heading, address).not.toBe('');
    // The nearest that exists: where the parent is not there either, one further up.
    const above = parent === undefined ? ['/'] : chainOf(parent).map(pathOf);
    expect(links.some((href) => above.includes(href.split('?')[0] ?? '')), `${address} leads to one of ${above.join(', ')}: ${links.join(', ')}`).toBe(true);
  }
});

it('addresses that were given out before lead to what they named', () => {
  console.table(renamed.map(({ address, ended, heading }) => ({ address, ended, heading })));
  for (const { address, heading } of renamed) expect(heading, address).not.toMatch(/^Not found/);
  expect(renamed.find(({ address }) => address === '/brief/2026Q3')?.ended).toContain('2026-09-30');
});

it('no address gains what it would show anyway', () => {
  for (const { address, ended, kind } of known) if (kind !== 'print' && kind !== 'present') expect(ended).toBe(address);
  const brief = known.find(({ kind }) => kind === 'brief');
  expect(brief?.links.length).toBeGreaterThan(30);
  expect(brief?.links.filter((href) => /[?&](?:asOf|against)=/.test(href) && !href.startsWith('/present'))).toEqual([]);
});
