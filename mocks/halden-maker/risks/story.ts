import type { Day, DecisionSpec, EvidenceSpec, OwnerSpec, RangeSpec, RiskSpec, StepSpec } from '#mocks/halden-maker/risks/risk.ts';

/** What is written by hand about a risk of the story; the rest is empty. */
export type StorySpec = Omit<Partial<RiskSpec>, 'ranges'> & {
  label: string;
  serviceIds: readonly string[];
  category: string;
  openedAt: Day;
  owners: readonly OwnerSpec[];
  ranges: readonly RangeSpec[];
  evidence: readonly EvidenceSpec[];
  decisions: readonly DecisionSpec[];
};

/** A range in thousands of dollars for one loss, and events a year. */
export function range(since: Day, low: number, high: number, rateLow: number, rateHigh: number): RangeSpec {
  return { since, low: low * 1000, high: high * 1000, rateLow, rateHigh, currency: 'USD' };
}

const signingSteps: readonly StepSpec[] = [
  { label: 'A change to a build job through a pull request', state: 'open', assumed: true, ownerId: 'grace.kim' },
  { label: 'A signature from the hosted module', state: 'open' },
  { label: 'A signed release to every product', state: 'blocked', ownerId: 'noor.rahman', testedAt: '2026-05-12' },
];

const signingKey: StorySpec = {
  label: 'One release signing key is shared by every product',
  serviceIds: ['release-signing'],
  category: 'supply',
  openedAt: '2026-05-20',
  owners: [{ since: '2026-05-20', personId: 'dana.okafor' }],
  ranges: [range('2026-05-20', 2500, 16000, 0.1, 0.5), range('2026-08-31', 4000, 24000, 0.1, 0.6)],
  reviewAt: '2026-12-15',
  decisionNeededBy: '2026-10-31',
  decisionKind: 'stop',
  evidence: [
    {
      at: '2026-05-12', kind: 'assessment', teamId: 'build-release', knownBy: ['noor.rahman', 'amara.nwosu'],
      label: 'Key inventory: one key signs all six products', level: 'detail',
      seen: [
        { personId: 'noor.rahman', at: '2026-05-12', level: 'detail' },
        { personId: 'javier.castellanos', at: '2026-06-02', level: 'summary' },
        { personId: 'dana.okafor', at: '2026-11-03', level: 'detail' },
      ],
    },
    {
      at: '2026-07-21', kind: 'test', teamId: 'security-testing', knownBy: ['thandi.mokoena'],
      label: 'A build job obtained a signature for a package nobody reviewed', bearsOn: ['BUILD-CACHE'],
      seen: [
        { personId: 'lucie.moreau', at: '2026-07-24', level: 'detail' },
        { personId: 'noor.rahman', at: '2026-07-23', level: 'detail' },
        { personId: 'dana.okafor', at: '2026-11-03', level: 'detail' },
      ],
    },
    {
      at: '2026-10-19', kind: 'audit', teamId: 'internal-audit', knownBy: ['nikhil.joshi'],
      label: 'Once a release is signed, no stage can hold it back',
      seen: [
        { personId: 'catherine.boyle', at: '2026-10-20', level: 'detail' },
        { personId: 'dana.okafor', at: '2026-11-03', level: 'detail', question: 'Who may stop a signed release today?' },
      ],
    },
  ],
  decisions: [],
  escalations: [],
  events: [{ type: 'presented', personId: 'lucie.moreau', at: '2026-10-13' }],
  steps: signingSteps,
  finds: [{ serviceId: 'release-signing', ruleId: 'PW255', introducedStageId: 'design', escapedStageId: 'review' }],
};

const ssoBypass: StorySpec = {
  label: 'Legacy single sign-on can be bypassed from outside',
  serviceIds: ['legacy-sso'],
  category: 'access',
  defectClass: 'CWE-288',
  openedAt: '2026-01-12',
  owners: [{ since: '2026-01-12', personId: 'lee.brandt' }],
  ranges: [range('2026-01-30', 1500, 14000, 0.1, 0.5), range('2026-04-30', 2000, 18000, 0.15, 0.6)],
  reviewAt: '2026-10-15',
  evidence: [
    {
      at: '2026-01-04', kind: 'test', teamId: 'security-testing', knownBy: ['thandi.mokoena', 'yusuf.demir'],
      label: 'A forged assertion opens the finance tools',
      seen: [
        { personId: 'elif.aydin', at: '2026-01-12', level: 'detail' },
        { personId: 'lee.brandt', at: '2026-03-20', level: 'detail' },
      ],
    },
    {
      at: '2026-03-10', kind: 'assessment', teamId: 'finance-systems', label: 'Nine finance tools still sign in through it',
      seen: [{ personId: 'lee.brandt', at: '2026-03-20', level: 'detail' }],
    },
    {
      at: '2026-09-02', kind: 'test', teamId: 'security-testing', knownBy: ['thandi.mokoena'],
      label: 'The bypass works from outside the network',
      seen: [
        { personId: 'lucie.moreau', at: '2026-09-04', level: 'detail' },
        { personId: 'elif.aydin', at: '2026-09-10', level: 'detail' },
      ],
    },
    {
      at: '2026-10-14', kind: 'incident', teamId: 'security-operations', knownBy: ['mateus.oliveira'],
      label: 'Two sign-ins through the bypass from addresses nobody knows',
      sent: { at: '2026-10-15', byId: 'mateus.oliveira', toIds: ['lee.brandt', 'elif.aydin', 'lucie.moreau'], form: 'broadcast' },
      seen: [
        { personId: 'lucie.moreau', at: '2026-10-15', level: 'detail' },
        { personId: 'lee.brandt', at: '2026-10-15', level: 'broadcast' },
      ],
    },
  ],
  decisions: [
    {
      kind: 'accept', byId: 'lee.brandt', at: '2026-03-20', expiresAt: '2026-09-30', trigger: 'audit', underGrantId: 'G-004',
      rationale: 'The finance tools move off it in the third quarter.',
      conditions: [{ text: 'the bypass cannot be reached from outside the network', brokenAt: '2026-09-02' }],
    },
  ],
  steps: [
    { label: 'A sign-in to a finance tool with a forged assertion', state: 'detected', assumed: true, ownerId: 'elif.aydin' },
    { label: 'A new supplier with a bank account of its own', state: 'open' },
  ],
  finds: [{ serviceId: 'legacy-sso', ruleId: 'QS1164', exploited: true, automatable: false, introducedStageId: 'design', escapedStageId: 'review', foundStageId: 'operate' }],
};

const buildCache: StorySpec = {
  label: 'Build cache is writable by pull requests',
  serviceIds: ['build-cache'],
  category: 'supply',
  defectClass: 'build-cache-write',
  classOnRisk: true,
  openedAt: '2026-01-26',
  owners: [{ since: '2026-01-26', personId: 'javier.castellanos' }],
  ranges: [range('2026-01-30', 400, 5500, 0.3, 1.2)],
  reviewAt: '2026-12-01',
  evidence: [
    {
      at: '2026-01-20', kind: 'test', teamId: 'developer-tools', knownBy: ['jun.park'],
      label: 'A pull request from a fork replaced a cached compiler',
      seen: [{ personId: 'grace.kim', at: '2026-01-22', level: 'detail' }],
    },
    {
      at: '2026-06-11', kind: 'assessment', teamId: 'security-engineering', knownBy: ['hannah.weiss'],
      label: 'Every product build reads from the same cache',
      sent: { at: '2026-06-12', byId: 'hannah.weiss', toIds: ['javier.castellanos', 'noor.rahman', 'grace.kim'], form: 'broadcast' },
      seen: [
        { personId: 'javier.castellanos', at: '2026-06-12', level: 'broadcast' },
        { personId: 'noor.rahman', at: '2026-06-15', level: 'detail' },
      ],
    },
    { at: '2026-10-26', kind: 'scan', teamId: 'developer-tools', label: 'Four pull requests wrote to the cache in October', coverage: 0.9 },
  ],
  decisions: [],
  steps: [
    { label: 'A changed compiler in the cache', state: 'open', assumed: true },
    { label: 'A weekly cut built with it', state: 'unknown' },
  ],
  finds: [
    { serviceId: 'build-cache', ruleId: 'PW251', introducedStageId: 'design', escapedStageId: 'review' },
    { serviceId: 'build-cache', ruleId: 'PW204', introducedStageId: 'review', escapedStageId: 'review' },
  ],
};

const tokenReplay: StorySpec = {
  label: 'Token replay in customer sign-in',
  serviceIds: ['token-service', 'customer-sign-in'],
  category: 'access',
  defectClass: 'token-not-bound',
  classOnRisk: true,
  openedAt: '2026-06-08',
  owners: [
    { since: '2026-06-08', personId: 'lucie.moreau' },
    { since: '2026-08-19', personId: 'maja.lindqvist' },
  ],
  ranges: [range('2026-06-08', 450, 3800, 0.2, 0.9)],
  reviewAt: '2026-12-31',
  evidence: [
    {
      at: '2026-06-04', kind: 'scan', teamId: 'security-testing', label: 'Refresh tokens are not bound to the device',
      seen: [
        { personId: 'bilal.chaudhry', at: '2026-06-16', level: 'detail' },
        { personId: 'petr.novak', at: '2026-07-02', level: 'detail' },
        { personId: 'lucie.moreau', at: '2026-07-20', level: 'summary' },
        { personId: 'tunde.abara', at: '2026-08-27', level: 'detail' },
        { personId: 'maja.lindqvist', at: '2026-09-03', level: 'detail' },
      ],
    },
    {
      at: '2026-08-25', kind: 'test', teamId: 'security-testing', label: 'Replay confirmed against staging',
      seen: [
        { personId: 'tunde.abara', at: '2026-08-27', level: 'detail' },
        { personId: 'maja.lindqvist', at: '2026-09-03', level: 'detail' },
      ],
    },
    { at: '2026-10-14', kind: 'assessment', teamId: 'cloud-runtime', label: 'Two more services call the token endpoint', knownBy: ['petr.novak'] },
    {
      at: '2026-10-29', kind: 'advisory', teamId: 'security-operations', label: 'HALDEN-2026-0117: replay of the same tokens seen at a partner',
      knownBy: ['mateus.oliveira'], seen: [{ personId: 'lucie.moreau', at: '2026-10-30', level: 'detail' }],
    },
  ],
  decisions: [
    {
      kind: 'accept', byId: 'maja.lindqvist', at: '2026-09-10', expiresAt: '2026-12-31', trigger: 'planned', underGrantId: 'G-036',
      rationale: 'Binding tokens to the device comes with the sign-in release of December.',
    },
  ],
  steps: [
    { label: 'A refresh token stolen from a phone', state: 'detected', assumed: true, ownerId: 'luca.ferrari' },
    { label: 'A sign-in with it from another device', state: 'open', ownerId: 'maja.lindqvist' },
    { label: 'A change of the payout account', state: 'blocked', ownerId: 'ana.ruiz', testedAt: '2026-10-05' },
  ],
  finds: [
    { serviceId: 'token-service', ruleId: 'QS1169', exploited: false, automatable: true, introducedStageId: 'build', escapedStageId: 'test', foundStageId: 'operate' },
    { serviceId: 'customer-sign-in', ruleId: 'QS1169', exploited: false, automatable: true, introducedStageId: 'build', escapedStageId: 'test', foundStageId: 'operate' },
  ],
};

export const firstStories: Readonly<Record<string, StorySpec>> = {
  'SIGNING-KEY': signingKey, 'SSO-BYPASS': ssoBypass, 'BUILD-CACHE': buildCache, 'TOKEN-REPLAY': tokenReplay,
};
