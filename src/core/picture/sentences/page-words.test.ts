import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { briefWords } from '#core/picture/sentences/brief-words.ts';
import { coverageSentence, coverageWords } from '#core/picture/sentences/coverage-words.ts';
import {
  cellWords, changesPageWords, knewPageWords, ownershipPageWords, personWords, processWords, riskListWords, teamWords,
} from '#core/picture/sentences/page-words.ts';
import { evidenceWords, findingWords, riskWords } from '#core/picture/sentences/risk-words.ts';
import { aPicture, aRisk, arbitraryPicture } from '#test/support/arbitrary-picture.ts';

const person = (id: string, name: string, fields: Partial<Picture['persons'][number]> = {}): Picture['persons'][number] => ({
  id, name, title: null, kind: 'person', teamId: null, managerId: null, inPost: true, ...fields,
});
const picture: Picture = {
  ...aPicture(),
  persons: [person('ml', 'M. Lindqvist', { title: 'Team lead, Sign-in' }), person('ta', 'T. Abara'), person('jc', 'J. Castellanos')],
  teams: [{ id: 'pay', name: 'Payments', kind: 'engineering', leadId: null, parentId: null, depth: 0, end: 1 }],
  processes: [{ id: 'train', name: 'Weekly train', stages: [] }],
  services: [{ id: 'login', name: 'Login', teamId: 'pay', processId: 'train', exposure: 'internet', repository: null, dependsOn: [] }],
};

describe(riskWords, () => {
  const piece = (id: string, seenByOwnerAt: string | null, at: string): RiskRow['evidence'][number] => ({
    id, label: id, kind: 'test', at, recordedAt: at, teamId: null, material: true, elsewhere: false, negative: null, coverage: null, seenByOwnerAt, basis: null, facts: [],
  });
  const owned = (fields: Partial<RiskRow>): string => riskWords(picture, aRisk('r', { label: 'Token replay in customer sign-in', ownerId: 'ml', ...fields })).headline;
  const above = { authority: { state: 'lacks' as const, limit: 1e6, sentence: '' } };
  const within = { authority: { state: 'has' as const, limit: 1e6, sentence: '' } };
  const seen = { information: { state: 'has' as const, unseen: 0, material: 2, personId: 'ml', sentence: '' } };
  const unseen = { information: { state: 'lacks' as const, unseen: 1, material: 2, personId: 'ml', sentence: '' } };

  test('says whose call it is and everything that stands between them and it', () => {
    expect(owned({ readiness: 'cannot-decide-not-seen', ...above, ...unseen, evidence: [piece('b', null, '2026-10-29'), piece('a', '2026-09-03', '2026-06-04')] }))
      .toBe('Token replay in customer sign-in. It is M. Lindqvist’s call, but it is above the limit, and the newest evidence has not been opened.');
    expect(owned({ readiness: 'cannot-decide-seen', ...above, ...seen })).toBe('Token replay in customer sign-in. It is M. Lindqvist’s call, but it is above the limit.');
    expect(owned({ readiness: 'can-decide-not-seen', ...within, ...unseen, evidence: [piece('b', '2026-11-01', '2026-10-29'), piece('a', null, '2026-06-04')] }))
      .toBe('Token replay in customer sign-in. It is M. Lindqvist’s call, but one of 2 pieces of evidence has not been opened.');
    const ranged = { low: 6e5, high: 9e5, rateLow: null, rateHigh: null };
    expect(owned({ readiness: 'can-decide-seen', exposure: ranged, ...within, ...seen })).toBe('Token replay in customer sign-in. It is M. Lindqvist’s call, within the limit, and the evidence has reached them.');
    expect(owned({ readiness: 'can-decide-seen', exposure: null, ...within, ...seen })).toContain('M. Lindqvist’s call, with no range to hold against the limit, and the evidence has reached them.');
    expect(owned({ readiness: 'can-decide-seen', exposure: { ...ranged, currency: 'EUR' }, ...within, ...seen })).toContain('with no range to hold against the limit');
    expect(owned({ readiness: 'can-decide-seen', exposure: ranged, authority: { state: 'has', limit: null, sentence: '' }, ...seen })).toContain('call, with no limit stated, and');
    expect(owned({ readiness: 'cannot-decide-seen', authority: { state: 'lacks', limit: null, sentence: '' }, ...seen })).toContain('but no authority on the record reaches it.');
    expect(owned({ readiness: 'can-decide-not-seen', ...within, information: { state: 'lacks', unseen: 2, material: 2, personId: 'ml', sentence: '' } })).toContain('but none of the evidence has been opened.');
    expect(owned({ readiness: 'can-decide-seen', ownerId: 'jc', ...within, ...seen })).toContain('J. Castellanos’ call');
  });

  test('says that nobody is named, who could decide, and what cannot be told', () => {
    expect(owned({ ownerId: null, readiness: 'nobody-named' })).toContain('Nobody is named to decide.');
    expect(owned({ ownerId: 'desk', readiness: 'nobody-named', lowest: { personId: 'ta', sentence: '', briefUp: null, grantDown: null } }))
      .toContain('Nobody is named to decide; the authority of T. Abara reaches it.');
    expect(owned({ readiness: 'cannot-tell' })).toContain('Whose call it is cannot be told from the record.');
    expect(owned({ label: 'Really?', readiness: 'cannot-tell' })).toMatch(/^Really\? Whose/);
  });

  test('states the size as recorded and the day of the decision as it stands', () => {
    const lede = (fields: Partial<RiskRow>): string => riskWords(picture, aRisk('r', { ageDays: 3, decisionNeededBy: '2026-12-01', ...fields })).lede;
    expect(lede({})).toBe('No range is on the record. Open for 3 days; a decision is needed by 1 Dec 2026.');
    expect(lede({ decisionNeededBy: '2026-11-20' })).toContain('the day for a decision was 20 Nov 2026');
    expect(lede({ exposure: { low: 6e5, high: 3.4e6, rateLow: null, rateHigh: null } })).toContain('One loss: $600,000 to $3.4 million; no rate is on the record.');
    expect(lede({ exposure: { low: 6e5, high: 3.4e6, rateLow: 1, rateHigh: 1, currency: 'EUR' } })).toContain('One loss: €600,000 to €3.4 million; listed apart from the money of the record.');
    expect(lede({ exposure: { low: 6e5, high: 3.4e6, rateLow: 1, rateHigh: 1 }, expectedAnnualLoss: 1.24e6 })).toContain('$1.2 million a year, averaged over many years.');
    const decisions = [{ id: 'd', kind: 'accept' as const, byId: 'ml', at: '2026-10-01', expiresAt: '2026-12-31', inForce: true, rationale: null, conditions: [] }];
    expect(lede({ decisions })).toContain('accepted on 1 Oct 2026 until 31 Dec 2026.');
  });

  test('counts the evidence that has not reached the person who decides', () => {
    const rows = [piece('a', null, '2026-01-01'), piece('b', null, '2026-01-02'), { ...piece('c', null, '2026-01-03'), material: false }];
    const words = (unseenCount: number, material: number) => evidenceWords(aRisk('r', { evidence: rows, information: { state: 'lacks', unseen: unseenCount, material, personId: 'ml', sentence: '' } })).headline;
    expect([words(1, 2), words(2, 2), words(0, 2), words(0, 0)]).toEqual([
      'One of 2 pieces has not reached the person who decides', 'Two of 2 pieces have not reached the person who decides',
      'All evidence has reached the person who decides', 'No evidence that has to be seen',
    ]);
    expect(evidenceWords(aRisk('r')).headline).toBe('No evidence is on the record');
  });
});

describe('place pages', () => {
  const at = (states: readonly RiskRow['readiness'][], fields: Partial<RiskRow> = {}): Picture => ({
    ...picture, risks: states.map((readiness, index) => aRisk(`r${index}`, { readiness, owningTeamId: 'pay', processId: 'train', expectedAnnualLoss: 1e6, ...fields })),
    findingCells: [{ serviceId: 'login', stageId: null, severity: 'high', count: 1_312 }],
  });

  test('a team says how much of it is nobody\'s informed call, in risks and in money', () => {
    expect(teamWords(at(['nobody-named', 'can-decide-seen', 'cannot-tell']), 'pay')).toEqual({
      headline: 'Payments: two of three open risks are nobody’s informed call',
      lede: '$2 million of the $3 million expected annual loss is nobody’s informed call. 1,312 open findings on the record.',
    });
    expect(teamWords(at(['can-decide-seen']), 'pay').headline).toBe('Payments: the one open risk is somebody’s informed call');
    expect(teamWords(at(['can-decide-seen', 'can-decide-seen']), 'pay').headline).toBe('Payments: both open risks are somebody’s informed call');
    expect(teamWords(at([]), 'pay').headline).toBe('Payments: no open risk');
    expect(teamWords(at(['nobody-named'], { expectedAnnualLoss: null }), 'pay').lede).toContain('No range is on the record for it.');
  });

  test('a process and a cell say the same of their rows', () => {
    expect(processWords(at(['nobody-named', 'can-decide-seen']), 'train').headline).toBe('Weekly train: one of two open risks is nobody’s informed call');
    expect(cellWords(at(['nobody-named']), 'pay', 'train').headline).toBe('Payments, Weekly train: the one open risk is nobody’s informed call');
  });

  test('a cell of the 2x2 says which risks it lists', () => {
    const states = readinessStates.map((state) => ownershipPageWords(at(['nobody-named', ...readinessStates]), { readiness: [state] }).headline);
    expect(states).toEqual([
      'One open risk sits with someone who can decide and has seen the evidence',
      'One open risk sits with someone whom the evidence has not reached',
      'One open risk sits with someone whose authority does not reach this far',
      'One open risk sits with someone whom neither authority nor evidence has reached',
      'Two open risks have nobody named to decide',
      'For 1 open risk the record cannot tell who can decide',
    ]);
    expect(ownershipPageWords(at([]), { readiness: ['nobody-named'] }).headline).toBe('No open risk has nobody named to decide');
  });
});

describe(personWords, () => {
  test('says what waits on a person, and never how much beside others', () => {
    const waiting = (risks: readonly RiskRow[]): string => personWords({ ...picture, risks }, 'ml').headline;
    const information = (unseen: number) => ({ state: 'lacks' as const, unseen, material: 9, personId: 'ml', sentence: '' });
    const grantDown = { personId: 'ta', grantorId: 'ml', atLeast: 1, until: '2027-01-01', sentence: '' };
    expect(waiting([])).toBe('Nothing on the record waits on M. Lindqvist');
    expect(waiting([aRisk('a', { ownerId: 'ml' })])).toBe('One decision waits on M. Lindqvist');
    expect(waiting([aRisk('a', { ownerId: 'ml', information: information(2) }), aRisk('b', { information: information(1), lowest: { personId: null, sentence: '', briefUp: null, grantDown } })]))
      .toBe('One decision, three pieces of evidence and one question about authority wait on M. Lindqvist');
    expect(personWords(picture, 'ml').lede).toBe('Team lead, Sign-in.');
  });
});

describe(findingWords, () => {
  const finding = { id: 'f', title: 'Refresh tokens are not bound', externalId: 'CWE-384', serviceId: 'login', at: '2026-11-01', fixedAt: null };
  test('says where it is, how long it has been open and what rests on it', () => {
    const risks = [aRisk('r', { label: 'Token replay', findingIds: ['f'] })];
    expect(findingWords({ ...picture, risks }, finding)).toEqual({
      headline: 'Refresh tokens are not bound. In Login.', lede: 'Open for 20 days. One open risk rests on it: Token replay.',
    });
    expect(findingWords(picture, { ...finding, fixedAt: '2026-11-02' }).lede).toBe('Fixed on 2 Nov 2026, after 1 day. No open risk rests on it.');
    expect(findingWords(picture, { ...finding, title: null }).headline).toBe('CWE-384. In Login.');
  });
});

test('coverage is said in one sentence each, right for none, one, some and all', () => {
  const sentence = (having: number, total: number) => coverageSentence('servicesWithTeam', { with: having, total });
  expect([sentence(42, 60), sentence(1, 60), sentence(0, 60), sentence(60, 60), sentence(1, 1), sentence(0, 0), sentence(0, 1)]).toEqual([
    '42 of 60 services have an owning team', '1 of 60 services has an owning team', 'None of 60 services has an owning team',
    'All 60 services have an owning team', 'The one service has an owning team', 'No service is on the record', 'None of 1 service has an owning team',
  ]);
  expect(coverageWords(picture.coverage)).toHaveLength(Object.keys(picture.coverage).length);
});

/** Words the product does not use, about anybody, anywhere. */
const neverSaid = /\b(fail|failed|neglect|ignore[ds]?|missed|should have|ought|blame|fault|guilty|violation|non-compliant|negligent|careless|reckless|unauthorised|concealed|withheld|overdue|rubber|scapegoat|victim|red|amber|green|high|medium|low|risk score|posture|on track|unaware|undefined|null|NaN)\b/i;

test('for any picture no sentence judges anybody or uses a word of the traffic light', () => {
  fc.assert(
    fc.property(arbitraryPicture(), (any) => {
      const places = [
        briefWords(any), riskListWords(any, {}), knewPageWords(any), changesPageWords(any),
        ...any.teams.flatMap((team) => [teamWords(any, team.id), changesPageWords(any, team.id)]),
        ...any.processes.map((process) => processWords(any, process.id)),
        ...readinessStates.map((state) => ownershipPageWords(any, { readiness: [state] })),
        ...any.risks.map((risk) => riskWords(any, risk)),
      ];
      for (const { headline, lede } of places) {
        expect(`${headline} ${lede}`).not.toMatch(neverSaid);
        expect(headline).not.toMatch(/ {2}|\.\.|^ | $/);
      }
    }),
    { seed: 20_261_125, numRuns: 60 },
  );
});
