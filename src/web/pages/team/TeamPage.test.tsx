// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { risksMatching } from '#core/picture/filter.ts';
import { placeOf } from '#web/paths.ts';
import { TeamPage } from '#web/pages/team/TeamPage.tsx';
import { TeamsPage } from '#web/pages/team/TeamsPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture } from '#web/testing/small-picture.ts';
import { filterOfPage } from '#web/url/risk-filter.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const rowsOf = (region: HTMLElement): HTMLElement[] => within(region).getAllByRole('row').slice(1);
const riskCard = (): HTMLElement => screen.getByRole('region', { name: /open risks?$/ });

test('a team lists its own risks and those of every team below it, largest first', () => {
  renderAt(<TeamPage />, '/teams/identity', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Identity: four of five open risks are nobody’s informed call');
  expect(rowsOf(riskCard()).map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'Token replay in sign-inR-1 · open 170 days', 'Weak issuer keysR-3 · open 170 days', 'Login and issuer share a keyR-6 · open 170 days',
    'Session fixationR-2 · open 170 days', 'Issuer backup unreadR-4 · open 170 days',
  ]);
});

test('the team alone is a filter that can be cleared', () => {
  renderAt(<TeamPage />, '/teams/identity?subteams=no', smallPicture());
  expect(screen.getByText('None of the 5 open risks match the filters.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Clear filters' }).getAttribute('href')).toBe('/teams/identity');
});

test('a readiness filter narrows the list and says how many of how many', () => {
  renderAt(<TeamPage />, '/teams/identity?cell=can-decide-not-seen', smallPicture());
  expect(rowsOf(screen.getByRole('region', { name: '1 open risk' }))).toHaveLength(1);
  expect(screen.getByText(/Only: Can decide, evidence has not reached them\. 1 of 5\./)).toBeDefined();
});

test('open findings of the team stand by stage and link to exactly that list', () => {
  renderAt(<TeamPage />, '/teams/identity', smallPicture());
  const card = screen.getByRole('region', { name: '65 open findings' });
  expect(within(card).getByRole('link', { name: '3 open findings: Identity, Code' }).getAttribute('href')).toBe('/findings?team=identity&stage=code');
  expect(within(card).getByRole('link', { name: '2 open findings: Identity, No stage recorded' }).getAttribute('href')).toBe('/findings?team=identity&noStage=yes');
});

test('a service without findings is not drawn as zero', () => {
  renderAt(<TeamPage />, '/teams/signin', smallPicture());
  const row = screen.getByRole('rowheader', { name: 'Session' }).closest('tr');
  expect(row?.textContent).toContain('None on record');
});

test('conditions about the team stand with their next step', () => {
  renderAt(<TeamPage />, '/teams/signin', smallPicture());
  expect(screen.getByText(/Security fixed 3 of 6/)).toBeDefined();
});

test('a team without risks, a lead or services says each in its own words', () => {
  const picture = smallPicture({ risks: [], services: [], findingCells: [], previousRisks: [], otherFlags: [] });
  renderAt(<TeamPage />, '/teams/tokens', picture);
  expect(screen.getByText('No open risk is on the record for Tokens.')).toBeDefined();
  expect(screen.getByText('No service is on the record for Tokens.')).toBeDefined();
  expect(screen.getByText(/Nothing can wait on somebody the record does not name/)).toBeDefined();
  expect(screen.getByText(/None found on the record for Tokens/)).toBeDefined();
});

test('an unknown team leads to the tree', () => {
  renderAt(<TeamPage />, '/teams/nowhere', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: team nowhere');
  expect(screen.getByRole('link', { name: 'Teams' }).getAttribute('href')).toBe('/teams');
});

test('the tree shows every team with its lead, or that none is recorded', () => {
  renderAt(<TeamsPage />, '/teams', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('4 teams; 3 of 4 have a named lead');
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Acme', 'Identity', 'Sign-in', 'Tokens']);
  expect(screen.getByText('No lead recorded')).toBeDefined();
});

test('the pages use none of the banned words', () => {
  renderAt(<TeamPage />, '/teams/signin', smallPicture());
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});

test('every number of open risks in the tree opens a list of that length', () => {
  const picture = companyPicture(80);
  renderAt(<TeamsPage />, '/teams', picture);
  const links = screen.getAllByRole('link', { name: /open risks? of|informed call$/ });
  expect(links.length).toBeGreaterThan(15);
  for (const link of links) {
    const [path = '', query = ''] = (link.getAttribute('href') ?? '').split('?');
    expect(risksMatching(picture, filterOfPage(placeOf(path), new URLSearchParams(query)))).toHaveLength(Number(link.textContent));
  }
});
