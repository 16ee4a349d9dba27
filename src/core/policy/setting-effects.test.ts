import { describe, expect, test } from 'vitest';
import { urgencies } from '#core/record/entities.ts';
import type { Policy } from '#core/record/policy.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { flagIds, type FlagId } from '#core/flags/flag.ts';
import { figureDefault, figureNames, figureText, type FigureName } from '#core/flags/policy-catalogue.ts';
import { flagRuleOf } from '#core/flags/rules.ts';
import { matterTexts } from '#core/policy/matters.ts';
import { changedPolicy, type PolicyChanges } from '#core/policy/policy-changes.ts';
import { matterNames, type MatterName } from '#core/policy/policy-difference.ts';
import { TODAY, world } from '#test/support/world.ts';

const times = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n');
const june = (at: number): string => `2026-06-${String(29 - at).padStart(2, '0')}`;
const decisions = (count: number, line: (at: number) => string): string => times(count, (at) => `decision d${at} riskId=r kind=mitigate at=${june(at)} ${line(at)}`);
const events = (who: readonly string[]): string => who.map((id, at) => `event v${at} riskId=r type=presented personId=${id} at=${june(at)}`).join('\n');
const fixes = (security: number, team: number, more = ''): string =>
  times(security + team, (at) => `finding f${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-28 introducedByTeamId=orders fixedByTeamId=${at < security ? 'shield' : 'orders'} ${more}`.trim());
const bare = 'no ack a\nno evidence e';
const measured = (kind: string, more = ''): string => `${bare}\nevidence s riskId=r at=2026-06-20 kind=${kind} ${more}`.trim();
const accepted = 'decision d riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-09-30';

/** What depends on a clock, once for each. */
const clocked = urgencies.flatMap((urgency) => [
  `risk r urgency=${urgency} ownerId=- openedAt=2026-06-20`,
  `risk r urgency=${urgency} ownerId=desk openedAt=2026-06-20`,
  `risk r urgency=${urgency} openedAt=2026-06-20 deciderIds=[nora,omar]`,
  `risk r urgency=${urgency} openedAt=2026-06-01 ownerSince=2026-06-20\ndecision d riskId=r kind=accept byId=omar at=2026-06-10 expiresAt=2026-09-30`,
  `risk r urgency=${urgency} openedAt=2026-06-01\nno ack a\nevidence e at=2026-06-20`,
  `risk r urgency=${urgency} openedAt=2026-06-01\nevidence e2 riskId=r at=2026-06-28 kind=audit`,
  `risk r urgency=${urgency} defectClass=old-parser/xml\nevidence x riskId=r9 at=2026-06-20 kind=audit teamId=search defectClass=old-parser/xml`,
  `risk r urgency=${urgency} openedAt=2026-06-20\n${bare}`,
  `risk r urgency=${urgency} dueAt=- openedAt=2026-06-20`,
]);

/** Small records on which some flag is up, or nearly. */
const examples: readonly string[] = [
  ...clocked,
  'grant g-nora to=2026-07-10',
  'risk r openedAt=2026-05-30 approverIds=[nora,omar,sam,eve]',
  decisions(3, (at) => `byId=${at === 0 ? 'nora' : 'omar'}`),
  `${decisions(3, () => 'byId=omar trigger=incident')}\ndecision late riskId=r kind=mitigate byId=nora at=2026-06-30`,
  `risk r ownerId=-\n${events(['ivy', 'ivy', 'ivy'])}`,
  `risk r ownerId=-\n${events(['ivy', 'ivy', 'ivy', 'nora', 'nora'])}`,
  `${accepted}\ndecision d byId=pia trigger=incident`,
  `${accepted}\ndecision d trigger=incident\nack a at=2026-06-30`,
  `${accepted}\ndecision d byId=pia at=2026-01-10\nrisk r openedAt=2026-01-01 recordedAt=2026-06-01\ndecision d recordedAt=2026-06-28`,
  `${accepted}\nack a at=2026-06-30`,
  `${accepted}\ndecision d at=2026-01-10 recordedAt=2026-06-28\nrisk r openedAt=2026-01-01 recordedAt=2026-06-01\nevidence e at=2026-01-02\nack a at=2026-06-27`,
  'risk r exposure={"low":100k,"high":600k}',
  'risk r ownerId=pia\nack b evidenceId=e personId=pia at=2026-06-27 level=detail',
  'risk r ownerId=pia\nack b evidenceId=e personId=omar at=2026-06-27 level=detail',
  'risk r ownerId=pia\nno ack a',
  ...(['scan', 'metric', 'attestation', 'statement', 'assessment', 'audit', 'test'] as const).flatMap((kind) => urgencies.map((urgency) => `risk r urgency=${urgency}\n${measured(kind)}`)),
  measured('audit', 'negative=true coverage=0.9'),
  `service shop exposure=internal\n${measured('audit', 'negative=true coverage=0.7')}`,
  'risk r exposure=- openedAt=2026-06-10',
  'risk r exposure=- openedAt=2026-03-01 urgency=U180',
  'risk r dueAt=2026-06-20',
  'risk r dueAt=2026-06-10\nescalation x riskId=r toId=omar at=2026-06-05',
  'decision d riskId=r kind=accept byId=nora at=2026-04-01\nrisk r openedAt=2026-03-01',
  decisions(10, (at) => `byId=${['nora', 'omar', 'rita'][at % 3]} trigger=${at < 6 ? 'incident' : 'planned'}`),
  fixes(3, 3),
  fixes(5, 0, 'exploited=true totalControl=true severity=critical at=2026-06-25'),
  'finding f serviceId=shop at=2026-06-20 severity=critical',
  times(12, (at) => `finding f${at} serviceId=shop at=2026-06-28 severity=medium${at < 8 ? ' introducedByTeamId=orders' : ''}`),
  times(10, (at) => `decision d${at} riskId=x${at} kind=mitigate byId=${at < 6 ? 'sam' : 'tom'} at=${june(at)}`),
  times(20, (at) => `risk w${at} serviceIds=[index] ownerId=nora openedAt=2026-06-29 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":2}`),
  times(3, (at) => `finding f${at} serviceId=shop at=2026-06-2${at} defectClass=token-check escapedStageId=review introducedByTeamId=orders`),
  'step k state=blocked ownerId=nora testedAt=2026-05-20',
];

/** Where reserved categories, acceptance and the currency decide who may decide. */
const ownersOfMatters = ['ownerId=nora', 'ownerId=-', 'ownerId=omar', 'ownerId=rita'];
const matterExamples: readonly string[] = ownersOfMatters.flatMap((owner) => [
  `risk r category=safety ${owner} openedAt=2026-06-01 exposure={"low":100k,"high":600k,"currency":"EUR"}\nno ack a\nevidence e at=2026-06-02`,
  `risk r category=safety ${owner} exposure={"low":100k,"high":400k,"currency":"EUR"}\nack a level=summary`,
  `risk r category=safety ${owner} openedAt=2026-06-01 exposure={"low":100k,"high":400k,"currency":"EUR"}\nevidence e at=2026-06-01\nack a at=2026-06-02\nevidence e2 riskId=r at=2026-06-03 kind=audit`,
  `risk r category=safety ${owner} defectClass=old-parser/xml\nevidence x riskId=r9 at=2026-06-01 kind=audit teamId=search defectClass=old-parser/xml`,
  `risk r category=safety ${owner} openedAt=2026-06-01 exposure={"low":100k,"high":400k,"currency":"EUR"}\ngrant g-nora to=2026-07-10\n${accepted}`,
  `risk r category=safety ${owner} openedAt=2026-06-01 exposure={"low":100k,"high":900k,"currency":"EUR"}\n${accepted}\ndecision d exposureAtDecision={"low":1,"high":900k,"currency":"EUR"}`,
  `risk r category=safety ${owner} openedAt=2026-06-01\ngrant g-nora to=2026-06-20`,
  `risk r category=safety ${owner} openedAt=2026-06-01 exposure=-`,
  `risk r category=safety ${owner} exposure={"low":100k,"high":400k,"currency":"EUR"}\ngrant g-nora grantorId=pia\ngrant g-omar grantorId=pia`,
  ...['nora', 'rita'].map((id) => `risk r category=safety ${owner} defectClass=old-parser/xml exposure={"low":100k,"high":400k,"currency":"EUR"}\nevidence x riskId=r9 at=2026-06-01 kind=audit teamId=search defectClass=old-parser/xml\nack b evidenceId=x personId=${id} at=2026-06-05 level=detail\nack a level=summary`),
]);

type Up = ReadonlyMap<string, string>;

function upUnder(view: RecordView, policy: Policy): Up {
  return new Map(evaluateRecord({ ...view, policy }).flags.map(({ flag, subject, sentence, nextStep }) => [`${flag} ${subject}`, `${sentence} ${nextStep}`]));
}

interface Effect {
  raised: ReadonlySet<FlagId>;
  cleared: ReadonlySet<FlagId>;
  reworded: ReadonlySet<FlagId>;
}

const flagOf = (key: string): FlagId => flagIds.find((id) => key.startsWith(`${id} `)) ?? 'A1';

/** What a change does to the flags of every example. */
function effectOf(views: readonly RecordView[], changes: PolicyChanges, from: PolicyChanges = {}): Effect {
  const effect = { raised: new Set<FlagId>(), cleared: new Set<FlagId>(), reworded: new Set<FlagId>() };
  for (const view of views) {
    const base = changedPolicy(view.policy, from);
    const before = upUnder(view, base);
    const after = upUnder(view, changedPolicy(base, changes));
    for (const [key, words] of after) {
      if (!before.has(key)) effect.raised.add(flagOf(key));
      else if (before.get(key) !== words) effect.reworded.add(flagOf(key));
    }
    for (const key of before.keys()) if (!after.has(key)) effect.cleared.add(flagOf(key));
  }
  return effect;
}

const views = examples.map((lines) => viewAsOf(world(lines), TODAY));

function values(name: FigureName): { smaller: readonly number[]; larger: readonly number[] } {
  const { value } = figureDefault(name);
  const { unit, least, most } = figureText(name);
  if (unit === 'share') return { smaller: [least, value / 2], larger: [(1 + value) / 2, most] };
  return {
    smaller: [least, Math.floor(value / 2)].filter((one) => one >= least && one < value),
    larger: [value * 2, value * 10, most].filter((one) => one <= most),
  };
}

const sorted = (ids: Iterable<FlagId>): readonly FlagId[] => flagIds.filter((id) => [...ids].includes(id));

describe('a figure of the policy', () => {
  test.each(figureNames)('%s moves exactly the flags it is listed for, in the direction that is said', (name) => {
    const { moves, words, larger: said } = figureText(name);
    const { smaller, larger } = values(name);
    const below = smaller.map((value) => effectOf(views, { figures: { [name]: value } }));
    const above = larger.map((value) => effectOf(views, { figures: { [name]: value } }));
    const all = [...below, ...above];
    expect(sorted(all.flatMap(({ raised, cleared }) => [...raised, ...cleared]))).toEqual(sorted(moves));
    const reworded = all.flatMap((effect) => [...effect.reworded]);
    expect(reworded.filter((id) => !moves.includes(id) && !words.includes(id))).toEqual([]);
    expect(words.filter((id) => !reworded.includes(id))).toEqual([]);
    const growing = [...above.flatMap(({ raised }) => [...raised]), ...below.flatMap(({ cleared }) => [...cleared])];
    const falling = [...above.flatMap(({ cleared }) => [...cleared]), ...below.flatMap(({ raised }) => [...raised])];
    if (said === 'fewer') expect([growing, falling.length > 0]).toEqual([[], true]);
    if (said === 'more') expect([falling, growing.length > 0]).toEqual([[], true]);
    if (said === 'words-only') expect([growing, falling]).toEqual([[], []]);
  });

  test('is listed by every rule that names it', () => {
    for (const id of flagIds) {
      for (const name of flagRuleOf(id).text.thresholds) {
        const { moves, words } = figureText(name);
        expect({ name, id, listed: moves.includes(id) || words.includes(id) }).toEqual({ name, id, listed: true });
      }
    }
  });
});

describe('a sentence about a window', () => {
  test.each([
    ['P4.days', decisions(10, (at) => `byId=${['nora', 'omar', 'rita'][at % 3]} trigger=incident`), 'decisions in two quarters', 'decisions in 90 days'],
    ['A7.days', decisions(3, () => 'byId=omar'), 'In the last 12 months', 'In the last 90 days'],
    ['P5.days', fixes(3, 3), 'findings in 90 days', 'findings in 180 days'],
    ['P7.days', decisions(10, () => 'byId=sam'), 'decisions in two quarters', 'decisions in 90 days'],
    ['P9.days', times(3, (at) => `finding f${at} serviceId=shop at=2026-06-2${at} defectClass=token-check escapedStageId=review`), 'review in two quarters', 'review in 90 days'],
  ] as const)('says the days of %s in force', (name, lines, byDefault, changed) => {
    const view = viewAsOf(world(lines), TODAY);
    const said = (policy: Policy): string => evaluateRecord({ ...view, policy }).flags.map(({ sentence }) => sentence).join(' ');
    expect(said(view.policy)).toContain(byDefault);
    expect(said({ ...view.policy, thresholds: { [name]: name === 'P5.days' ? 180 : 90 } })).toContain(changed);
  });
});

describe('what is no figure', () => {
  const matters = matterExamples.map((lines) => viewAsOf(world(lines), TODAY));
  const changes: Readonly<Record<MatterName, { changes: PolicyChanges; from?: PolicyChanges }>> = {
    reserved: { changes: { reserved: ['safety'] } },
    acceptanceNonDelegable: { changes: { acceptanceNonDelegable: true } },
    tolerance: { changes: { tolerance: { points: [{ above: 1, atMost: 0.01 }] } } },
    currency: { changes: { currency: 'USD' }, from: { currency: 'EUR' } },
  };

  test.each(matterNames)('%s moves exactly the flags it is listed for', (name) => {
    const { raised, cleared } = effectOf(matters, changes[name].changes, changes[name].from);
    expect(sorted([...raised, ...cleared])).toEqual(sorted(matterTexts[name].moves));
  });
});
