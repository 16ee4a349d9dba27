// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CaseReplayAnswer } from '#contract/case.ts';
import { flagsOn } from '#core/replay/day-view.ts';
import { dayInWords } from '#core/time.ts';
import { ReplayPage } from '#web/pages/replay/ReplayPage.tsx';
import { ReplaysPage } from '#web/pages/replay/ReplaysPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';
import { drawnCase } from '#test/support/drawn-case.ts';
import { caseText, oddCases } from '#test/support/odd-cases.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function serve(answers: Readonly<Record<string, unknown>>): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const answer = answers[address];
    return answer === undefined ? Response.json({ title: 'Nothing is recorded under this address', detail: 'No case is among the 1 that were read.', remedy: 'The list is at /api/v1/cases.' }, { status: 404 }) : Response.json(answer);
  });
}

async function show(text: string, query = ''): Promise<CaseReplayAnswer> {
  const answer = drawnCase(text);
  const id = answer.case.id;
  serve({ [`/api/v1/cases/${encodeURIComponent(id)}`]: answer });
  renderAt(<ReplayPage />, `/replay/${encodeURIComponent(id)}${query}`, smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(answer.case.title); });
  return answer;
}

const pass = (milliseconds: number): Promise<void> => act(async () => { await vi.advanceTimersByTimeAsync(milliseconds); });

const heading = (name: RegExp): HTMLElement => screen.getByRole('heading', { name });

describe('a replay', () => {
  test('opens on the day of the breach, and a day in the address opens there', async () => {
    await show(caseText());
    expect(heading(/^1 flag up on 10 Jun 2026$/)).toBeDefined();
    cleanup();
    await show(caseText(), '?day=2026-06-03');
    expect(heading(/^Nothing raised on 3 Jun 2026$/)).toBeDefined();
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('Nothing raised on 3 Jun 2026, 7 days before the breach');
  });

  test('keeps a day outside its span, or none at all, within it', async () => {
    await show(caseText(), '?day=2030-01-01');
    expect(heading(/up on 10 Jun 2026$/)).toBeDefined();
    cleanup();
    await show(caseText(), '?day=1999-01-01');
    expect(heading(/^Nothing raised on 1 Jun 2026$/)).toBeDefined();
    cleanup();
    await show(caseText(), '?day=2026-02-30');
    expect(heading(/up on 10 Jun 2026$/)).toBeDefined();
  });

  test('moves day by day with the slider and from event to event with the buttons, and Shift with an arrow', async () => {
    const { case: view } = await show(caseText(), '?day=2026-06-01');
    const slider = screen.getByRole('slider');
    fireEvent.change(slider, { target: { value: '3' } });
    expect(heading(/^1 flag up on 4 Jun 2026$/)).toBeDefined();
    await waitFor(() => { expect(screen.getByText(/^1 flag up on 4 Jun 2026, 6 days before the breach$/)).toBeDefined(); });
    const stops = view.replay?.stops ?? [];
    const next = stops[stops.indexOf('2026-06-04') + 1] ?? '';
    fireEvent.click(screen.getByRole('button', { name: 'Next event' }));
    expect(heading(new RegExp(`up on ${dayInWords(next)}$`))).toBeDefined();
    fireEvent.keyDown(slider, { key: 'ArrowLeft', shiftKey: true });
    expect(heading(/up on 4 Jun 2026$/)).toBeDefined();
  });

  test('does not play by itself; playing goes from event to event and ends at the last', async () => {
    const { case: view } = await show(caseText(), '?day=2026-06-01');
    vi.useFakeTimers();
    await pass(5_000);
    expect(heading(/^Nothing raised on 1 Jun 2026$/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    for (const stop of view.replay?.stops.slice(1) ?? []) {
      await pass(1_400);
      expect(heading(new RegExp(`^(Nothing raised|\\d+ flags? up) on ${dayInWords(stop)}$`))).toBeDefined();
    }
    await pass(1_400);
    expect(screen.getByRole('button', { name: 'Play' }).getAttribute('aria-pressed')).toBe('false');
  });

  test('says with each flag its sentence, its next step and what it rests on, with source and basis in words', async () => {
    const { case: view } = await show(caseText());
    const group = screen.getByRole('region', { name: '“Refunds repeat”' });
    const shown = view.replay === null ? [] : flagsOn(view.replay, '2026-06-10');
    expect(shown.length).toBeGreaterThan(0);
    for (const { sentence, nextStep } of shown) {
      expect(group.textContent).toContain(sentence);
      expect(group.textContent).toContain(nextStep);
    }
    const [fact] = within(group).getAllByRole('listitem').filter((item) => item.textContent?.includes('Refunds can be sent twice.') && item.parentElement?.tagName === 'OL');
    expect(fact?.textContent).toContain('An office (2027), p. 3');
    expect(fact?.textContent).toContain('documented');
    expect(group.textContent).toContain('Rests on 1 (documented)');
  });

  test('has every flag in its data table and in the table for paper', async () => {
    const { case: view } = await show(caseText());
    const count = view.replay?.flags.length ?? 0;
    expect(screen.getByText(`Show data (${count} ${count === 1 ? 'row' : 'rows'})`)).toBeDefined();
    const paper = screen.getByRole('region', { name: 'All flags' });
    expect(within(paper).getAllByRole('row')).toHaveLength(count + 1);
    expect(paper.textContent).toContain('An office (2027), p. 3; documented');
  });

  test('marks what cannot be assessed', async () => {
    await show(caseText({ notAssessable: ['A1 fires only because the owner is not public.'] }));
    expect(screen.getAllByText(/cannot be assessed: the public record is silent/).length).toBeGreaterThan(0);
  });

  test('names rows that were not taken', async () => {
    await show(caseText({ model: { ...JSON.parse(caseText()).model, teams: [{ id: 't' }] } }));
    expect(screen.getByRole('heading', { name: '1 row not taken' })).toBeDefined();
  });
});

describe.each(Object.entries(oddCases))('a case with %s', (_name, text) => {
  test('is drawn without a stray value and without a word that judges', async () => {
    const { case: view } = await show(text);
    if (view.kind === 'told') expect(screen.queryByRole('slider')).toBeNull();
    else expect(screen.getByRole('slider')).toBeDefined();
    for (const quote of document.querySelectorAll('.replay-quote')) quote.remove();
    const words = document.body.textContent ?? '';
    expect(words).not.toMatch(/undefined|NaN|Infinity|\[object/);
    expect(bannedIn(words)).toEqual([]);
  });
});

test('a case nobody has leads to the list of cases, in words', async () => {
  serve({});
  renderAt(<ReplayPage />, '/replay/nobody', smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: case nobody'); });
  expect(screen.getByRole('link', { name: 'Replay a breach' }).getAttribute('href')).toBe('/replay');
});

describe('the list of cases', () => {
  test('says one sentence a case, names files that were not taken, and how to replay a file of one’s own', async () => {
    const { case: view } = drawnCase(caseText());
    const { breachMeans: _means, breachFactIds: _ids, discovered: _d, disclosed: _c, questions: _q, facts: _f, sources: _s, assumptions: _a, notAssessable: _n, caveats: _v, replay: _r, whyNoReplay: _w, wording: _o, ...summary } = view;
    serve({ '/api/v1/cases': { cases: [summary], troubles: [{ file: 'broken.json', place: 'line 3', reason: 'It ends too soon.', remedy: 'Close the brace.' }] } });
    renderAt(<ReplaysPage />, '/replay', smallPicture());
    await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('One breach replayed day by day'); });
    expect(screen.getByRole('link', { name: 'A till of our own' }).getAttribute('href')).toBe('/replay/till-2026');
    expect(screen.getByText(view.sentence)).toBeDefined();
    expect(document.body.textContent).toContain('broken.json, line 3: It ends too soon. Close the brace.');
    expect(document.body.textContent).toContain('npm run whose-call -- replay our-case.json');
    expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
  });

  test('says so where there is none', async () => {
    serve({ '/api/v1/cases': { cases: [], troubles: [] } });
    renderAt(<ReplaysPage />, '/replay', smallPicture());
    await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No documented case to replay'); });
  });
});
