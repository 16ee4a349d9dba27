// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RiverCards } from '#web/features/river/RiverCards.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { smallRiver } from '#web/testing/small-river.ts';
import { bannedIn } from '#web/testing/words.ts';

const asked: string[] = [];

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  asked.length = 0;
});

async function draw(place: object = {}): Promise<void> {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json(smallRiver());
  });
  renderAt(<RiverCards place={place} where="All services" />, '/release', smallPicture());
  await waitFor(() => { expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3); });
}

test('each card answers in a sentence made of its counts', async () => {
  await draw();
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Rising: 3 found and 2 fixed a week over the last 8 whole weeks; 18 open, up 8',
    '6 of 10 defects got past the stage that made them; all (6) were made in Code and found in Deploy',
    'Of 16 fixes 8 name a team; 3 were made by the team that introduced the defect',
  ]);
  expect(screen.getByText(/The record does not hold the stage that made 30 of 40 findings/)).toBeDefined();
  expect(bannedIn(document.body.textContent)).toEqual([]);
});

test('every number leads to exactly the findings it counts, in the place of the page', async () => {
  await draw({ processId: 'train' });
  expect(asked).toEqual(['/api/v1/river?process=train']);
  const to = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');
  expect(to('6 findings: made at Code, found at Deploy')).toBe('/findings?process=train&stage=deploy&fixed=yes&madeAt=code');
  expect(to('30 findings: stage of origin not recorded')).toBe('/findings?process=train&fixed=yes&noMadeAt=yes');
  expect(to('6 findings: made at Code, found at another stage')).toBe('/findings?process=train&fixed=yes&madeAt=code&escaped=yes');
  expect(to('8 findings: fixed by Sign-in')).toBe('/findings?process=train&fixed=yes&fixedBy=signin');
  expect(to('3 findings: introduced by Sign-in, fixed by a team on record')).toBe('/findings?process=train&fixed=yes&madeBy=signin&fixNamed=yes');
  expect(to('24 findings: no introducing team recorded')).toBe('/findings?process=train&fixed=yes&noMadeBy=yes');
  expect(to('16 findings: fixed in the week of 2026-11-02')).toBe('/findings?process=train&fixed=yes&fixedWeek=2026-11-02');
  expect(to('20 findings: open, All services')).toBe('/findings?process=train');
});

test('teams stand in the order of their names', async () => {
  await draw();
  const table = screen.getByRole('table', { name: /Fixes that name a team/, hidden: true });
  expect(within(table).getAllByRole('rowheader', { hidden: true }).map((cell) => cell.textContent)).toEqual(['Sign-in', 'Tokens']);
});

test('the drawings are named and their tables hold a row for every mark', async () => {
  await draw();
  for (const drawing of screen.getAllByRole('img')) expect(drawing.getAttribute('aria-label')).not.toBe('');
  const weeks = screen.getByRole('table', { name: /Findings by week/, hidden: true });
  expect(within(weeks).getAllByRole('row', { hidden: true })).toHaveLength(27);
});

test('counts that did not load leave the rest of the page and can be asked for again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ title: 'Something in the server went wrong', instance: 'abc' }, { status: 500 }));
  renderAt(<RiverCards place={{}} where="All services" />, '/release', smallPicture());
  await waitFor(() => { expect(screen.getByRole('alert').textContent).toContain('Findings by stage and week did not load.'); });
});
