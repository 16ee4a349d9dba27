import { entriesOf, type Workspace } from '#core/record/workspace.ts';
import type { Entry } from '#core/record/entry.ts';

/**
 * A company small enough to know by heart. Identity is led by Abara (limit $4M, may pass it on); under her Lindqvist
 * leads Sign-in (limit $1M); Castro leads Payments and has no grant. The token risk is Lindqvist's call and above the
 * limit; the newest piece of evidence has not reached her. The refund risk has nobody named and no range.
 */
export const smallCompany: Workspace = {
  schema: 'whose-call/1',
  policy: [{ id: 'policy', version: '2026-1', currency: 'USD', recordedAt: '2025-01-01' }],
  teams: [
    { id: 'board', name: 'Risk committee', kind: 'governing', leadId: 'moreau', recordedAt: '2025-01-01' },
    { id: 'identity', name: 'Identity', kind: 'engineering', leadId: 'abara', recordedAt: '2025-01-01' },
    { id: 'signin', name: 'Sign-in', kind: 'engineering', leadId: 'lindqvist', parentId: 'identity', recordedAt: '2025-01-01' },
    { id: 'payments', name: 'Payments', kind: 'engineering', leadId: 'castro', recordedAt: '2025-01-01' },
    { id: 'audit', name: 'Internal audit', kind: 'assurance', leadId: 'ozer', recordedAt: '2025-01-01' },
  ],
  persons: [
    { id: 'moreau', name: 'L. Moreau', kind: 'person', teamId: 'board', recordedAt: '2025-01-01' },
    { id: 'abara', name: 'T. Abara', title: 'Head of Identity', kind: 'person', teamId: 'identity', managerId: 'moreau', recordedAt: '2025-01-01' },
    { id: 'lindqvist', name: 'M. Lindqvist', title: 'Team lead, Sign-in', kind: 'person', teamId: 'signin', managerId: 'abara', recordedAt: '2025-01-01' },
    { id: 'castro', name: 'J. Castro', kind: 'person', teamId: 'payments', managerId: 'moreau', recordedAt: '2025-01-01' },
    { id: 'ozer', name: 'D. Ozer', kind: 'person', teamId: 'audit', managerId: 'moreau', recordedAt: '2025-01-01' },
    { id: 'desk', name: 'Security desk', kind: 'mailbox', recordedAt: '2025-01-01' },
  ],
  processes: [
    {
      id: 'train', name: 'Weekly train', recordedAt: '2025-01-01',
      stages: [{ id: 'code', name: 'Code', gate: 'advisory' }, { id: 'deploy', name: 'Deploy', gate: 'blocking', gateOwnerId: 'abara' }],
    },
  ],
  services: [
    { id: 'login', name: 'Login', teamId: 'signin', exposure: 'internet', processId: 'train', recordedAt: '2025-01-01' },
    { id: 'refunds', name: 'Refunds', teamId: 'payments', exposure: 'internal', recordedAt: '2025-01-01' },
    { id: 'legacy', name: 'Legacy reports', exposure: 'unknown', recordedAt: '2025-01-01' },
  ],
  releases: [
    { id: 'login-24.18', serviceId: 'login', at: '2026-02-12', version: '24.18', shippedByTeamId: 'signin', processId: 'train', recordedAt: '2026-02-12' },
  ],
  grants: [
    { id: 'g-abara', granteeId: 'abara', grantorId: 'ROOT', from: '2025-01-01', to: '2027-01-31', maxExposure: 4_000_000, delegable: true, scope: { services: ['*'] }, recordedAt: '2025-01-01' },
    { id: 'g-lindqvist', granteeId: 'lindqvist', grantorId: 'abara', from: '2025-02-01', maxExposure: 1_000_000, scope: { services: ['login'] }, recordedAt: '2025-02-01' },
  ],
  findings: [
    { id: 'f-1', serviceId: 'login', at: '2026-06-04', severity: 'high', title: 'Refresh tokens are not bound to the device', foundStageId: 'deploy', introducedReleaseId: 'login-24.18', introducedStageId: 'code', source: 'static analysis', recordedAt: '2026-06-04' },
    { id: 'f-2', serviceId: 'login', at: '2026-07-01', severity: 'medium', title: 'Session cookie without SameSite', foundStageId: 'code', recordedAt: '2026-07-01' },
    { id: 'f-3', serviceId: 'refunds', at: '2026-08-01', severity: 'low', title: 'Refund API: no rate limit', recordedAt: '2026-08-01' },
    { id: 'f-4', serviceId: 'login', at: '2026-05-01', severity: 'low', title: 'Old banner', fixedAt: '2026-05-20', recordedAt: '2026-05-20' },
    { id: 'f-5', serviceId: 'ghost/service', at: '2026-08-02', severity: 'unknown', title: 'Found where no service is recorded', externalId: 'CVE-2026-1000', recordedAt: '2026-08-02' },
  ],
  risks: [
    { id: 'r-token', label: 'Token replay in customer sign-in', serviceIds: ['login'], findingIds: ['f-1'], ownerId: 'lindqvist', openedAt: '2026-06-04', dueAt: '2027-01-31', exposure: { low: 600_000, high: 3_400_000, rateLow: 0.1, rateHigh: 0.4 }, recordedAt: '2026-06-04' },
    { id: 'r-refund', label: 'Refund API without a rate limit', serviceIds: ['refunds'], findingIds: ['f-3'], openedAt: '2026-08-01', recordedAt: '2026-08-01' },
    { id: 'r-report', label: 'Reports open to everybody inside', serviceIds: ['legacy'], ownerId: 'abara', openedAt: '2026-03-01', exposure: { low: 10_000, high: 90_000, rateLow: 1, rateHigh: 1 }, recordedAt: '2026-03-01' },
    { id: 'r-closed', label: 'Default password on a printer', serviceIds: ['legacy'], ownerId: 'abara', openedAt: '2026-01-01', exposure: { low: 1_000, high: 9_000, rateLow: 1, rateHigh: 1 }, recordedAt: '2026-01-01' },
    { id: 'r-closed', label: 'Default password on a printer', serviceIds: ['legacy'], ownerId: 'abara', openedAt: '2026-01-01', closedAt: '2026-10-10', exposure: { low: 1_000, high: 9_000, rateLow: 1, rateHigh: 1 }, recordedAt: '2026-10-10' },
  ],
  evidence: [
    { id: 'e-analysis', label: 'Refresh tokens are not bound to the device', riskId: 'r-token', at: '2026-06-04', kind: 'scan', teamId: 'audit', recordedAt: '2026-06-04' },
    { id: 'e-test', label: 'Replay confirmed against staging', riskId: 'r-token', at: '2026-08-25', kind: 'test', teamId: 'audit', recordedAt: '2026-08-25' },
    { id: 'e-wild', label: 'Exploit seen in the wild', riskId: 'r-token', at: '2026-10-29', kind: 'advisory', recordedAt: '2026-10-29' },
  ],
  acks: [
    { id: 'a-1', evidenceId: 'e-analysis', personId: 'lindqvist', at: '2026-09-03', level: 'detail', recordedAt: '2026-09-03' },
    { id: 'a-2', evidenceId: 'e-test', personId: 'lindqvist', at: '2026-09-03', level: 'detail', recordedAt: '2026-09-03' },
  ],
  decisions: [
    { id: 'd-1', riskId: 'r-report', kind: 'accept', byId: 'abara', at: '2026-10-20', expiresAt: '2026-12-31', underGrantId: 'g-abara', rationale: 'Retired at the end of the year.', recordedAt: '2026-10-20' },
    { id: 'd-2', riskId: 'r-token', kind: 'accept', at: '2026-06-10', findingId: 'f-1', rationale: 'suppressed in the scanner', recordedAt: '2026-06-10' },
  ],
};

export function smallCompanyEntries(): Entry[] {
  return entriesOf(smallCompany);
}
