// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Flag } from '#core/flags/flag.ts';
import { conditionsOf } from '#core/picture/conditions.ts';
import { ConditionsPage } from '#web/pages/conditions/ConditionsPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

function flag(id: Flag['flag'], subjectKind: Flag['subjectKind'], subject: string, changes: Partial<Flag> = {}): Flag {
  return {
    flag: id, family: 'process', title: `Title of ${id}`, subjectKind, subject, sentence: `${id} about ${subject}.`,
    nextStep: 'Name one.', since: '2026-11-01', policyVersion: 'default', ...changes,
  };
}

const risks = Array.from({ length: 7 }, (_, n) => smallRisk(`R-${n}`, { label: `Risk ${n}`, flags: [flag('P8', 'risk', `R-${n}`)], moreFlags: [] }));
const picture = smallPicture({
  risks,
  otherFlags: [
    flag('P5', 'team', 'signin', { headsUp: { untilAt: '2026-11-23', to: [{ kind: 'team', id: 'signin' }, { kind: 'person', id: 'lindqvist' }] } }),
    flag('P10', 'process', 'train'), flag('P6', 'finding', 'F-7'), flag('P4', 'organisation', 'organisation'),
  ],
});

test('every condition is counted once, and each count leads to exactly its list', () => {
  renderAt(<ConditionsPage />, '/conditions', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('11 conditions of 5 kinds are open on the record');
  const about = screen.getByRole('navigation', { name: 'What they are about' });
  expect(within(about).getByRole('link', { name: 'Risks 7' }).getAttribute('href')).toBe('/conditions?about=risk');
  expect(within(about).getByRole('link', { name: 'Teams 1' })).toBeDefined();
  expect(conditionsOf(picture, { about: ['risk'] })).toHaveLength(7);
  const card = screen.getByRole('region', { name: 'Title of P8: 7 conditions' });
  expect(within(card).getAllByRole('listitem')).toHaveLength(3);
  expect(within(card).getByRole('link', { name: 'All 7 of this kind' }).getAttribute('href')).toBe('/conditions?flag=P8');
});

test('the page of one kind lists all of them, each with its way to what it is about', () => {
  renderAt(<ConditionsPage />, '/conditions?flag=P8', picture);
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
  expect(screen.getByRole('link', { name: 'Risk 3' }).getAttribute('href')).toBe('/conditions/risks/R-3?flag=P8');
});

test('what is about a team, a process, a finding or the organisation leads there', () => {
  renderAt(<ConditionsPage />, '/conditions?about=team&about=process&about=finding&about=organisation', picture);
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(href('The findings of Sign-in')).toContain('/findings?team=signin');
  expect(href('Weekly train')).toBe('/release/train');
  expect(href('F-7')).toBe('/findings/F-7');
  expect(href('Acme')).toBe('/ownership');
});

test('a heads-up is written out with its end', () => {
  renderAt(<ConditionsPage />, '/conditions?flag=P5', picture);
  expect(screen.getByText('Heads-up until 23 Nov 2026: shown first to Sign-in and M. Lindqvist, and to nobody above until then.')).toBeDefined();
});

test('nothing found and nothing of this kind are two texts', () => {
  const { unmount } = renderAt(<ConditionsPage />, '/conditions?flag=A9', picture);
  expect(screen.getByText('None of the 11 conditions match the filters.')).toBeDefined();
  unmount();
  renderAt(<ConditionsPage />, '/conditions', smallPicture({ risks: [], otherFlags: [] }));
  expect(screen.getByText('Nothing is missing on the record on this date.')).toBeDefined();
});

test('no word of the page judges anybody', () => {
  const { container } = renderAt(<ConditionsPage />, '/conditions', picture);
  expect(bannedIn(container.textContent ?? '')).toEqual([]);
});

test('the origins of a team lead to its findings without one, its decisions without a name to where they are listed', () => {
  renderAt(<ConditionsPage />, '/conditions?about=team', smallPicture({ otherFlags: [flag('P6', 'team', 'signin'), flag('A10', 'team', 'signin')] }));
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(href('The findings of Sign-in without a recorded origin')).toBe('/findings?team=signin&subteams=no&origin=untraced');
  expect(href('Sign-in: decisions that came without a name')).toBe('/sources');
});
