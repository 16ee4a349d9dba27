// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { teamByProcess } from '#core/picture/roll-up.ts';
import { CellPage } from '#web/pages/cell/CellPage.tsx';
import { ProcessPage } from '#web/pages/release/ProcessPage.tsx';
import { StagePage } from '#web/pages/release/StagePage.tsx';
import { ReleasePage } from '#web/pages/release/ReleasePage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallRiver } from '#web/testing/small-river.ts';
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

describe('one stage', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  const asked: string[] = [];
  function answer(): void {
    asked.length = 0;
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return Response.json(url.startsWith('/api/v1/river') ? smallRiver() : { asOf: '2026-11-21', findings: [], total: 0, nextCursor: null, defects: [] });
    });
  }

  test('says who can stop a release there, what got past it and what it found from earlier stages, each number leading to its list', async () => {
    answer();
    renderAt(<StagePage />, '/release/train/stage/deploy', smallPicture());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Deploy, Weekly train: T. Abara can stop a release here');
    await waitFor(() => { expect(screen.getByRole('heading', { name: 'All 6 findings there to be found at Deploy were found there' })).toBeDefined(); });
    const to = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');
    expect(to('6 findings: made at Deploy or earlier and found there')).toBe('/findings?process=train&stage=deploy&fixed=yes&madeAtAny=code&madeAtAny=deploy&afterShipping=no');
    expect(to('6 findings: found at Deploy, Code')).toBe('/findings?process=train&stage=deploy&fixed=yes&madeAt=code&afterShipping=no');
    expect(to('30 findings: found at Deploy, Not recorded')).toBe('/findings?process=train&stage=deploy&fixed=yes&noMadeAt=yes&afterShipping=no');
    expect(asked).toContain('/api/v1/findings?process=train&stage=deploy&limit=10');
    expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
  });

  test('what an earlier stage let through is told from the stage that made it', async () => {
    answer();
    renderAt(<StagePage />, '/release/train/stage/code', smallPicture());
    await waitFor(() => { expect(screen.getByRole('heading', { name: 'Of 10 findings there to be found at Code, 4 were found there and 6 later' })).toBeDefined(); });
    expect(screen.getByRole('link', { name: '6 findings: made at Code or earlier and found later' }).getAttribute('href')).toBe('/findings?process=train&fixed=yes&foundAtAny=deploy&madeAtAny=code&afterShipping=no');
    expect(screen.getByText('The gate advises and cannot stop a release')).toBeDefined();
  });

  test('a stage in the place of a process is that stage in every process that has it', async () => {
    answer();
    renderAt(<ProcessPage />, '/release/deploy', smallPicture());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Deploy: in 1 of 1 release process with this stage a named person can stop a release');
    await waitFor(() => { expect(asked).toContain('/api/v1/river'); });
  });

  test('an unknown stage leads to its process', () => {
    renderAt(<StagePage />, '/release/train/stage/nowhere', smallPicture());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: stage nowhere');
    expect(screen.getByRole('link', { name: 'Weekly train' }).getAttribute('href')).toBe('/release/train');
  });
});
