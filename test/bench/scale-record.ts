import { addDays } from '#core/time.ts';
import { severities, type Finding } from '#core/record/entities.ts';
import type { EntityByKind, Entry, EntryKind } from '#core/record/entry.ts';

/** Months of history; everything the findings rest on is the same whatever their number. */
export const MONTHS = 24;
const FIRST = '2024-12-01';
export const TODAY = '2026-11-21';
const SERVICES = 40;
const TEAMS = 12;
const PROCESSES = 6;
const RELEASE_EVERY = 14;
const RISKS = 200;
const DAYS = 720;

const stages = ['design', 'code', 'build', 'test', 'deploy', 'run'] as const;
const kinds = ['injection', 'token-check', 'secret', 'deserialisation', 'path', 'crypto', 'dependency', 'configuration'];

/** The company beside its findings: teams, services, processes, two years of releases, risks that rest on early findings. */
export function companyEntries(riskCount = RISKS): Entry[] {
  const entries: Entry[] = [];
  const add = <K extends EntryKind>(kind: K, entity: EntityByKind[K], recordedAt = FIRST): void => {
    // The pairing of kind and entity is the type of `Entry`, which a generic call cannot name.
    entries.push({ kind, entity, stamp: { recordedAt } } as unknown as Entry);
  };
  add('policy', { id: 'policy', version: '2024-4', currency: 'USD' });
  for (let n = 0; n <= TEAMS; n += 1) {
    add('teams', { id: `team-${n}`, name: `Team ${n}`, kind: n === 0 ? 'governing' : n === 1 ? 'security' : 'engineering', leadId: `person-${n}`, ...(n === 0 ? {} : { parentId: n < 5 ? 'team-0' : `team-${1 + (n % 4)}` }) });
  }
  for (let n = 0; n < 60; n += 1) add('persons', { id: `person-${n}`, name: `Person ${n}`, kind: 'person', teamId: `team-${n % (TEAMS + 1)}`, ...(n === 0 ? {} : { managerId: `person-${n % 5 === n ? 0 : n % 5}` }) });
  for (let n = 0; n < PROCESSES; n += 1) {
    add('processes', { id: `process-${n}`, name: `Process ${n}`, stages: stages.map((id) => ({ id, gate: id === 'deploy' ? 'blocking' : 'none', gateOwnerId: `person-${n + 1}` })) });
  }
  for (let n = 0; n < SERVICES; n += 1) {
    add('services', { id: serviceOf(n), name: `Service ${n}`, teamId: teamOf(n), exposure: n % 3 === 0 ? 'internet' : 'internal', processId: `process-${n % PROCESSES}` });
    for (let day = 0; day < DAYS; day += RELEASE_EVERY) {
      const at = addDays(FIRST, day);
      add('releases', { id: releaseOf(n, day), serviceId: serviceOf(n), at, version: `1.${day / RELEASE_EVERY}`, shippedByTeamId: teamOf(n) }, at);
    }
  }
  add('grants', { id: 'grant-0', granteeId: 'person-0', grantorId: 'ROOT', from: FIRST, delegable: true, maxExposure: 50_000_000, scope: { services: ['*'] } });
  for (let n = 0; n < riskCount; n += 1) {
    const openedAt = addDays(FIRST, 30 + ((n * 3) % 600));
    add('risks', {
      id: `risk-${n}`, label: `Risk ${n}`, serviceIds: [serviceOf(n)], findingIds: [idOf(n * 3), idOf(n * 3 + 1), idOf(n * 3 + 2)], openedAt,
      ...(n % 4 === 0 ? {} : { ownerId: `person-${n % 30}` }), exposure: { low: 10_000 * ((n % 200) + 1), high: 90_000 * ((n % 200) + 1), rateLow: 0.1, rateHigh: 0.6 },
    }, openedAt);
    add('evidence', { id: `evidence-${n}`, riskId: `risk-${n}`, at: openedAt, kind: 'scan', label: `Scan of ${n}` }, openedAt);
    if (n % 2 === 0) add('acks', { id: `ack-${n}`, evidenceId: `evidence-${n}`, personId: `person-${n % 30}`, at: addDays(openedAt, 9), level: 'detail' }, addDays(openedAt, 9));
    if (n % 5 === 0) add('decisions', { id: `decision-${n}`, riskId: `risk-${n}`, kind: 'mitigate', byId: 'person-0', at: addDays(openedAt, 12) }, addDays(openedAt, 12));
  }
  return entries;
}

/** Last day of a month of the history; the last one ends today. */
export function monthEnd(month: number): string {
  return month === MONTHS - 1 ? TODAY : addDays(FIRST, (month + 1) * 30 - 1);
}

/** What the scans of a month recorded: the findings of the month, and those of earlier months that were fixed in it. */
export function* monthOf(month: number, count: number): Generator<Entry[]> {
  let batch: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    const { found, fixed } = daysOf(n);
    const isNew = Math.min(MONTHS - 1, Math.floor(found / 30)) === month;
    const isFixed = fixed !== undefined && Math.min(MONTHS - 1, Math.floor(fixed / 30)) === month;
    if (!isNew && !isFixed) continue;
    batch.push({ kind: 'findings', entity: findingOf(n, isFixed), stamp: {} });
    if (batch.length === 2_000) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** A finding found today, that no earlier batch held. */
export function newFinding(n: number): Entry {
  return { kind: 'findings', entity: { ...findingOf(n, false), id: `new-${n}`, at: TODAY }, stamp: {} };
}

function daysOf(n: number): { found: number; fixed: number | undefined } {
  const found = n < RISKS * 3 ? n % 30 : spread(n, 1) % (DAYS - 5);
  const after = 1 + (spread(n, 2) % 200) ** 2 / 200;
  const fixed = Math.floor(found + after);
  return { found, fixed: spread(n, 3) % 10 < 7 && fixed < DAYS - 1 ? fixed : undefined };
}

function findingOf(n: number, isFixed: boolean): Finding {
  const { found, fixed } = daysOf(n);
  const service = spread(n, 4) % 3 === 0 ? spread(n, 5) % SERVICES : spread(n, 5) % 12;
  const mix = spread(n, 6);
  const made = mix % stages.length;
  const traced = mix % 10;
  const isComponent = mix % 4 === 0;
  return {
    id: idOf(n), serviceId: serviceOf(service), at: addDays(FIRST, found), severity: severities[[0, 1, 1, 2, 2, 2, 3, 3, 4, 5][mix % 10] ?? 3] ?? 'low',
    title: `Rule ${mix % 400}: untrusted input reaches ${kinds[mix % kinds.length] ?? ''}`, source: `scanner-${mix % 5}`,
    location: `src/module-${mix % 97}/file-${mix % 811}.ts:${mix % 300}`, foundStageId: stages[Math.max(made, (mix >> 4) % stages.length)] ?? 'run',
    ...(isComponent ? { externalId: `CVE-2026-${mix % 9_000}`, external: true, exploited: mix % 50 === 0 } : {}),
    ...(mix % 3 === 0 ? { introducedStageId: stages[made] ?? 'code', escapedStageId: stages[made] ?? 'code', defectClass: kinds[mix % kinds.length] ?? 'path' } : {}),
    ...(mix % 200 === 0 ? { automatable: true, totalControl: true } : {}),
    ...(traced < 5 ? { introducedReleaseId: releaseOf(service, Math.max(0, Math.floor((found - (mix % 60)) / RELEASE_EVERY)) * RELEASE_EVERY) } : traced < 9 ? { introducedByTeamId: teamOf(service) } : {}),
    ...(isFixed && fixed !== undefined ? { fixedAt: addDays(FIRST, fixed), fixedByTeamId: mix % 8 === 0 ? 'team-1' : teamOf(service) } : {}),
  };
}

function serviceOf(n: number): string {
  return `service-${n % SERVICES}`;
}

function teamOf(service: number): string {
  return `team-${2 + (service % (TEAMS - 1))}`;
}

function releaseOf(service: number, day: number): string {
  return `release-${service % SERVICES}-${day}`;
}

/** Ids in no order, as fingerprints are. */
export function idOf(n: number): string {
  return `f${spread(n, 9).toString(16).padStart(8, '0')}${n.toString(36)}`;
}

/** A whole number that looks like chance and is the same every time. */
function spread(n: number, salt: number): number {
  let mixed = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
