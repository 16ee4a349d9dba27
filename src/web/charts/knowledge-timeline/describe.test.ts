import { expect, test } from 'vitest';
import { describeKnowledgeTimeline } from '#web/charts/knowledge-timeline/describe.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const words = (changes: Parameters<typeof smallRisk>[1] = {}): ReturnType<typeof describeKnowledgeTimeline> =>
  describeKnowledgeTimeline(smallPicture(), smallRisk('R-1', changes));

test('the span says how long it was known before it reached the decision owner', () => {
  const described = words();
  expect(described.series.span).toEqual({
    from: '2026-06-04', to: '2026-09-03', running: false, label: '91 days known to somebody, not yet to the decision owner',
  });
  expect(described.headline).toBe('Known here since 4 Jun 2026; it reached M. Lindqvist on 3 Sep 2026');
});

test('a span that still runs ends on the day of the view and says so', () => {
  const described = words({ ownerKnewAt: null, lagRunning: true, lagDays: 170 });
  expect(described.series.span).toMatchObject({ to: '2026-11-21', running: true });
  expect(described.series.span?.label).toContain('170 days');
  expect(described.headline).toBe('Known here since 4 Jun 2026; it has not reached M. Lindqvist');
});

test('a broadcast is drawn open and does not count as knowing', () => {
  const row = words().rows.find((one) => one.who === 'T. Abara');
  expect(row).toMatchObject({ what: 'sent to a list', counts: false });
});

test('the first to know stands first and the body the packs went to stands last', () => {
  const names = words().series.lanes.map((lane) => lane.name);
  expect(names[0]).toBe('Tokens');
  expect(names.at(-1)).toBe('Acme');
});

test('every drawn mark is a row of the table', () => {
  const described = words();
  const marks = described.series.lanes.flatMap((lane) => lane.moments);
  expect(described.notDrawn).toBe(0);
  expect(described.rows).toHaveLength(marks.length);
});

test('what has not reached the deciding person is a mark on the day of the view', () => {
  const lane = words().series.lanes.find((one) => one.name === 'M. Lindqvist');
  expect(lane?.moments.at(-1)).toMatchObject({ at: '2026-11-21', mark: 'not-reached', words: '1 piece has not reached' });
});

test('pieces opened on one day are one mark that counts them', () => {
  const opened = { kind: 'person', id: 'lindqvist', at: '2026-09-03', how: 'detail', counts: true } as const;
  const described = words({ knowledge: [{ ...opened, evidenceId: 'E-1' }, { ...opened, evidenceId: 'E-2' }] });
  expect(described.rows.filter((row) => row.what === 'opened 2 pieces')).toHaveLength(1);
});

test('a risk without material evidence says so and has no span', () => {
  const described = words({ evidence: [], knowledge: [], firstKnownAt: null, ownerKnewAt: null, lagDays: null, decisions: [] });
  expect(described.headline).toBe('No material evidence is on the record');
  expect(described.series.span).toBeNull();
});

test('a decision without a recorded maker has a lane of its own', () => {
  const decision = { id: 'D', kind: 'accept', byId: null, at: '2026-09-10', expiresAt: null, inForce: true, rationale: null, conditions: [] } as const;
  expect(words({ decisions: [decision] }).series.lanes.map((lane) => lane.name)).toContain('Decider not recorded');
});
