import { range, type StorySpec } from '#mocks/halden-maker/risks/story.ts';

const refundRetries: StorySpec = {
  label: 'Refund API accepts unlimited retries',
  serviceIds: ['refund-api'],
  category: 'fraud',
  defectClass: 'CWE-799',
  openedAt: '2026-09-15',
  owners: [{ since: '2026-09-15', personId: 'ana.ruiz' }],
  ranges: [range('2026-09-15', 80, 1400, 0.1, 0.6), range('2026-10-21', 250, 3800, 0.4, 1.4)],
  dueAt: '2026-12-18',
  evidence: [
    {
      at: '2026-09-14', kind: 'test', teamId: 'refunds', knownBy: ['chloe.martin'], label: 'Load test: no refund call is ever refused',
      seen: [
        { personId: 'farah.siddiqui', at: '2026-09-14', level: 'detail' },
        { personId: 'ana.ruiz', at: '2026-10-09', level: 'detail' },
      ],
    },
    {
      at: '2026-10-09', kind: 'incident', teamId: 'security-operations', label: 'One merchant sent 41,000 refund calls in a night',
      sent: { at: '2026-10-09', byId: 'mateus.oliveira', toIds: ['ana.ruiz', 'farah.siddiqui'], form: 'meeting' },
      seen: [{ personId: 'ana.ruiz', at: '2026-10-09', level: 'detail', question: 'How many of these were paid out?' }],
    },
    {
      at: '2026-10-20', kind: 'assessment', teamId: 'payments', knownBy: ['ravi.menon'], label: 'New range after the night of 9 October',
      seen: [{ personId: 'ana.ruiz', at: '2026-10-21', level: 'detail' }],
    },
  ],
  decisions: [
    {
      kind: 'accept', byId: 'ana.ruiz', at: '2026-10-28', expiresAt: '2027-01-31', trigger: 'incident', underGrantId: 'G-010',
      rationale: 'The rate limit ships with the train of 11 December; refunds stay open for customers until then.',
      conditions: [{ text: 'refund calls of one merchant stay under 400 an hour' }],
    },
  ],
  events: [
    { type: 'incidentCall', personId: 'farah.siddiqui', at: '2026-10-09' },
    { type: 'incidentCall', personId: 'mateus.oliveira', at: '2026-10-09' },
    { type: 'decision', personId: 'ana.ruiz', at: '2026-10-28' },
  ],
  steps: [
    { label: 'A refund paid twice', state: 'detected', assumed: true, ownerId: 'farah.siddiqui' },
    { label: 'Money moved out before the day is closed', state: 'blocked', ownerId: 'kenji.watanabe', testedAt: '2026-10-16' },
  ],
  finds: [{ serviceId: 'refund-api', ruleId: 'QS1037', exploited: true, automatable: true, introducedStageId: 'design', escapedStageId: 'test', foundStageId: 'operate' }],
};

const vendorToken: StorySpec = {
  label: 'Card network gateway token has not been changed since 2023',
  serviceIds: ['card-network-gateway'],
  category: 'vendor',
  defectClass: 'CWE-324',
  openedAt: '2026-03-12',
  owners: [{ since: '2026-03-12', personId: 'ana.ruiz' }],
  ranges: [range('2026-03-31', 300, 3400, 0.2, 0.8)],
  dueAt: '2026-12-11',
  evidence: [
    {
      at: '2026-03-05', kind: 'audit', teamId: 'internal-audit', label: 'Token of the card network gateway dates from 2023',
      seen: [
        { personId: 'stefan.krueger', at: '2026-03-09', level: 'detail' },
        { personId: 'ana.ruiz', at: '2026-05-06', level: 'detail' },
      ],
    },
    {
      at: '2026-09-22', kind: 'attestation', teamId: 'vendor-management', label: 'Vendor attests the change of tokens in its test system',
      seen: [{ personId: 'ana.ruiz', at: '2026-09-25', level: 'detail' }],
    },
  ],
  decisions: [{ kind: 'mitigate', byId: 'ana.ruiz', at: '2026-05-20', trigger: 'audit', underGrantId: 'G-010' }],
};

const passkeyRecovery: StorySpec = {
  label: 'Passkey recovery falls back to a mailed link',
  serviceIds: ['passkey-service'],
  category: 'access',
  defectClass: 'CWE-640',
  openedAt: '2026-04-14',
  closedAt: '2026-10-30',
  owners: [{ since: '2026-04-14', personId: 'tunde.abara' }],
  ranges: [range('2026-04-30', 250, 2600, 0.2, 0.9)],
  dueAt: '2026-11-30',
  evidence: [
    {
      at: '2026-04-10', kind: 'test', teamId: 'sign-in', knownBy: ['bilal.chaudhry'], label: 'A mailed link opens an account with a passkey',
      seen: [{ personId: 'tunde.abara', at: '2026-05-22', level: 'detail' }],
    },
    {
      at: '2026-10-27', kind: 'test', teamId: 'security-testing', label: 'Recovery now asks for a second device', negative: true, coverage: 1,
      seen: [{ personId: 'tunde.abara', at: '2026-10-28', level: 'detail' }],
    },
  ],
  decisions: [
    { kind: 'mitigate', byId: 'tunde.abara', at: '2026-06-05', trigger: 'planned', underGrantId: 'G-011', implementedAt: '2026-10-22' },
  ],
};

const paymentCore: StorySpec = {
  label: 'Payments core takes days to rebuild after ransomware',
  serviceIds: ['settlement-ledger', 'backup-vault'],
  category: 'resilience',
  openedAt: '2026-05-04',
  owners: [{ since: '2026-05-04', personId: 'marta.halvorsen' }],
  ranges: [range('2026-05-29', 3000, 38000, 0.05, 0.3)],
  dueAt: '2027-03-31',
  reviewAt: '2027-01-15',
  evidence: [
    {
      at: '2026-04-28', kind: 'test', teamId: 'cloud-runtime', knownBy: ['emil.sorensen'], label: 'Restore exercise: the ledger was back after nine days',
      seen: [
        { personId: 'dana.okafor', at: '2026-05-04', level: 'detail' },
        { personId: 'marta.halvorsen', at: '2026-05-18', level: 'detail' },
        { personId: 'ingrid.solheim', at: '2026-07-14', level: 'summary' },
      ],
    },
    {
      at: '2026-10-12', kind: 'test', teamId: 'cloud-runtime', label: 'Second exercise: four days',
      seen: [{ personId: 'marta.halvorsen', at: '2026-10-15', level: 'detail' }],
    },
  ],
  decisions: [
    {
      kind: 'mitigate', byId: 'marta.halvorsen', at: '2026-05-27', trigger: 'planned', underGrantId: 'G-002',
      rationale: 'A second site is paid for; the restore time is measured twice a year.',
    },
  ],
  steps: [{ label: 'An encrypted ledger and its newest backup', state: 'blocked', ownerId: 'petr.novak', testedAt: '2026-10-12' }],
};

const keyRotation: StorySpec = {
  label: 'Sign-in keys are changed by hand',
  serviceIds: ['customer-sign-in'],
  category: 'access',
  defectClass: 'CWE-324',
  openedAt: '2026-06-15',
  closedAt: '2026-11-06',
  owners: [
    { since: '2026-06-15', personId: 'lucie.moreau' },
    { since: '2026-08-20', personId: 'tunde.abara' },
  ],
  ranges: [range('2026-06-15', 500, 3600, 0.3, 1.1)],
  dueAt: '2026-11-30',
  evidence: [
    {
      at: '2026-06-10', kind: 'assessment', teamId: 'security-engineering', label: 'Two people can change the sign-in keys, both by hand',
      seen: [
        { personId: 'lucie.moreau', at: '2026-06-18', level: 'detail' },
        { personId: 'tunde.abara', at: '2026-08-24', level: 'detail' },
      ],
    },
    {
      at: '2026-11-03', kind: 'test', teamId: 'security-testing', label: 'Keys changed themselves twice in a week', negative: true, coverage: 1,
      seen: [{ personId: 'tunde.abara', at: '2026-11-04', level: 'detail' }],
    },
  ],
  decisions: [
    {
      kind: 'mitigate', byId: 'tunde.abara', at: '2026-10-02', trigger: 'planned', underGrantId: 'G-011', implementedAt: '2026-10-30',
      rationale: 'First decision after sign-in came to Identity.',
    },
  ],
};

const loyaltyCopy: StorySpec = {
  label: 'Loyalty import holds a copy of every customer',
  serviceIds: ['loyalty-import'],
  category: 'data',
  defectClass: 'CWE-200',
  openedAt: '2026-07-06',
  owners: [{ since: '2026-07-06', personId: undefined }],
  ranges: [range('2026-07-31', 300, 4200, 0.1, 0.7)],
  reviewAt: '2026-12-10',
  evidence: [
    {
      at: '2026-07-02', kind: 'scan', teamId: 'warehouse', knownBy: ['lindiwe.dube'], label: 'Eleven million rows with names and addresses', coverage: 1,
      seen: [
        { personId: 'mateus.oliveira', at: '2026-07-09', level: 'detail' },
        { personId: 'marta.halvorsen', at: '2026-08-17', level: 'detail' },
      ],
    },
    { at: '2026-11-04', kind: 'scan', teamId: 'warehouse', label: 'The copy has grown by a tenth since July', coverage: 1 },
  ],
  decisions: [],
  events: [
    { type: 'incidentCall', personId: 'mateus.oliveira', at: '2026-08-12' },
    { type: 'remediation', personId: 'mateus.oliveira', at: '2026-08-14' },
    { type: 'incidentCall', personId: 'mateus.oliveira', at: '2026-10-02' },
  ],
};

const settlementFile: StorySpec = {
  label: 'Settlement file can be replaced before it is signed',
  serviceIds: ['payout-service'],
  category: 'fraud',
  defectClass: 'CWE-345',
  openedAt: '2026-10-06',
  owners: [{ since: '2026-10-06', personId: 'ana.ruiz' }],
  ranges: [range('2026-10-06', 400, 3900, 0.2, 0.8)],
  dueAt: '2027-01-15',
  evidence: [
    {
      at: '2026-10-02', kind: 'test', teamId: 'settlement', knownBy: ['kenji.watanabe'], label: 'A changed file was paid out in the test system',
      seen: [{ personId: 'ana.ruiz', at: '2026-10-23', level: 'detail' }],
    },
  ],
  decisions: [{ kind: 'mitigate', byId: 'ana.ruiz', at: '2026-10-30', trigger: 'planned', underGrantId: 'G-010' }],
};

const licenceReport: StorySpec = {
  label: 'Payment licence needs proof of a second site',
  serviceIds: ['settlement-ledger'],
  category: 'licence',
  openedAt: '2026-08-10',
  owners: [{ since: '2026-08-10', personId: 'marta.halvorsen' }],
  ranges: [range('2026-08-31', 900, 12000, 0.05, 0.3)],
  reviewAt: '2026-12-18',
  decisionNeededBy: '2026-12-18',
  evidence: [
    {
      at: '2026-08-06', kind: 'statement', teamId: 'payments', label: 'Letter of the regulator: proof is due in March 2027',
      seen: [
        { personId: 'ana.ruiz', at: '2026-08-06', level: 'detail' },
        { personId: 'marta.halvorsen', at: '2026-08-27', level: 'detail' },
      ],
    },
    {
      at: '2026-10-12', kind: 'test', teamId: 'cloud-runtime', label: 'Second exercise: four days, and two are allowed',
      seen: [{ personId: 'marta.halvorsen', at: '2026-10-15', level: 'detail' }],
    },
  ],
  decisions: [],
};

export const moreStories: Readonly<Record<string, StorySpec>> = {
  'REFUND-RETRIES': refundRetries, 'VENDOR-TOKEN': vendorToken, 'PASSKEY-RECOVERY': passkeyRecovery,
  'PAYMENT-CORE': paymentCore, 'KEY-ROTATION': keyRotation, 'LOYALTY-COPY': loyaltyCopy, 'SETTLEMENT-FILE': settlementFile,
  'LICENCE-REPORT': licenceReport,
};
