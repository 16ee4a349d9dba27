import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderApp } from '#web/testing/render-app.tsx';

const PICTURE = '*/api/v1/picture';
const server = setupServer();
beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => { server.close(); });

const picture = companyPicture();
function answer(): void {
  server.use(http.get(PICTURE, ({ request }) => {
    const query = new URL(request.url).searchParams;
    return HttpResponse.json({ ...picture, asOf: query.get('asOf') ?? picture.asOf, against: query.get('against') ?? picture.against });
  }));
}

const title = () => screen.findByRole('heading', { level: 1 });
const dates = () => screen.getByRole('button', { name: /^As of/ });

describe('the page frame', () => {
  it('says that it is loading only once that takes a moment, and then shows the page', async () => {
    server.use(http.get(PICTURE, async () => {
      await delay(400);
      return HttpResponse.json(picture);
    }));
    renderApp('/');
    expect(screen.queryByText(/Loading/)).toBeNull();
    expect(await screen.findByText(/Loading the picture/)).toBeDefined();
    await title();
    expect(screen.queryByText(/Loading the picture/)).toBeNull();
  });

  it('says what did not load and what to do, and asks again on request', async () => {
    server.use(http.get(PICTURE, () => HttpResponse.json(
      { type: 'urn:whose-call:problem:out-of-order', title: 'Something in the server went wrong', status: 500, detail: 'The record could not be read.', remedy: 'Try again.', instance: 'q-17' },
      { status: 500 },
    ), { once: true }));
    renderApp('/');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The picture did not load.');
    expect(alert.textContent).toContain('The record could not be read. Try again.');
    expect(alert.textContent).toContain('q-17');
    answer();
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await title();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the old figures while the new are on their way, and says of which day they are', async () => {
    answer();
    const { router } = renderApp('/');
    await title();
    server.use(http.get(PICTURE, async () => {
      await delay(150);
      return HttpResponse.json({ ...picture, asOf: '2026-06-30' });
    }));
    await router.navigate('/?asOf=2026-06-30');
    expect(await screen.findByText(/Updating, showing 21 Nov 2026/)).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
    await waitFor(() => { expect(dates().textContent).toContain('30 Jun 2026'); });
    expect(screen.queryByText(/Updating/)).toBeNull();
  });

  it('keeps the last good figures where the new did not come, and names their day', async () => {
    answer();
    const { router } = renderApp('/');
    await title();
    server.use(http.get(PICTURE, () => HttpResponse.error()));
    await router.navigate('/?asOf=2026-06-30');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The server could not be reached.');
    expect(alert.textContent).toContain('Offline copy of 21 Nov 2026');
    expect(alert.textContent).toContain('The dates in the address are not among the copies');
    expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
  });

  it('asks the server for the dates in the address, and for none that was not chosen', async () => {
    const asked: string[] = [];
    server.use(http.get(PICTURE, ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(picture);
    }));
    renderApp('/?against=2026-03-31&colour=blue');
    await title();
    expect(asked).toEqual(['?against=2026-03-31']);
  });

  it('writes a chosen date into the address as one history entry, and every link carries it on', async () => {
    answer();
    const { router } = renderApp('/');
    await title();
    fireEvent.change(screen.getByLabelText(/^As of: what the record/), { target: { value: '2026-06-30' } });
    fireEvent.click(screen.getByText('Show these dates'));
    await waitFor(() => { expect(dates().textContent).toContain('30 Jun 2026'); });
    expect(router.state.location.search).toBe('?asOf=2026-06-30');
    expect(router.state.historyAction).toBe('PUSH');
    const internal = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')];
    expect(internal.length).toBeGreaterThan(20);
    for (const link of internal) expect(link.getAttribute('href')).toContain('asOf=2026-06-30');
    fireEvent.click(screen.getByText('Back to the latest'));
    await waitFor(() => { expect(router.state.location.search).toBe(''); });
  });

  it('mirrors the path in the breadcrumb, level by level', async () => {
    answer();
    renderApp('/teams/payments/process/p0?asOf=2026-11-21');
    const crumbs = await screen.findByRole('navigation', { name: 'Breadcrumb' });
    await waitFor(() => { expect(within(crumbs).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Test company', 'Teams', 'Payments', 'Weekly service train']); });
    expect(within(crumbs).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/?asOf=2026-11-21', '/teams?asOf=2026-11-21', '/teams/payments?asOf=2026-11-21']);
    expect(within(crumbs).getByText('Weekly service train').getAttribute('aria-current')).toBe('page');
  });

  it('moves the focus to the heading after a navigation, and not on arrival or on a change of dates', async () => {
    answer();
    const { router } = renderApp('/');
    await title();
    expect(document.activeElement).toBe(document.body);
    await router.navigate('/?asOf=2026-06-30');
    await waitFor(() => { expect(dates().textContent).toContain('30 Jun 2026'); });
    expect(document.activeElement).toBe(document.body);
    await router.navigate('/coverage');
    await waitFor(() => { expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })); });
    expect(document.title).toBe('What the record does not hold - Test company - Whose Call');
  });

  it('marks the section the reader is in, at any depth', async () => {
    answer();
    renderApp('/coverage');
    const main = await screen.findByRole('navigation', { name: 'Main' });
    expect(within(main).queryAllByRole('link').filter((link) => link.hasAttribute('aria-current'))).toEqual([]);
    cleanup();
    renderApp('/risks/R-104');
    const again = await screen.findByRole('navigation', { name: 'Main' });
    expect(within(again).getByRole('link', { name: 'Brief' }).getAttribute('aria-current')).toBe('true');
  });

  it('says that the company is a sample, where it is one', async () => {
    answer();
    renderApp('/');
    await title();
    expect(screen.getByText('Sample company, record ends 20 Nov 2026')).toBeDefined();
  });
});
