import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useLocation } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Picture } from '#core/picture/picture.ts';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

/** The dialogs of jsdom cannot be modal. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() { this.open = true; };
  HTMLDialogElement.prototype.close = function close() { this.open = false; };
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string) => Response.json(address.includes('/cases') ? { cases: [], troubles: [] } : { asOf: '2026-11-21', query: 'x', groups: [{ kind: 'findings', hits: [{ id: 'F-7', name: 'CVE-2026-1234 in tokens', detail: 'Login' }], more: false }] }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Where() {
  const { pathname, search } = useLocation();
  return <p data-testid="where">{pathname + search}</p>;
}

const draw = (picture: Picture | undefined = smallPicture()) => renderAt(<><SearchBox picture={picture} /><input aria-label="elsewhere" /><Where /></>, '/knew?asOf=2026-11-21', smallPicture());
const box = () => screen.getByRole('combobox');
const type = (text: string) => { fireEvent.change(box(), { target: { value: text } }); };
const press = (key: string) => { fireEvent.keyDown(box(), { key }); };
const chosen = (): string | null | undefined => screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')?.firstChild?.textContent;
const where = () => screen.getByTestId('where').textContent;

it('opens on a slash and on Ctrl-K, but not while somebody types a slash', () => {
  draw();
  const elsewhere = screen.getByLabelText('elsewhere');
  fireEvent.keyDown(elsewhere, { key: '/' });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(elsewhere, { key: 'k', ctrlKey: true });
  expect(screen.getByRole('dialog', { name: 'Search' })).toBeDefined();
  press('Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(screen.getByRole('dialog', { name: 'Search' })).toBeDefined();
});

it('groups what it finds by kind with the path to each, findings of the server last', async () => {
  draw();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(box().getAttribute('aria-expanded')).toBe('false');
  type('token');
  await screen.findByRole('option', { name: /CVE-2026-1234/ });
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('listbox').id).toBe(box().getAttribute('aria-controls'));
  const groups = screen.getAllByRole('group');
  expect(groups.map((group) => group.firstChild?.textContent).sort()).toEqual(['Findings', 'Risks', 'Services', 'Teams']);
  expect(groups.at(-1)?.textContent).toContain('Findings');
  expect(within(screen.getByRole('group', { name: 'Teams' })).getByRole('option').textContent).toContain('Acme › Identity');
  expect(screen.getByText('4 results')).toBeDefined();
});

it('moves by arrows, Home and End through the options, around both ends, and Enter opens the one it stands on', async () => {
  draw();
  fireEvent.keyDown(document.body, { key: '/' });
  type('token');
  await screen.findByRole('option', { name: /CVE-2026-1234/ });
  const names = screen.getAllByRole('option').map((option) => option.firstChild?.textContent);
  expect(chosen()).toBeUndefined();
  press('ArrowDown');
  expect(chosen()).toBe(names[0]);
  expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.firstChild?.textContent).toBe(names[0]);
  press('ArrowUp');
  expect(chosen()).toBe(names.at(-1));
  press('ArrowDown');
  expect(chosen()).toBe(names[0]);
  press('End');
  expect(chosen()).toBe(names.at(-1));
  press('Home');
  press('ArrowDown');
  expect(chosen()).toBe(names[1]);
  press('End');
  press('ArrowUp');
  expect(chosen()).toBe('CVE-2026-1234 in tokens');
  press('Enter');
  await waitFor(() => { expect(where()).toBe('/findings/F-7?asOf=2026-11-21'); });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('opens the page of all results where no option is chosen', async () => {
  draw();
  fireEvent.keyDown(document.body, { key: '/' });
  type(' signing key ');
  press('Enter');
  await waitFor(() => { expect(where()).toBe('/search?asOf=2026-11-21&q=signing+key'); });
});

it('says what was searched where nothing is found, and that the record has not loaded where it has not', async () => {
  vi.stubGlobal('fetch', async (address: string) => Response.json(address.includes('/cases') ? { cases: [], troubles: [] } : { asOf: '2026-11-21', query: 'x', groups: [] }));
  draw();
  fireEvent.keyDown(document.body, { key: '/' });
  type('zzzz');
  expect(await screen.findByText('Nothing found for “zzzz”')).toBeDefined();
  expect(screen.getByText(/Looked through the names and ids of 6 risks, 4 teams/)).toBeDefined();
  cleanup();
  renderAt(<SearchBox picture={undefined} />, '/', smallPicture());
  fireEvent.keyDown(document.body, { key: '/' });
  expect(screen.getByText('The search begins once the record has loaded.')).toBeDefined();
});
