import { addDays, daysBetween } from '#core/time.ts';
import { expectedAnnualLoss } from '#core/exposure/expected-annual-loss.ts';
import type { Money, Picture, PreviousRiskRow, RiskRow, ServiceRow, TeamRow } from '#core/picture/picture.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const AS_OF = '2026-11-21';

const divisions: readonly (readonly [string, ...string[]])[] = [
  ['Payments', 'Card processing', 'Refunds'], ['Identity', 'Sign-in'], ['Data platform', 'Warehouse', 'Streaming'],
  ['Mobile', 'Apps'], ['Infrastructure', 'Clusters'], ['Corporate systems', 'Finance'],
];
const labels = ['Signing keys are shared', 'Refresh tokens do not expire', 'Backups are kept in one region', 'Builds run unsigned', 'Old cipher suites are accepted'];
const processNames = ['Weekly service train', 'Web deploy', 'App store', 'Infrastructure change', 'Vendor onboarding'];

/**
 * A made-up company of the size a board meets: a tree of three levels, five release processes, and as
 * many risks as asked for, each drawn from a seeded sequence, so that the same call gives the same
 * picture. For tests of layouts and roll-ups. Not sample data: nothing in it is meant to be read.
 */
export function companyPicture(riskCount = 60, seed = 7): Picture {
  const next = sequence(seed);
  const teams = teamTree();
  const leaves = teams.filter((team, index) => team.end === index + 1);
  const processes = processNames.map((name, index) => ({ id: `p${index}`, name, stages: [] }));
  const services = leaves.flatMap((team): ServiceRow[] => [0, 1, 2].map((index) => ({
    id: `${team.id}-s${index}`, name: `${team.name} ${index + 1}`, teamId: next() < 0.1 ? null : team.id,
    processId: next() < 0.05 ? null : `p${Math.floor(next() * processNames.length)}`, exposure: 'internal', repository: null, dependsOn: [],
  })));
  const risks = Array.from({ length: riskCount }, (_, index) => riskFrom(index, services, next));
  const withRange = risks.filter((risk) => risk.expectedAnnualLoss !== null).length;
  return smallPicture({
    organisation: 'Test company', sample: true, teams, processes, services, risks, closedRiskIds: ['R-gone'], otherFlags: [],
    previousRisks: [...risks.filter((_, index) => index % 5 !== 0).map((risk) => earlier(risk, next)), gone(teams[2]?.id ?? null)],
    findingCells: [], previousFindingCells: [],
    coverage: {
      ...smallPicture().coverage,
      servicesWithTeam: { with: services.filter((service) => service.teamId !== null).length, total: services.length },
      risksWithRange: { with: withRange, total: risks.length },
    },
  });
}

function riskFrom(index: number, services: readonly ServiceRow[], next: () => number): RiskRow {
  const service = services[Math.floor(next() * services.length)];
  const readiness = readinessStates[Math.min(5, Math.floor(next() ** 1.6 * 6))] ?? 'cannot-tell';
  const exposure = next() < 0.12 ? null : rangeFrom(next);
  const firstKnownAt = next() < 0.2 ? null : addDays(AS_OF, -Math.floor(20 + next() * 300));
  const unseen = readiness === 'can-decide-not-seen' || readiness === 'cannot-decide-not-seen' || readiness === 'nobody-named';
  const ownerKnewAt = firstKnownAt === null || unseen ? null : addDays(firstKnownAt, Math.floor(next() * daysBetween(firstKnownAt, AS_OF)));
  const decidedAt = ownerKnewAt === null || next() < 0.4 ? null : addDays(ownerKnewAt, Math.floor(next() * daysBetween(ownerKnewAt, AS_OF)));
  return smallRisk(`R-${100 + index}`, {
    label: `${labels[index % labels.length]} in ${service?.name ?? 'no service'}`,
    candidates: index % 9 === 0 ? [] : smallRisk('any').candidates,
    serviceIds: service === undefined ? [] : [service.id], owningTeamId: service?.teamId ?? null, processId: service?.processId ?? null,
    readiness, ownerId: readiness === 'nobody-named' ? null : ['lindqvist', 'abara', 'castro'][index % 3] ?? null,
    exposure, expectedAnnualLoss: exposure === null ? null : expectedAnnualLoss(rates(exposure)),
    firstKnownAt, ownerKnewAt, lagRunning: firstKnownAt !== null && ownerKnewAt === null,
    lagDays: firstKnownAt === null ? null : daysBetween(firstKnownAt, ownerKnewAt ?? AS_OF),
    decisions: decidedAt === null || index % 9 === 0 ? [] : [{ id: `D-${index}`, kind: 'mitigate', byId: 'abara', at: decidedAt, expiresAt: null, inForce: true, rationale: null, conditions: [] }],
  });
}

function rangeFrom(next: () => number): Money {
  const low = 60_000 * 10 ** (next() * 1.6);
  const rateLow = 0.02 * 10 ** next();
  return { low, high: low * (3 + next() * 12), rateLow, rateHigh: rateLow * (2 + next() * 4) };
}

function rates(money: Money) {
  return { low: money.low, high: money.high, rateLow: money.rateLow ?? undefined, rateHigh: money.rateHigh ?? undefined };
}

function earlier(risk: RiskRow, next: () => number): PreviousRiskRow {
  const { id, label, owningTeamId, processId, severalProcesses, ownerId, readiness, expectedAnnualLoss: value } = risk;
  const changed = next() < 0.3 && value !== null ? value * (0.4 + next()) : value;
  return { id, label, owningTeamId, processId, severalProcesses, ownerId, readiness, expectedAnnualLoss: changed };
}

function gone(owningTeamId: string | null): PreviousRiskRow {
  return { id: 'R-gone', label: 'Closed since', owningTeamId, processId: 'p0', severalProcesses: false, ownerId: 'abara', readiness: 'can-decide-seen', expectedAnnualLoss: 900_000 };
}

function teamTree(): TeamRow[] {
  const rows: TeamRow[] = [{ id: 'root', name: 'Test company', kind: 'governing', leadId: 'chair', parentId: null, depth: 0, end: 0 }];
  for (const [name, ...children] of divisions) {
    const id = name.toLowerCase().replaceAll(' ', '-');
    rows.push({ id, name, kind: 'engineering', leadId: 'abara', parentId: 'root', depth: 1, end: rows.length + 1 + children.length });
    for (const child of children) {
      rows.push({ id: `${id}-${child.toLowerCase().replaceAll(' ', '-')}`, name: child, kind: 'engineering', leadId: null, parentId: id, depth: 2, end: rows.length + 1 });
    }
  }
  const [root] = rows;
  if (root !== undefined) root.end = rows.length;
  return rows;
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
