// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { StepRow } from '#core/picture/picture.ts';
import { NextPage } from '#web/pages/next/NextPage.tsx';
import { ScenarioPage } from '#web/pages/next/ScenarioPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const step = (label: string, state: StepRow['state'], more: Partial<StepRow> = {}): StepRow => ({ id: label, label, order: 1, state, ownerId: null, testedAt: null, ...more });
const held = step('A stolen token', 'open', { assumed: true });
const picture = smallPicture({
  risks: [
    smallRisk('R-1', { steps: [step('Blocked step', 'blocked')] }),
    smallRisk('R-2', { steps: [held, step('Signing a release', 'open', { ownerId: 'abara' })] }),
    smallRisk('R-3', { steps: [held, step('A quiet change', 'unknown')] }),
    smallRisk('R-4', { steps: [] }),
  ],
});

test('the sentence counts the paths by what stops their next step', () => {
  const { container } = renderAt(<NextPage />, '/next', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('On 1 of 3 recorded paths the record shows nothing that stops the next step');
  expect(container.querySelector('.lede')?.textContent).toBe('One is blocked, one not measured. For one that is not blocked nobody is named to stop it. 1 open risk has no path on the record.');
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('the next step is the first that is not assumed, with what its owner can and has seen', () => {
  const { container } = renderAt(<NextPage />, '/next', picture);
  expect(screen.getByRole('heading', { name: 'After “A stolen token”, the next step is “Signing a release”; the evidence has not reached T. Abara, who can decide' })).toBeDefined();
  expect([...container.querySelectorAll('[aria-current="step"] > p:first-child')].map((one) => one.textContent)).toEqual(['Signing a release', 'A quiet change', 'Blocked step']);
});

test('what has no path says how one is added, and which risks it is', () => {
  renderAt(<NextPage />, '/next', picture);
  expect(screen.getByText(/Put them under “steps” in a record file/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Risk R-4' }).getAttribute('href')).toBe('/next/risks/R-4');
});

test('one path alone has its steps and who decides its risk; a risk without a path leads to all of them', () => {
  const { container } = renderAt(<ScenarioPage />, '/next/R-2', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('After “A stolen token”, the next step is “Signing a release”');
  expect([...container.querySelectorAll('.ladder > li > p:first-child')].map((one) => one.textContent)).toEqual(['A stolen token', 'Signing a release']);
  cleanup();
  renderAt(<ScenarioPage />, '/next/R-4', picture);
  expect(screen.getByRole('link', { name: 'Next step' }).getAttribute('href')).toBe('/next');
});
