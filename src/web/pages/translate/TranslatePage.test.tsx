import axe from 'axe-core';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { risksMatching } from '#core/picture/filter.ts';
import { placeOf } from '#web/paths.ts';
import { TranslatePage } from '#web/pages/translate/TranslatePage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';
import { filterOfPage } from '#web/url/risk-filter.ts';

afterEach(() => {
  fireEvent.change(screen.getByLabelText('Paste it here'), { target: { value: '' } });
  cleanup();
});

function translated(text: string): HTMLElement {
  const { container } = renderAt(<TranslatePage />, '/translate', smallPicture());
  fireEvent.change(screen.getByLabelText('Paste it here'), { target: { value: text } });
  return container;
}

const list = 'Item,RAG\nSign-in,Green\nToken issuer,Amber\nWeak isuer keys,Red\nCloud posture,Green';

it('says of each colour word how many risks and how much it hid, and what no colour mentions', () => {
  translated(list);
  for (const name of ['“Green” stands for 3 open risks, $3.2 million a year', '“Amber” stands for 1 open risk, $300,000 a year', '“Red” stands for 1 open risk, $1.5 million a year', 'No colour mentions 1 open risk, 1 without a range', '1 item is not on the record']) {
    expect(screen.getByRole('region', { name })).toBeDefined();
  }
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('3 colour words stand for 5 open risks and $5 million a year; no colour mentions one other');
});

it('leads from every count to exactly as many risks', () => {
  const picture = smallPicture();
  translated(list);
  const counts = [...document.querySelectorAll<HTMLAnchorElement>('.translate-facts a.number')];
  expect(counts.length).toBeGreaterThan(5);
  for (const link of counts) {
    const url = new URL(link.href);
    expect(Number(link.textContent)).toBe(risksMatching(picture, filterOfPage(placeOf(url.pathname), url.searchParams)).length);
  }
});

it('draws no colour word in its colour, and sends the list nowhere', () => {
  const sent = vi.spyOn(globalThis, 'fetch');
  const container = translated(list);
  expect(container.querySelectorAll('[style*="color"]').length).toBe(0);
  expect(sent).not.toHaveBeenCalled();
  sent.mockRestore();
});

it('reads a file in the page', async () => {
  renderAt(<TranslatePage />, '/translate', smallPicture());
  fireEvent.change(screen.getByLabelText(/choose a file/), { target: { files: [new File(['R-2;gruen\n;\n'], 'ampel.csv')] } });
  expect(await screen.findByRole('region', { name: '“gruen” stands for 1 open risk, $500,000 a year' })).toBeDefined();
});

it('says which lines it could not read, and what every item means', () => {
  translated('R-1,Green\nno colour here\n');
  expect(screen.getByText('1 item read. Line 2 names no item or no colour.')).toBeDefined();
  const card = screen.getByRole('region', { name: /^“Green”/ });
  expect(within(card).getByText('the risk “Token replay in sign-in”')).toBeDefined();
});

it('says nothing in levels or colours before a list is brought, and axe finds nothing then or after', async () => {
  const { container } = renderAt(<TranslatePage />, '/translate', smallPicture());
  expect(bannedIn(container.textContent)).toEqual([]);
  for (const text of ['', list]) {
    fireEvent.change(screen.getByLabelText('Paste it here'), { target: { value: text } });
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => violation.id)).toEqual([]);
  }
});
