// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { teamByProcess } from '#core/picture/roll-up.ts';
import { CellPage } from '#web/pages/cell/CellPage.tsx';
import { ProcessPage } from '#web/pages/release/ProcessPage.tsx';
import { ReleasePage } from '#web/pages/release/ReleasePage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const listed = (): number => screen.queryAllByRole('rowheader').filter((cell) => cell.className === 'risk-list__what').length;

test('the overview says in how many processes a named person can stop a release', () => {
  renderAt(<ReleasePage />, '/release', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('In 1 of 2 release processes a named person can stop a release');
  expect(screen.getByText('its one stage cannot stop a release')).toBeDefined();
});

test('the numbers of the overview sum to the open risks', () => {
  const picture = companyPicture(90);
  renderAt(<ReleasePage />, '/release', picture);
  const counts = screen.getAllByRole('link', { name: /open risks? of/ }).map((link) => Number(link.textContent));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(90);
});

test('a gate is told in words, with who owns it or that nobody is named', () => {
  renderAt(<ProcessPage />, '/release/train', smallPicture());
  const stages = screen.getByRole('region', { name: 'Stages, gates and who owns each gate' });
  const rows = within(stages).getAllByRole('row').slice(1).map((row) => row.textContent);
  expect(rows[0]).toContain('advises, cannot stop a releaseNobody is named');
  expect(rows[1]).toContain('can stop a releaseT. Abara');
  expect(rows[2]).toContain('No stage recorded');
});

test('conditions about a process stand on its page and nowhere else', () => {
  renderAt(<ProcessPage />, '/release/store', smallPicture());
  expect(screen.getByText(/Nothing in App store can stop a release/)).toBeDefined();
  cleanup();
  renderAt(<ProcessPage />, '/release/train', smallPicture());
  expect(screen.queryByText(/Nothing in App store/)).toBeNull();
});

test('every tile of the table opens a cell that lists as many risks as the tile counts', () => {
  const picture = companyPicture(70);
  const table = teamByProcess(picture);
  let opened = 0;
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    const { teamId, processId, withSubteams } = cell.filter;
    if (teamId === undefined || processId === undefined || withSubteams === false || cell.summary.count === 0) continue;
    renderAt(<CellPage />, `/teams/${encodeURIComponent(teamId)}/process/${encodeURIComponent(processId)}`, picture);
    expect(listed()).toBe(cell.summary.count);
    opened += 1;
    cleanup();
  }
  expect(opened).toBeGreaterThan(5);
});

test('a cell without risks says so and keeps its services', () => {
  renderAt(<CellPage />, '/teams/tokens/process/train', smallPicture({ risks: [] }));
  expect(screen.getByText('No open risk is on the record for Tokens through Weekly train.')).toBeDefined();
  expect(screen.getByRole('region', { name: '1 service' })).toBeDefined();
});

test('unknown places lead to the nearest one above', () => {
  renderAt(<ProcessPage />, '/release/none', smallPicture());
  expect(screen.getByRole('link', { name: 'Release path' })).toBeDefined();
  cleanup();
  renderAt(<CellPage />, '/teams/tokens/process/none', smallPicture());
  expect(screen.getByRole('link', { name: 'Tokens' }).getAttribute('href')).toBe('/teams/tokens');
});

test('the pages use none of the banned words', () => {
  for (const page of [<ReleasePage key="r" />, <ProcessPage key="p" />]) renderAt(page, '/release/train', smallPicture());
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});
