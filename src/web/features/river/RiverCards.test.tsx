// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
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

async function draw(place: object = {}, query = '', river = smallRiver()): Promise<void> {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json(river);
  });
  renderAt(<RiverCards place={place} where="All services" />, `/release${query}`, smallPicture());
  await waitFor(() => { expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(5); });
  await waitFor(() => { expect(screen.getByRole('img', { name: /^Found and fixed a week/ })).toBeDefined(); });
}

test('each card answers in a sentence made of its counts', async () => {
  await draw();
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Rising: 3 found and 2 fixed a week over the last 8 whole weeks; 18 open, up 8',
    '3 of the 20 open were found 26 weeks ago or longer',
    '6 of 10 findings got past the stage that made them, all made in Code and found in Deploy',
    'Of 16 fixes 8 name a team; 3 were made by the team that introduced the defect',
    'No kind of defect on the record escaped again after it was fixed',
  ]);
  expect(screen.getByText(/The record does not hold the stage that made 30 of 40 findings/)).toBeDefined();
  expect(bannedIn(document.body.textContent)).toEqual([]);
});

test('every number leads to exactly the findings it counts, in the place of the page', async () => {
  await draw({ processId: 'train' });
  expect(asked).toEqual(['/api/v1/river?process=train']);
  const to = (name: string): string | null | undefined => screen.getAllByRole('link', { name })[0]?.getAttribute('href');
  expect(to('6 findings: made at Code, found at Deploy')).toBe('/findings?process=train&stage=deploy&fixed=yes&madeAt=code&afterShipping=no');
  expect(to('30 findings: stage of origin not recorded')).toBe('/findings?process=train&fixed=yes&noMadeAt=yes&afterShipping=no');
  expect(to('6 findings: made at Code, found at another stage')).toBe('/findings?process=train&fixed=yes&madeAt=code&escaped=yes&afterShipping=no');
  expect(to('8 findings: fixed by Sign-in')).toBe('/findings?process=train&fixed=yes&fixedBy=signin');
  expect(to('3 findings: introduced by Sign-in, fixed by a team on record')).toBe('/findings?process=train&fixed=yes&madeBy=signin&fixNamed=yes');
  expect(to('24 findings: no introducing team recorded')).toBe('/findings?process=train&fixed=yes&noMadeBy=yes');
  expect(to('16 findings: fixed in the week of 2026-11-02')).toBe('/findings?process=train&fixed=yes&fixedWeek=2026-11-02');
  expect(to('5 findings: introduced by Tokens, fixed by Sign-in')).toBe('/findings?process=train&fixed=yes&madeBy=tokens&fixedBy=signin');
  expect(to('3 findings: open, found 26 weeks ago or longer')).toBe('/findings?process=train&foundTo=2026-05-24');
  expect(to('20 findings: open, All services')).toBe('/findings?process=train');
});

test('teams stand in the order of their names', async () => {
  await draw();
  const table = screen.getByRole('table', { name: /by who introduced and who fixed/, hidden: true });
  expect(within(table).getAllByRole('rowheader', { hidden: true }).map((cell) => cell.textContent)).toEqual(['Sign-in', 'Tokens']);
});

test('the drawings are named and their tables hold a row for every mark', async () => {
  await draw();
  for (const drawing of screen.getAllByRole('img')) expect(drawing.getAttribute('aria-label')).not.toBe('');
  const weeks = screen.getByRole('table', { name: /Findings by week/, hidden: true });
  expect(within(weeks).getAllByRole('row', { hidden: true })).toHaveLength(27);
});

test('two lists of weeks narrow the river, its rows and the balance, and the pace stays that of today', async () => {
  await draw({}, '?weeksFrom=2026-10-05&weeksTo=2026-11-02');
  expect(screen.getByText('10 open before 5 Oct 2026, plus 24 found, less 16 fixed: 18 open on 8 Nov 2026, 8 more.', { selector: '.river-balance' })).toBeDefined();
  expect(within(screen.getByRole('table', { name: /Findings by week/, hidden: true })).getAllByRole('row', { hidden: true })).toHaveLength(6);
  expect(screen.getByText('At this pace the 20 open grow by 1 a week.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'All 26 weeks' }).getAttribute('href')).toBe('/release');
  fireEvent.change(screen.getByLabelText('to the week that ends'), { target: { value: '2026-10-12' } });
  await waitFor(() => { expect(screen.getByText(/26 open on 18 Oct 2026, 16 more/, { selector: '.river-balance' })).toBeDefined(); });
});

test('each team is set beside its own releases where the address asks for it, and too few make no rate', async () => {
  await draw({}, '?per=releases');
  expect(screen.getByText('under 10 releases')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Findings' }).getAttribute('href')).toBe('/release');
});

test('nothing on the record is said in words, and nothing is drawn', async () => {
  const river = smallRiver();
  const counts = { ...river.counts, openBefore: 0, weeks: [], open: 0, openByWeek: [], medianAgeDays: null, stages: [], teams: [] };
  vi.stubGlobal('fetch', async () => Response.json({ ...river, counts, releases: [] }));
  renderAt(<RiverCards place={{}} where="All services" />, '/release', smallPicture());
  await waitFor(() => { expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'No finding was open, found or fixed in half a year', 'Nothing is open', 'Of no finding are both the stage that made it and the stage that found it recorded', 'No fix is on the record',
    'No kind of defect on the record escaped again after it was fixed',
  ]); });
  expect(screen.queryAllByRole('img')).toEqual([]);
});

test('a kind of defect that came again leads to the ones that came again and to all of its kind', async () => {
  const row = { introducedTeamId: 'signin', serviceId: 'login', kind: 'CWE-79', kindIs: 'weakness' as const, escapes: 5, again: 2, open: 1, firstFixedOn: '2026-03-02', lastOn: '2026-11-01' };
  await draw({}, '', smallRiver({ repeats: { rows: [row], total: 1 } }));
  expect(screen.getByRole('link', { name: /^2 findings: CWE-79 in Login/ }).getAttribute('href')).toBe('/findings?service=login&fixed=yes&escaped=yes&madeBy=signin&kind=CWE-79&madeAfter=2026-03-02');
  expect(screen.getByRole('link', { name: /^5 findings: CWE-79 in Login/ }).getAttribute('href')).toBe('/findings?service=login&fixed=yes&escaped=yes&madeBy=signin&kind=CWE-79');
});

test('counts that did not load leave the rest of the page and can be asked for again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ title: 'Something in the server went wrong', instance: 'abc' }, { status: 500 }));
  renderAt(<RiverCards place={{}} where="All services" />, '/release', smallPicture());
  await waitFor(() => { expect(screen.getByRole('alert').textContent).toContain('Findings by stage and week did not load.'); });
});
