import type { CandidateRow, PersonRow, Picture, RiskRow, ServiceRow, TeamRow } from '#core/picture/picture.ts';

/**
 * A picture small enough to count by hand, for tests of pages and charts: one company, one branch with
 * two teams, two processes, and one risk in each of the six readiness states. Not sample data.
 */
export function smallPicture(changes: Partial<Picture> = {}): Picture {
  return {
    asOf: '2026-11-21', against: '2026-09-30', organisation: 'Acme', sample: false, recordVersion: 7,
    newestRecordedAt: '2026-11-20', policyVersion: 'default', policyRecordedAt: null, currency: 'USD',
    coverage: {
      servicesWithTeam: { with: 3, total: 4 }, servicesWithProcess: { with: 3, total: 4 },
      servicesWithFindings: { with: 2, total: 4 }, teamsWithLead: { with: 3, total: 4 },
      risksWithRange: { with: 5, total: 6 }, risksWithOwner: { with: 5, total: 6 },
      peopleWithManager: { with: 4, total: 5 },
    },
    teams: [
      team('acme', 'Acme', 0, 4, { kind: 'governing', leadId: 'chair' }),
      team('identity', 'Identity', 1, 4, { parentId: 'acme', leadId: 'abara' }),
      team('signin', 'Sign-in', 2, 3, { parentId: 'identity', leadId: 'lindqvist' }),
      team('tokens', 'Tokens', 2, 4, { parentId: 'identity' }),
    ],
    processes: [
      {
        id: 'train', name: 'Weekly train', stages: [
          { id: 'code', name: 'Code', gate: 'advisory', gateOwnerId: null },
          { id: 'deploy', name: 'Deploy', gate: 'blocking', gateOwnerId: 'abara' },
        ],
      },
      { id: 'store', name: 'App store', stages: [{ id: 'review', name: 'Review', gate: 'none', gateOwnerId: null }] },
    ],
    persons: [
      person('chair', 'R. Chair', 'Chair of the risk committee', { teamId: 'acme' }),
      person('abara', 'T. Abara', 'Head of Identity', { teamId: 'identity', managerId: 'chair' }),
      person('lindqvist', 'M. Lindqvist', 'Team lead, Sign-in', { teamId: 'signin', managerId: 'abara' }),
      person('castro', 'J. Castro', null, { teamId: 'tokens', managerId: 'abara' }),
      person('desk', 'Security desk', null, { kind: 'mailbox' }),
    ],
    services: [
      service('login', 'Login', 'signin', 'train'), service('session', 'Session', 'signin', 'store'),
      service('issuer', 'Token issuer', 'tokens', 'train'), service('orphan', 'Orphan', null, null),
    ],
    risks: [
      smallRisk('R-1', { label: 'Token replay in sign-in', expectedAnnualLoss: 2_000_000, readiness: 'cannot-decide-not-seen', lack: 'both' }),
      smallRisk('R-2', { label: 'Session fixation', serviceIds: ['session'], processId: 'store', expectedAnnualLoss: 500_000, readiness: 'can-decide-seen', lack: 'neither' }),
      smallRisk('R-3', { findingIds: [], label: 'Weak issuer keys', serviceIds: ['issuer'], owningTeamId: 'tokens', ownerId: 'abara', expectedAnnualLoss: 1_500_000, readiness: 'can-decide-not-seen', lack: 'information' }),
      smallRisk('R-4', { findingIds: [], label: 'Issuer backup unread', serviceIds: ['issuer'], owningTeamId: 'tokens', ownerId: 'castro', expectedAnnualLoss: 300_000, readiness: 'cannot-decide-seen', lack: 'authority' }),
      smallRisk('R-5', { findingIds: [], label: 'Nobody runs the orphan', serviceIds: ['orphan'], owningTeamId: null, processId: null, ownerId: null, exposure: null, expectedAnnualLoss: null, readiness: 'nobody-named', lack: 'authority' }),
      smallRisk('R-6', { findingIds: [], label: 'Login and issuer share a key', serviceIds: ['login', 'session'], processId: null, severalProcesses: true, ownerId: 'ghost', expectedAnnualLoss: 700_000, readiness: 'cannot-tell', lack: 'neither' }),
    ],
    previousRisks: [
      { id: 'R-1', label: 'Token replay in sign-in', owningTeamId: 'signin', processId: 'train', severalProcesses: false, ownerId: 'lindqvist', readiness: 'can-decide-not-seen', expectedAnnualLoss: 1_000_000 },
      { id: 'R-2', label: 'Session fixation', owningTeamId: 'signin', processId: 'store', severalProcesses: false, ownerId: 'lindqvist', readiness: 'can-decide-seen', expectedAnnualLoss: 500_000 },
      { id: 'R-0', label: 'Old cipher', owningTeamId: 'tokens', processId: 'train', severalProcesses: false, ownerId: 'abara', readiness: 'can-decide-seen', expectedAnnualLoss: 400_000 },
    ],
    closedRiskIds: ['R-0'],
    findingCells: [
      { serviceId: 'login', stageId: 'code', severity: 'high', count: 3 },
      { serviceId: 'login', stageId: null, severity: 'unknown', count: 2 },
      { serviceId: 'issuer', stageId: 'deploy', severity: 'critical', count: 60 },
      { serviceId: 'orphan', stageId: null, severity: 'low', count: 1 },
    ],
    previousFindingCells: [],
    otherFlags: [
      {
        flag: 'P10', family: 'process', title: 'No stage can stop a release', subjectKind: 'process', subject: 'store',
        sentence: 'Nothing in App store can stop a release to Session.', nextStep: 'Make one stage blocking, name its owner, and the rule to override it.',
        since: '2026-10-01', policyVersion: 'default',
      },
      {
        flag: 'P5', family: 'process', title: "Security fixes this team's code", subjectKind: 'team', subject: 'signin',
        sentence: "Security fixed 3 of 6 of Sign-in's findings in 90 days.", nextStep: 'Book the next fix with Sign-in; show the roadmap slot it needs.',
        since: '2026-10-15', policyVersion: 'default',
      },
    ],
    grants: [
      { id: 'G-1', granteeId: 'abara', grantorId: null, limit: 12_000_000, from: '2026-01-01', to: '2026-12-31', live: true, delegable: true, chain: [], scope: 'every service of Identity', standing: 'Goes back to the governing body.' },
      { id: 'G-2', granteeId: 'lindqvist', grantorId: 'abara', limit: 1_000_000, from: '2026-01-01', to: '2026-10-31', live: false, delegable: null, chain: ['abara'], scope: 'Login', standing: 'The grant ended on 31 Oct 2026.' },
    ],
    packs: [{ id: 'P-Q3', label: 'Q3 2026 pack', at: '2026-09-30', presenterId: 'abara', riskIds: ['R-1'] }],
    ...changes,
  };
}

/** One risk of the fixture; every field can be changed. */
export function smallRisk(id: string, changes: Partial<RiskRow> = {}): RiskRow {
  return {
    id, label: `Risk ${id}`, category: null, serviceIds: ['login'], findingIds: ['F-1', 'F-2'], owningTeamId: 'signin',
    processId: 'train', severalProcesses: false,
    shippedBy: { teamId: 'signin', version: '24.18', at: '2026-02-12', stageId: 'code' },
    openedAt: '2026-06-04', ageDays: 170, dueAt: '2026-12-15', reviewAt: null, decisionNeededBy: '2026-08-03', urgency: 'U60',
    clockDays: 60, exposure: { low: 600_000, high: 9_800_000, rateLow: 0.1, rateHigh: 2 }, expectedAnnualLoss: 1_000_000,
    estimate: { method: 'Calibrated interval', estimatedBy: 'abara', at: '2026-08-31' },
    ownerId: 'lindqvist', readiness: 'cannot-decide-not-seen', lack: 'both',
    authority: { state: 'lacks', limit: 1_000_000, sentence: 'M. Lindqvist may accept up to $1.0 million; the high end here is $9.8 million.' },
    information: { state: 'lacks', unseen: 1, material: 2, personId: 'lindqvist', sentence: '1 of 2 pieces has not reached M. Lindqvist.' },
    lowest: {
      personId: 'abara', sentence: 'T. Abara is the lowest person who can decide.',
      briefUp: { personId: 'abara', pieces: 2, minutes: 10, sentence: 'Brief T. Abara: 2 pieces, about 10 minutes.' },
      grantDown: { personId: 'lindqvist', grantorId: 'abara', atLeast: 9_800_000, until: '2027-02-19', sentence: "T. Abara raises M. Lindqvist's limit to $9.8 million until 19 Feb 2027." },
    },
    candidates: [
      candidate('lindqvist', { hops: 0, limit: 1_000_000, unseen: 1, why: 'The limit does not reach the high end.' }),
      candidate('abara', { hops: 1, limit: 12_000_000, canDecide: true, unseen: 2, why: 'Covers every service of the risk.' }),
      candidate('chair', { hops: 2, limit: null, unlimited: true, canDecide: true, unseen: 2, why: 'No limit is stated.' }),
      candidate('castro', { hops: null, limit: null, unseen: 2, why: 'No grant covers every service of the risk.' }),
    ],
    flags: [
      flagOf('A3', 'authority', 'Above the limit', id, 'M. Lindqvist may accept up to $1.0 million; the high end here is $9.8 million.', 'Brief T. Abara, who can decide; or T. Abara raises the limit for this service until 19 Feb 2027.'),
      flagOf('I1', 'information', 'Has not been shown it', id, 'M. Lindqvist has not been shown this. Security testing has known since 4 Jun 2026: 170 days.', 'Send the brief to M. Lindqvist.'),
    ],
    moreFlags: [flagOf('P1', 'process', 'No date', id, 'The risk has no due date and no review date.', 'Propose the date of the clock.')],
    evidence: [
      evidence('E-2', 'Exploit seen in the wild', '2026-10-29', null), evidence('E-1', 'Refresh tokens are replayable', '2026-06-04', '2026-09-03'),
    ],
    knowledge: [
      { kind: 'team', id: 'tokens', evidenceId: 'E-1', at: '2026-06-04', how: 'produced', counts: true },
      { kind: 'person', id: 'abara', evidenceId: 'E-1', at: '2026-07-01', how: 'broadcast', counts: false },
      { kind: 'person', id: 'lindqvist', evidenceId: 'E-1', at: '2026-09-03', how: 'detail', counts: true },
    ],
    firstKnownAt: '2026-06-04', ownerKnewAt: '2026-09-03', lagDays: 91, lagRunning: false,
    decisions: [{ id: 'D-1', kind: 'accept', byId: 'lindqvist', at: '2026-09-10', expiresAt: '2026-12-31', inForce: true, rationale: null, conditions: [] }],
    escalations: [],
    steps: [{ id: 'S-1', label: 'Replay a stolen token', order: 1, state: 'open', ownerId: null, testedAt: null }],
    ...changes,
  };
}

function team(id: string, name: string, depth: number, end: number, more: Partial<TeamRow> = {}): TeamRow {
  return { id, name, kind: 'engineering', leadId: null, parentId: null, depth, end, ...more };
}

function person(id: string, name: string, title: string | null, more: Partial<PersonRow> = {}): PersonRow {
  return { id, name, title, kind: 'person', teamId: null, managerId: null, inPost: true, ...more };
}

function service(id: string, name: string, teamId: string | null, processId: string | null): ServiceRow {
  return { id, name, teamId, processId, exposure: 'internet', repository: null, dependsOn: [] };
}

function candidate(personId: string, more: Partial<CandidateRow>): CandidateRow {
  return { personId, hops: null, limit: null, unlimited: false, canDecide: false, state: more.canDecide === true ? 'has' : 'lacks', unseen: 0, unseenIds: more.unseen === 2 ? ['E-2', 'E-1'] : more.unseen === 1 ? ['E-2'] : [], why: '', ...more };
}

function flagOf(flag: 'A3' | 'I1' | 'P1', family: 'authority' | 'information' | 'process', title: string, subject: string, sentence: string, nextStep: string): RiskRow['flags'][number] {
  return { flag, family, title, subjectKind: 'risk', subject, sentence, nextStep, since: '2026-09-10', policyVersion: 'default' };
}

function evidence(id: string, label: string, at: string, seenByOwnerAt: string | null): RiskRow['evidence'][number] {
  return {
    id, label, kind: 'test', at, recordedAt: at, teamId: 'tokens', material: true, elsewhere: false, negative: false,
    coverage: null, seenByOwnerAt, basis: 'documented', facts: [],
  };
}
