import axe from 'axe-core';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { asksOfBoard } from '#core/picture/asks.ts';
import { yearsInWords, yearsPassing } from '#core/exposure/equally-likely-years.ts';
import { createExposureEngine } from '#core/exposure/exposure-engine.ts';
import { finished } from '#core/exposure/steps.ts';
import { companyPortfolio, portfolioBehind } from '#web/exposure/portfolios.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import { knowledgeLags } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { summarise, withoutInformedCall } from '#core/picture/roll-up.ts';
import { BriefPage } from '#web/pages/brief/BriefPage.tsx';
import { placeOf } from '#web/paths.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';
import { filterOfPage } from '#web/url/risk-filter.ts';

afterEach(cleanup);

const seeds = [1, 2, 3, 4, 5];

function draw(picture: Picture): HTMLElement {
  return renderAt(<BriefPage />, '/', picture).container;
}

/** The filter an address on the page carries, read the way the page it opens reads it. */
function filterOf(link: HTMLAnchorElement): RiskFilter {
  const url = new URL(link.href);
  return filterOfPage(placeOf(url.pathname), url.searchParams);
}

function card(name: RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

function links(within_: HTMLElement, selector: string): HTMLAnchorElement[] {
  return [...within_.querySelectorAll<HTMLAnchorElement>(selector)];
}

describe('the brief', () => {
  it('has six cards, each with a sentence, under one sentence for the page', () => {
    const container = draw(companyPicture());
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(container.querySelectorAll('.card h2')).toHaveLength(6);
    for (const heading of screen.getAllByRole('heading', { level: 2 })) expect(heading.textContent.length).toBeGreaterThan(10);
  });

  it.each(seeds)('opens from every count of the two-by-two exactly as many risks (company %i)', (seed) => {
    const picture = companyPicture(70, seed);
    const container = draw(picture);
    const counts = links(container, '.readiness-grid__count');
    expect(counts).toHaveLength(6);
    for (const link of counts) expect(Number(link.textContent)).toBe(risksMatching(picture, filterOf(link)).length);
    expect(counts.reduce((sum, link) => sum + Number(link.textContent), 0)).toBe(picture.risks.length);
  });

  it.each(seeds)('opens from every amount of the table exactly the risks that sum to it (company %i)', (seed) => {
    const picture = companyPicture(70, seed);
    const container = draw(picture);
    const amounts = links(container, '.tbp td a').filter((link) => link.querySelector('.money') !== null);
    expect(amounts.length).toBeGreaterThan(10);
    for (const link of amounts) {
      const { expectedAnnualLoss } = summarise(risksMatching(picture, filterOf(link)));
      expect(link.querySelector('[aria-hidden]')?.textContent).toBe(moneyShort(expectedAnnualLoss, 'USD'));
    }
    for (const link of links(container, '.tbp__more')) {
      expect(link.textContent).toBe(`+${risksMatching(picture, filterOf(link)).length}`);
    }
  });

  it.each(seeds)('says in its sentences what its rows say (company %i)', (seed) => {
    const picture = companyPicture(70, seed);
    const container = draw(picture);
    const whole = summarise(picture.risks);
    const money = (amount: number): string => moneyProse(amount, 'USD');
    const lags = knowledgeLags(picture);
    expect(container.querySelector('.brief__lede')?.textContent).toContain(`of the ${money(whole.expectedAnnualLoss)} expected annual loss`);
    expect(card(/is nobody.s informed call/).textContent).toContain(`${money(withoutInformedCall(whole).expectedAnnualLoss)} of ${money(whole.expectedAnnualLoss)} is`);
    expect(card(/the person who decides/).textContent).toContain(`All ${lags.length}`);
    expect(card(/the person who decides/).textContent).toContain(`${Math.max(...lags.map((lag) => lag.lagDays))} days`);
  });

  it.each([1, 2])('draws twenty years, as many above the tolerance as its headline says, and covers what it says (company %i)', async (seed) => {
    const picture = { ...companyPicture(70, seed), tolerance: { points: [{ above: 4_000_000, atMost: 0.2 }], setBy: 'chair' } };
    draw(picture);
    const loss = await screen.findByRole('region', { name: /losses exceed the \$4 million tolerance$/ }, { timeout: 40_000 });
    const { portfolio, covers } = companyPortfolio(picture);
    const year = finished(createExposureEngine().answer(portfolio, { ask: 'year', percentiles: [0.5, 0.9, 0.95], thresholds: [4e6], curvePoints: 0 }));
    if (year.of !== 'year') throw new Error(year.of);
    const chance = year.exceedance[4e6] ?? -1;
    expect(within(loss).getByRole('heading').textContent).toBe(`${yearsInWords(20, chance)}, losses exceed the $4 million tolerance`);
    expect(loss.querySelectorAll('circle')).toHaveLength(20);
    expect(loss.querySelectorAll('.loss-dots__above circle')).toHaveLength(yearsPassing(20, chance));
    for (const [p, often] of [[0.5, '1 in 2 costs'], [0.9, '1 in 10'], [0.95, '1 in 20']] as const) {
      expect(loss.textContent).toContain(`${often} more than ${moneyShort(year.quantiles[p] ?? 0, 'USD')}`);
    }
    expect(loss.textContent).toContain(`Covers ${covers.with} of 70 risks`);
    const [others] = links(loss, '.card__sub a');
    if (others === undefined) throw new Error('what is not covered is not a link');
    expect(risksMatching(picture, filterOf(others)).length).toBe(70 - covers.with);
  });

  it.each(seeds)('has the average year of the engine in every bar of the table (company %i)', (seed) => {
    const picture = companyPicture(70, seed);
    const container = draw(picture);
    const engine = createExposureEngine();
    for (const link of links(container, '.tbp td a').filter((one) => one.querySelector('.money') !== null)) {
      const { portfolio } = portfolioBehind(picture, filterOf(link));
      const year = finished(engine.answer(portfolio, { ask: 'worst', better: 0 }));
      if (year.of !== 'worst') throw new Error(year.of);
      const drawn = summarise(risksMatching(picture, filterOf(link))).expectedAnnualLoss;
      expect(Math.abs(year.average - drawn) / drawn).toBeLessThan(1e-12);
    }
  });

  it('leads from its headline to as many risks as the headline counts', () => {
    const picture = companyPicture(70, 3);
    draw(picture);
    const heading = screen.getByRole('heading', { level: 1 });
    const [link] = links(heading, 'a');
    if (link === undefined) throw new Error('the headline is not a link');
    expect(heading.textContent).toMatch(new RegExp(`^${risksMatching(picture, filterOf(link)).length} of 70 open risks`));
  });

  it('asks the board for at most three things, each a link to its risk', () => {
    const picture = companyPicture(70, 2);
    draw(picture);
    const asked = within(card(/^Asked of the board/)).getAllByRole('listitem');
    expect(asked.length).toBe(asksOfBoard(picture).rows.length);
    expect(asked.length).toBeLessThanOrEqual(3);
    for (const item of asked) expect(within(item).getByRole('link').getAttribute('href')).toMatch(/^\/risks\/R-\d+$/);
  });

  it('shows as many data rows as each chart has marks, and names every drawing', async () => {
    const container = draw(companyPicture());
    await screen.findByRole('region', { name: /^1 year in 2 costs more/ }, { timeout: 40_000 });
    const figures = [...container.querySelectorAll('figure')];
    expect(figures).toHaveLength(3);
    for (const figure of figures) {
      const svg = figure.querySelector('svg[role="img"]');
      expect(svg?.getAttribute('aria-label')).toMatch(/\d/);
      const section = figure.closest('section');
      const rows = section?.querySelectorAll('.data-table tbody tr').length;
      if (section?.querySelector('.chart-rows') !== null) expect(section?.querySelectorAll('.chart-rows li').length).toBe(rows);
      expect(svg?.querySelectorAll('g').length).toBe(rows);
      expect(section?.querySelector('summary')?.textContent).toBe(`Show data (${rows} rows)`);
    }
  });

  it('says which of none, not measured and nothing to compare it is', async () => {
    const none = companyPicture(0, 1);
    draw({ ...none, previousRisks: [], closedRiskIds: [] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No open risk is on the record');
    expect(card(/^Nothing is asked of the board/).textContent).toContain('Looked through 0 open risks');
    expect(screen.getByText(/holds no open risk on 30 Sep 2026/)).toBeDefined();
    cleanup();
    const risks = companyPicture(4, 1).risks.map((risk) => ({ ...risk, exposure: null, expectedAnnualLoss: null }));
    const container = draw({ ...companyPicture(4, 1), risks });
    expect(await screen.findByText('No open risk has a range on the record')).toBeDefined();
    expect(container.querySelector('.tbp')?.textContent).toContain('no range');
    expect(container.querySelector('.tbp .money')).toBeNull();
  });

  it('prints only words the product uses', () => {
    const container = draw(companyPicture(70, 5));
    expect(bannedIn(container.textContent)).toEqual([]);
  });

  it('has no accessibility violation that can be seen without drawing', async () => {
    const container = draw(smallPicture());
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
});
