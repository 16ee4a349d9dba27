// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PeoplePage } from '#web/pages/person/PeoplePage.tsx';
import { PersonPage } from '#web/pages/person/PersonPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

test('what waits on a person is named risk by risk, with the date it is needed by', () => {
  const picture = smallPicture({ risks: [smallRisk('R-1', { label: 'Token replay', decisions: [] })] });
  renderAt(<PersonPage />, '/people/lindqvist', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('One decision and one piece of evidence wait on M. Lindqvist');
  const card = screen.getByRole('region', { name: 'What waits on them' });
  expect(within(card).getByRole('heading', { name: 'Decisions to make' })).toBeDefined();
  expect(within(card).getAllByText(/needed by/)[0]?.textContent).toContain('3 Aug 2026');
  expect(within(card).getByRole('heading', { name: 'Evidence that has not reached them' })).toBeDefined();
});

test('a grant shows its limit, its scope and the chain to the governing body', () => {
  renderAt(<PersonPage />, '/people/abara', smallPicture());
  const card = screen.getByRole('region', { name: 'One grant of authority is in force' });
  expect(card.textContent).toContain('every service of Identity');
  expect(card.textContent).toContain('Given by the governing body, from 1 Jan 2026, until 31 Dec 2026.');
  expect(card.textContent).toContain('It may be passed on.');
});

test('a grant that ended is shown as not in force, and whom it came from', () => {
  renderAt(<PersonPage />, '/people/lindqvist', smallPicture());
  const card = screen.getByRole('region', { name: 'No authority is in force' });
  expect(card.textContent).toContain('not in force');
  expect(within(card).getByRole('link', { name: 'T. Abara' })).toBeDefined();
});

test('nothing waiting and no grant are two different texts', () => {
  renderAt(<PersonPage />, '/people/castro', smallPicture({ risks: [] }));
  expect(screen.getByText('Nothing waits on them on the record.')).toBeDefined();
  expect(screen.getByText(/No grant of authority to J. Castro is on the record/)).toBeDefined();
});

test('a mailbox is said to be one', () => {
  renderAt(<PersonPage />, '/people/desk', smallPicture());
  expect(screen.getByText(/a mailbox, not a person/)).toBeDefined();
});

test('people stand by team in the order of the alphabet, without any number beside a name', () => {
  renderAt(<PeoplePage />, '/people', smallPicture());
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Acme', 'Identity', 'Sign-in', 'Tokens', 'No team recorded']);
  for (const item of screen.getAllByRole('listitem')) expect(item.textContent).not.toMatch(/\d/);
});

test('the pages use none of the banned words', () => {
  renderAt(<PersonPage />, '/people/abara', smallPicture());
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});
