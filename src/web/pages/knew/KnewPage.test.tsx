// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { knowledgeLags } from '#core/picture/knowledge-lags.ts';
import { KnewPage } from '#web/pages/knew/KnewPage.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

afterEach(cleanup);

test('every lag of an open risk has a row, longest first, also those beyond the drawing', () => {
  const picture = companyPicture(60);
  const lags = knowledgeLags(picture);
  renderAt(<KnewPage />, '/knew', picture);
  const list = screen.getByRole('region', { name: `All ${lags.length} risks, longest first` });
  const days = within(list).getAllByRole('row').slice(1).map((row) => Number.parseInt(row.lastElementChild?.textContent ?? '', 10));
  expect(days).toEqual(lags.map((lag) => lag.lagDays));
  expect(lags.length).toBeGreaterThan(15);
});

test('no lag is said with what was looked through', () => {
  renderAt(<KnewPage />, '/knew', smallPicture({ risks: [] }));
  expect(screen.getByText(/None found: looked through the evidence of 0 open risks/)).toBeDefined();
});
