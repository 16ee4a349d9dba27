import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Picture } from '#core/picture/picture.ts';
import { PictureProvider } from '#web/api/PictureProvider.tsx';
import { sameThreadLine } from '#web/exposure/engine-line.ts';
import { createExposureRunner, type ExposureRunner } from '#web/exposure/exposure-runner.ts';
import { ExposureRunnerProvider } from '#web/exposure/ExposureRunnerProvider.tsx';
import { PlaceExposureCard } from '#web/features/exposure/PlaceExposureCard.tsx';
import { LossDotsCard } from '#web/pages/brief/LossDotsCard.tsx';
import { ExposurePage } from '#web/pages/exposure/ExposurePage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';

afterEach(cleanup);

/** A runner that can be told to keep questions back, and to say of the next ones that something is wrong. */
function gated() {
  const real = createExposureRunner(sameThreadLine);
  const waiting: (() => void)[] = [];
  let mode: 'open' | 'shut' | 'broken' = 'open';
  const runner: ExposureRunner = {
    known: real.known,
    ask: (portfolio, question, listener) => {
      if (mode === 'open') return real.ask(portfolio, question, listener);
      if (mode === 'broken') {
        listener.onTrouble(new Error('No worker here.'));
        return { stop: () => undefined };
      }
      let handle: { stop: () => void } | undefined;
      let wanted = true;
      waiting.push(() => { if (wanted) handle = real.ask(portfolio, question, listener); });
      return { stop: () => { wanted = false; handle?.stop(); } };
    },
  };
  return {
    runner,
    shut: () => { mode = 'shut'; },
    breakDown: () => { mode = 'broken'; },
    open: () => { mode = 'open'; for (const ask of waiting.splice(0)) ask(); },
  };
}

const first = companyPicture(40, 4);
const doubled: Picture = {
  ...first,
  risks: first.risks.map((risk) => (risk.exposure === null ? risk : { ...risk, exposure: { ...risk.exposure, low: 2 * risk.exposure.low, high: 2 * risk.exposure.high } })),
};
const earlier: Picture = { ...doubled, asOf: '2026-06-30' };

/** A page, and the act that gives it another picture. */
async function drawn(page: (picture: Picture) => React.ReactNode, runner: ExposureRunner) {
  const handle: { give: (picture: Picture) => void } = { give: () => undefined };
  function Switch() {
    const [picture, set] = useState(first);
    useEffect(() => { handle.give = set; }, []);
    return <PictureProvider picture={picture}>{page(picture)}</PictureProvider>;
  }
  const { container } = renderAt(<ExposureRunnerProvider runner={runner}><Switch /></ExposureRunnerProvider>, '/exposure', first);
  const settled = (): Promise<void> => waitFor(() => { expect(container.querySelector('[aria-busy="true"]')).toBeNull(); }, { timeout: 30_000 });
  await settled();
  return { container, settled, give: (picture: Picture) => { act(() => { handle.give(picture); }); } };
}

const question = /How much could/;

describe('figures while newer ones are computed', () => {
  it('stay on the exposure page, whole, and say of which day they are', async () => {
    const { runner, shut, open } = gated();
    const { container, settled, give } = await drawn(() => <ExposurePage />, runner);
    const heading = screen.getByRole('heading', { level: 1 }).textContent;
    expect(heading).toMatch(/^In 19 of 20 years we would lose less than/);
    const before = container.textContent;
    shut();
    give(earlier);
    await screen.findByText('Updating, showing 21 Nov 2026');
    expect(container.textContent.replace('Updating, showing 21 Nov 2026', '')).toBe(before);
    expect(container.textContent).not.toContain('Computing');
    expect(container.textContent).not.toMatch(question);
    open();
    await settled();
    expect(screen.queryByText(/Updating/)).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(heading);
    expect(container.textContent).toContain('as of 30 Jun 2026');
  });

  it('stay on the card of the brief and of a team, and say after an act that the last change is not in', async () => {
    const { runner, shut, open } = gated();
    const { container, settled, give } = await drawn((picture) => (
      <>
        <LossDotsCard picture={picture} />
        <PlaceExposureCard place={{ kind: 'team', filter: { teamId: first.teams[1]?.id ?? '' } }} className="span-12" />
      </>
    ), runner);
    const amounts = (): string[] => [...container.querySelectorAll('dd')].map((fact) => fact.textContent);
    const before = amounts();
    expect(before).toHaveLength(3);
    shut();
    give(doubled);
    await waitFor(() => { expect(screen.getAllByText('Updating, showing the figures before the last change')).toHaveLength(2); });
    expect(container.querySelectorAll('.loss-card circle')).toHaveLength(20);
    expect(amounts()).toEqual(before);
    expect(container.textContent).not.toMatch(question);
    open();
    await settled();
    expect(screen.queryByText(/Updating/)).toBeNull();
    expect(amounts()).not.toEqual(before);
  });

  it('give way to what did not work', async () => {
    const { runner, breakDown } = gated();
    const { give } = await drawn(() => <ExposurePage />, runner);
    breakDown();
    give(earlier);
    expect((await screen.findAllByText('No worker here.')).length).toBeGreaterThan(1);
    expect(screen.queryByText(/Updating/)).toBeNull();
  });
});
