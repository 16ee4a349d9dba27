import axe from 'axe-core';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { yearsInWords, yearsPassing } from '#core/exposure/equally-likely-years.ts';
import { createExposureEngine } from '#core/exposure/exposure-engine.ts';
import type { ExposureQuestion, WorstAnswer, YearAnswer } from '#core/exposure/exposure-questions.ts';
import { hashOfInputs } from '#core/exposure/input-hash.ts';
import { finished } from '#core/exposure/steps.ts';
import { sharesByProcess, sharesByTeam } from '#core/picture/bad-year-shares.ts';
import { risksMatching } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { ExposureRunner, RunListener } from '#web/exposure/exposure-runner.ts';
import { ExposureRunnerProvider } from '#web/exposure/ExposureRunnerProvider.tsx';
import { companyPortfolio } from '#web/exposure/portfolios.ts';
import { badYearWords } from '#web/pages/exposure/bad-year-words.ts';
import { ExposurePage } from '#web/pages/exposure/ExposurePage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { bannedIn } from '#web/testing/words.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';

afterEach(cleanup);

const TOLERANCE = { points: [{ above: 12e6, atMost: 0.05 }, { above: 3e6, atMost: 0.5 }], setBy: 'chair', setAt: '2026-01-14', source: 'Minutes' };

function company(changes: Partial<Picture> = {}): Picture {
  const picture = companyPicture(40, 4);
  const hit = picture.risks.filter((risk) => (risk.exposure?.rateLow ?? 0) > 0.02).slice(0, 4).map(({ id }) => id);
  return {
    ...picture, tolerance: TOLERANCE,
    commonCauses: [{ id: 'C-1', label: 'The build system is taken over', rate: 0.01, rateLow: null, rateHigh: null, riskIds: hit, ownerId: 'abara' }],
    ...changes,
  };
}

const engine = createExposureEngine();

function year(picture: Picture, percentiles: readonly number[] = [0.5, 0.95]): YearAnswer {
  const answer = ask(picture, { ask: 'year', percentiles, thresholds: [3e6, 12e6], curvePoints: 0 });
  if (answer.of !== 'year') throw new Error(answer.of);
  return answer;
}

function worst(picture: Picture, question: ExposureQuestion = { ask: 'worst', better: 0.95 }): WorstAnswer {
  const answer = ask(picture, question);
  if (answer.of !== 'worst') throw new Error(answer.of);
  return answer;
}

function ask(picture: Picture, question: ExposureQuestion) {
  return finished(engine.answer(companyPortfolio(picture).portfolio, question));
}

async function draw(picture: Picture, address = '/exposure'): Promise<HTMLElement> {
  const { container } = renderAt(<ExposurePage />, address, picture);
  await waitFor(() => { expect(container.querySelector('[aria-busy="true"]')).toBeNull(); }, { timeout: 30_000 });
  return container;
}

function card(name: RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

/** The cells of the rows of a table, as the eye reads them. */
function cells(table: HTMLElement): readonly (readonly string[])[] {
  return within(table).getAllByRole('row').slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => {
    const shown = cell.cloneNode(true);
    if (!(shown instanceof HTMLElement)) return '';
    for (const hidden of shown.querySelectorAll('.visually-hidden')) hidden.remove();
    return shown.textContent;
  }));
}

describe('the exposure page', () => {
  it('says in its sentences what the engine says', async () => {
    const picture = company();
    const container = await draw(picture);
    const { quantiles, exceedance, es95, mean } = year(picture);
    const { covers } = companyPortfolio(picture);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(`In 19 of 20 years we would lose less than ${moneyProse(quantiles[0.95] ?? 0, 'USD')}`);
    const lede = container.querySelector('.lede')?.textContent;
    expect(lede).toContain(`the average is ${moneyProse(es95, 'USD')}. Average over many years: ${moneyProse(mean, 'USD')}.`);
    expect(lede).toContain(`Covers ${covers.with} of 40 open risks. 1 common cause is counted, and the rest is treated as independent.`);
    const leading = (exceedance[3e6] ?? 0) > 0.5 ? 3e6 : (exceedance[12e6] ?? 0) > 0.05 ? 12e6 : 3e6;
    const years = card(/losses exceed/);
    expect(within(years).getByRole('heading').textContent).toBe(`${yearsInWords(50, exceedance[leading] ?? -1)}, losses exceed the ${moneyProse(leading, 'USD', 'exact')} tolerance`);
    expect(years.querySelectorAll('circle')).toHaveLength(50);
    expect(years.querySelectorAll('.loss-dots__above circle')).toHaveLength(yearsPassing(50, exceedance[leading] ?? -1));
    expect(years.querySelectorAll('figure g').length).toBe(years.querySelectorAll('.data-table tbody tr').length);
    expect(card(/same inputs give the same/).textContent).toContain(hashOfInputs(companyPortfolio(picture).portfolio));
  });

  it('tests every point of the tolerance, says who set it, and where there is none says where to set it', async () => {
    const picture = company();
    await draw(picture);
    const { exceedance } = year(picture);
    const accepted = card(/^(Above|Within) the tolerance/);
    const passed = [exceedance[3e6] ?? 0, exceedance[12e6] ?? 0].filter((chance, index) => chance > (index === 0 ? 0.5 : 0.05)).length;
    expect(within(accepted).getByRole('heading').textContent).toBe(passed === 0 ? 'Within the tolerance at every point' : `Above the tolerance at ${passed} of 2 points`);
    expect(accepted.textContent).toContain('14 Jan 2026, Minutes');
    cleanup();
    const { tolerance: _, ...without } = picture;
    await draw(without);
    expect(within(card(/^No tolerance is on record/)).getByRole('link', { name: 'policy page' }).getAttribute('href')).toBe('/policy');
    expect(screen.queryByText(/losses exceed/)).toBeNull();
  });

  it('shares the bad years out by team and by process so that each adds up to the whole', async () => {
    const picture = company();
    await draw(picture);
    const { average, parts } = worst(picture);
    for (const [name, lines] of [['The worst 5% of years by team', sharesByTeam(picture, parts)], ['The worst 5% of years by process', sharesByProcess(picture, parts)]] as const) {
      const rows = cells(screen.getByRole('table', { name }));
      expect(rows.slice(0, -1).map(([line, , share]) => [line, share])).toEqual(lines.map((line) => [line.name, moneyShort(line.worst, 'USD')]));
      expect(rows.at(-1)?.slice(0, 3)).toEqual(['All', moneyShort(year(picture).mean, 'USD'), moneyShort(average, 'USD')]);
      expect(Math.abs(lines.reduce((sum, line) => sum + line.worst, 0) / average - 1)).toBeLessThan(1e-12);
      expect(new Set(lines.flatMap(({ riskIds }) => riskIds)).size).toBe(parts.length);
      const printed = (of: readonly number[]): number => of.reduce((sum, amount) => sum + Number(amount.toPrecision(2)), 0);
      const addUp = (figure: 'mean' | 'worst', whole: number): boolean => Math.abs(printed(lines.map((line) => line[figure])) - printed([whole])) < 1;
      expect(screen.getByRole('table', { name }).closest('.card')?.textContent.includes('Figures are rounded.')).toBe(!(addUp('mean', year(picture).mean) && addUp('worst', average)));
    }
    expect(screen.getAllByRole('columnheader', { name: /^This team.s share of the company.s bad years$/ })).toHaveLength(1);
    expect(screen.getAllByRole('columnheader', { name: /^This team alone/ })).toHaveLength(1);
    expect(screen.getAllByRole('columnheader', { name: /^What would go away with this team.s risks$/ })).toHaveLength(1);
  });

  it('opens from the name of a line exactly the risks the line is made of', () => {
    const picture = company();
    const { parts } = worst(picture);
    const inMoney = new Set(parts.map(({ id }) => id));
    for (const line of [...sharesByTeam(picture, parts), ...sharesByProcess(picture, parts)]) {
      expect(risksMatching(picture, line.filter).flatMap(({ id }) => (inMoney.has(id) ? [id] : [])).sort()).toEqual([...line.riskIds].sort());
    }
  });

  it('divides a risk that ships by several processes by its stated shares', () => {
    const picture = company();
    const [first, ...rest] = picture.risks;
    if (first === undefined) throw new Error('no risk');
    const divided = { ...picture, risks: [{ ...first, processId: null, severalProcesses: true, processShares: [{ processId: 'p0', share: 0.25 }, { processId: 'p1', share: 0.75 }] }, ...rest] };
    const lines = sharesByProcess(divided, [{ id: first.id, mean: 8, worst: 80 }]);
    expect(lines.map(({ key, mean, worst: part }) => [key, mean, part])).toEqual([['process p1', 6, 60], ['process p0', 2, 20]]);
  });

  it('lists the scenarios that make up the years over an amount, largest part first, and they are those years', async () => {
    const picture = company();
    await draw(picture, '/exposure?over=3000000');
    const { average, parts, chance } = worst(picture, { ask: 'over', amount: 3e6 });
    const over = card(/such a year costs/);
    expect(within(over).getByRole('heading').textContent).toBe(`${yearsInWords(50, chance)}, losses exceed $3 million; such a year costs ${moneyProse(average, 'USD')} on average`);
    const rows = cells(within(over).getByRole('table'));
    const ranked = parts.toSorted((a, b) => b.worst - a.worst);
    const first = picture.risks.find(({ id }) => id === ranked[0]?.id);
    expect(rows[0]?.[0]).toBe(first?.label);
    expect(rows[0]?.at(-1)).toBe(moneyShort(ranked[0]?.worst ?? -1, 'USD'));
    expect(rows.at(-1)?.at(-1)).toBe(moneyShort(average, 'USD'));
    expect(rows).toHaveLength(Math.min(12, parts.length) + 2);
    cleanup();
    await draw(picture, '/exposure?over=3123456');
    expect(within(card(/such a year costs/)).getByRole('heading').textContent).toContain('losses exceed $3.1 million;');
  });

  it('shows what a common cause adds to the median and the tail, and the bound no dependence passes', async () => {
    const picture = company();
    await draw(picture);
    const causes = card(/^1 common cause counted; the rest is treated as independent$/);
    const rows = cells(within(causes).getByRole('table'));
    expect(rows[1]?.[0]).toMatch(/^The build system is taken over 4 risks$/);
    expect(rows[1]?.slice(3)).toHaveLength(4);
    const bound = ask(picture, { ask: 'bound' });
    if (bound.of !== 'bound') throw new Error(bound.of);
    expect(causes.textContent).toContain(`cannot cost more than ${moneyProse(bound.es95, 'USD')} on average`);
    const bad = finished(engine.answer({ ...companyPortfolio(picture).portfolio, badYearVariance: 0.25 }, { ask: 'year', percentiles: [0.5, 0.95, 0.99], thresholds: [], curvePoints: 0 }));
    if (bad.of !== 'year') throw new Error(bad.of);
    expect(within(causes).getByRole('heading', { level: 3 }).textContent).toBe('A sensitivity, in none of the other figures');
    expect(causes.textContent).toContain(badYearWords(year(picture, [0.5, 0.95, 0.99]), bad, 'USD'));
    cleanup();
    await draw(company({ commonCauses: [] }));
    expect(card(/^No common cause is on the record: every risk is treated as independent$/)).toBeDefined();
  });

  it('names every risk the figures do not cover, with its owner, and the bounded ones apart', async () => {
    const picture = company();
    const [first, ...rest] = picture.risks;
    if (first === undefined) throw new Error('no risk');
    const bounded = { ...first, exposure: null, expectedAnnualLoss: null, size: { kind: 'bounded' as const, low: 1e4, high: 6e5, why: 'Words of a scale.' } };
    await draw({ ...picture, risks: [bounded, ...rest] });
    const { covers, unquantified } = companyPortfolio({ ...picture, risks: [bounded, ...rest] });
    const others = card(new RegExp(`^The figures cover ${covers.with} of 40 open risks$`));
    expect(within(others).getAllByRole('listitem')).toHaveLength(unquantified.length + 1);
    expect(others.textContent).toContain('1 risk known only as words of an approved scale: $10,000 to $600,000 in an average year');
    for (const { risk } of unquantified) expect(within(others).getAllByText(risk.label).length).toBeGreaterThan(0);
  });

  it('draws the curve in a chunk of its own, from the chance of any loss, with its rows', async () => {
    const picture = company();
    const container = await draw(picture, '/exposure?view=lec');
    const svg = await screen.findByRole('img', { name: /tolerance/ });
    expect(svg.getAttribute('aria-describedby')).toBeTruthy();
    expect(container.querySelector('[role="application"]')).toBeNull();
    expect(container.querySelectorAll('.recharts-line')).toHaveLength(2);
    expect(card(/^The curve (passes|stays within) the tolerance/).textContent).toMatch(/The curve starts at .+: in .+ of years there is no loss\./);
  });

  it.each(['/exposure', '/exposure?view=lec', '/exposure?view=top&over=5000000'])('has nothing axe objects to at %s, and only words the product uses', async (address) => {
    const container = await draw(company(), address);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(bannedIn(container.textContent)).toEqual([]);
  });

  it('says how many risks are done while it computes, keeps the room of the figures, and shows them when they come', async () => {
    const listeners: RunListener[] = [];
    const runner: ExposureRunner = { known: () => undefined, ask: (_, __, listener) => { listeners.push(listener); return { stop: () => undefined }; } };
    const { container } = renderAt(<ExposureRunnerProvider runner={runner}><ExposurePage /></ExposureRunnerProvider>, '/exposure', company());
    expect(container.textContent).not.toContain('Computing');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('How much could we lose in a year');
    await waitFor(() => { expect(container.textContent).toContain('Computing …'); });
    act(() => { for (const { onProgress } of listeners) onProgress({ done: 42, total: 169 }); });
    expect(container.textContent).toContain('Computing … 42 of 169 risks');
    expect(container.querySelectorAll('[aria-busy="true"]').length).toBeGreaterThan(2);
  });

  it('says what did not work, card by card, and asks again when told to', async () => {
    let asked = 0;
    const runner: ExposureRunner = { known: () => undefined, ask: (_, __, { onTrouble }) => { asked += 1; onTrouble(new Error('No worker here.')); return { stop: () => undefined }; } };
    renderAt(<ExposureRunnerProvider runner={runner}><ExposurePage /></ExposureRunnerProvider>, '/exposure', company());
    const [first] = await screen.findAllByRole('button', { name: 'Try again' });
    expect(screen.getAllByText('No worker here.').length).toBeGreaterThan(1);
    expect(card(/same inputs give the same/)).toBeDefined();
    const before = asked;
    act(() => { first?.click(); });
    expect(asked).toBe(before + 1);
  });

  it('says that there is no year to compute where no risk is in money', async () => {
    const picture = company();
    await draw({ ...picture, risks: picture.risks.map((risk) => ({ ...risk, exposure: null, expectedAnnualLoss: null })) });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No open risk is in money, so there is no year to compute');
    expect(document.querySelector('circle:not(.owner-glyph *)')).toBeNull();
  });
});
