// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { layoutEvidenceAge } from '#web/charts/evidence-age/layout.ts';
import { EvidencePage } from '#web/pages/evidence/EvidencePage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const measured = (kind: string, ageDays: number, limitDays: number) => ({ evidenceId: `E ${kind}`, kind, at: '2026-09-01', teamId: 'tokens', ageDays, limitDays });
const picture = smallPicture({
  risks: [
    smallRisk('R-1', { measured: measured('scan', 45, 45), expectedAnnualLoss: 1_000_000 }),
    smallRisk('R-2', { measured: measured('scan', 46, 45), expectedAnnualLoss: 2_000_000 }),
    smallRisk('R-3', { measured: measured('audit', 400, 365), expectedAnnualLoss: 500_000 }),
    smallRisk('R-4', { measured: { ...measured('scan', 3, 14), tooNarrow: { covered: null, needed: 0.95 } }, expectedAnnualLoss: null }),
    smallRisk('R-5', { expectedAnnualLoss: 300_000 }),
  ],
});

test('the sentence counts what is past its own agreed age and what was never measured, with the money on it', () => {
  const { container } = renderAt(<EvidencePage />, '/evidence', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Two of 5 open risks rest on evidence older than agreed, one was never measured');
  expect(container.querySelector('.lede')?.textContent).toBe('Together they carry $2.8 million of $3.8 million expected annual loss. One more is clean and of too small a part.');
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('there is one mark and one row for each risk, and what was never measured is drawn', () => {
  const { container } = renderAt(<EvidencePage />, '/evidence', picture);
  expect(container.querySelectorAll('figure .age-within')).toHaveLength(2);
  expect(container.querySelectorAll('figure .age-older')).toHaveLength(2);
  expect(container.querySelectorAll('figure .age-never')).toHaveLength(1);
  expect(container.querySelectorAll('.data-table tbody tr')).toHaveLength(5);
});

test('a day is as wide for every mark, and what is older than a year stands at the end of the axis', () => {
  const layout = layoutEvidenceAge([{ limitDays: 365, marks: [{ days: 10, older: false }, { days: 100, older: false }, { days: 700, older: true }] }], 0, { width: 500, rowHeight: 56, axisHeight: 20, markAt: 0.5 });
  const xs = layout.lanes[0]?.marks.map((mark) => mark.x) ?? [];
  expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo(90 * layout.pixelsPerDay);
  expect(xs[2]).toBe(layout.lanes[0]?.limit);
  expect(layout.ticks.at(-1)?.label.text).toBe('365+ days');
});
