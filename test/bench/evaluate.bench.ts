import { cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isoDay } from '#core/time.ts';
import type { EntityByKind, Entry } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { entriesOf, WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import { evaluateRecord, evaluateRisk } from '#core/flags/evaluate.ts';

/**
 * Every rule over 10,000 risks and 60,000 entries on one date, on one core, and over one risk of them. Times are those
 * of the processor, the garbage collector's threads included, so that a busy machine does not count.
 */
const RISKS = 10_000;
const TODAY = 20_500;
const TARGET_ALL = 300;
const TARGET_ONE = 5;

function largeRecord(): Entry[] {
  const lists: { [K in LargeKind]: EntityByKind[K][] } = {
    teams: [], persons: [], processes: [], services: [], grants: [], findings: [], risks: [], evidence: [], acks: [],
    decisions: [], escalations: [],
  };
  const next = randomFrom(20_261_121);
  const upTo = (bound: number) => Math.floor(next() * bound);
  const add = <K extends LargeKind>(kind: K, entity: EntityByKind[K]) => {
    lists[kind].push(entity);
  };
  for (let n = 0; n < 200; n += 1) {
    const kind = n % 25 === 3 ? 'security' : n % 40 === 7 ? 'assurance' : 'engineering';
    add('teams', { id: `t${n}`, kind, leadId: `p${n}`, ...(n === 0 ? {} : { parentId: `t${Math.floor((n - 1) / 5)}` }) });
  }
  for (let n = 0; n < 3_000; n += 1) {
    const manager = n < 200 ? Math.floor((n - 1) / 5) : n % 200;
    const placed = { id: `p${n}`, teamId: `t${n % 200}`, ...(n === 0 ? {} : { managerId: `p${manager}` }) };
    add('persons', n % 97 === 5 && n >= 200 ? { ...placed, kind: 'mailbox' } : { ...placed, kind: 'person' });
  }
  for (let n = 0; n < 20; n += 1) add('processes', { id: `w${n}`, stages: [{ id: 'review', gate: 'blocking', gateOwnerId: `p${n}` }] });
  for (let n = 0; n < 2_000; n += 1) {
    add('services', { id: `s${n}`, teamId: `t${n % 200}`, exposure: n % 3 === 0 ? 'internet' : 'internal', processId: `w${n % 20}` });
  }
  add('grants', { id: 'g0', granteeId: 'p0', grantorId: 'ROOT', from: '2020-01-01', delegable: true, maxExposure: 1e9 });
  for (let n = 1; n < 1_000; n += 1) {
    const from = isoDay(TODAY - 900 + (n % 200));
    const grantee = n % 200 === 0 ? `p${200 + n}` : `p${n % 200}`;
    const scope = n < 8 ? {} : n < 200 ? { teams: [`t${n}`] } : { services: [`s${upTo(2_000)}`, `s${upTo(2_000)}`, `s${n % 200}`] };
    add('grants', {
      id: `g${n}`, granteeId: grantee, grantorId: 'p0', from, delegable: n < 40, maxExposure: 1e5 * (1 + upTo(40)), scope,
      ...(n % 9 === 0 ? { to: isoDay(TODAY - upTo(300)) } : {}),
    });
  }
  for (let n = 0; n < 9_780; n += 1) {
    add('findings', {
      id: `f${n}`, serviceId: `s${n % 2_000}`, at: isoDay(TODAY - upTo(300)), severity: n % 8 === 0 ? 'critical' : 'medium',
      exploited: n % 20 === 0, automatable: n % 5 === 0, totalControl: n % 4 === 0, defectClass: `class-${n % 400}`,
      escapedStageId: 'review', ...(n % 3 === 0 ? {} : { introducedByTeamId: `t${n % 200}` }),
      ...(n % 4 === 1 ? { fixedAt: isoDay(TODAY - upTo(90)), fixedByTeamId: `t${n % 200}` } : {}),
    });
  }
  for (let n = 0; n < RISKS; n += 1) {
    const low = 1e4 * (1 + upTo(20));
    add('risks', {
      id: `r${n}`, openedAt: isoDay(TODAY - 5 - upTo(170)), serviceIds: n % 6 === 0 ? [`s${n % 2_000}`, `s${upTo(2_000)}`] : [`s${n % 2_000}`],
      ...(n % 3 === 0 ? { findingIds: [`f${n % 9_780}`] } : {}), ...(n % 20 === 0 ? {} : { ownerId: ownerOf(n) }),
      ...(n % 7 === 0 ? {} : { exposure: { low, high: low * (2 + upTo(10)) } }), ...(n % 12 === 0 ? {} : { dueAt: isoDay(TODAY - 10 + upTo(200)) }),
      ...(n % 4 === 0 ? { defectClass: `class-${n % 400}` } : {}),
    });
  }
  const kinds = ['scan', 'audit', 'assessment', 'advisory', 'statement'];
  for (let n = 0; n < 16_000; n += 1) {
    add('evidence', {
      id: `e${n}`, riskId: `r${n % RISKS}`, at: isoDay(TODAY - upTo(60)), kind: kinds[n % 5] ?? 'scan', teamId: `t${n % 200}`,
      negative: n % 9 === 0, ...(n % 2 === 0 ? { coverage: 0.96 } : {}), ...(n % 40 === 0 ? { defectClass: `class-${n % 400}` } : {}),
      ...(n % 30 === 0 ? { relatesTo: [`r${upTo(RISKS)}`] } : {}),
    });
  }
  for (let n = 0; n < 11_000; n += 1) {
    const piece = Math.floor((n * 16) / 11);
    add('acks', {
      id: `a${n}`, evidenceId: `e${piece}`, personId: n % 8 === 0 ? `p${upTo(200)}` : ownerOf(piece % RISKS), at: isoDay(TODAY - upTo(40)),
      level: n % 15 === 0 ? 'summary' : n % 19 === 0 ? 'broadcast' : 'detail',
    });
  }
  for (let n = 0; n < 5_000; n += 1) {
    const risk = n * 2;
    add('decisions', {
      id: `d${n}`, riskId: `r${risk}`, kind: n % 2 === 0 ? 'accept' : 'mitigate', byId: n % 10 === 0 ? `p${upTo(200)}` : ownerOf(risk), at: isoDay(TODAY - upTo(100)),
      ...(n % 3 === 0 ? {} : { expiresAt: isoDay(TODAY - 10 + upTo(300)) }), trigger: n % 3 === 0 ? 'incident' : 'planned',
    });
  }
  for (let n = 0; n < 2_000; n += 1) add('escalations', { id: `x${n}`, riskId: `r${upTo(RISKS)}`, byId: 'p7', toId: 'p1', at: isoDay(TODAY - upTo(90)) });
  return entriesOf({ schema: WORKSPACE_SCHEMA, ...lists });
}

/** Mostly the lead of the team that owns the service, now and then somebody else. */
function ownerOf(risk: number): string {
  return risk % 11 === 0 ? `p${200 + (risk % 2_800)}` : `p${risk % 200}`;
}

type LargeKind = 'teams' | 'persons' | 'processes' | 'services' | 'grants' | 'findings' | 'risks' | 'evidence' | 'acks' | 'decisions' | 'escalations';

/** Mulberry32: the same record on every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Starts from a clean heap, so that what an earlier run left behind is not counted; what this one leaves is. */
function timed<T>(run: () => T): { ms: number; value: T } {
  collectGarbage();
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

function quick(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function line(what: string, ms: number, target?: number): void {
  const ratio = target === undefined ? '' : `   ${(ms / target).toFixed(2)} of the target of ${target} ms`;
  process.stdout.write(`${what.padEnd(52)} ${ms.toFixed(2).padStart(9)} ms${ratio}\n`);
}

const entries = largeRecord();
const day = isoDay(TODAY);
const views: number[] = [];
const indexes: number[] = [];
const runs: number[] = [];
let flags = 0;
for (let run = 0; run < 7; run += 1) {
  const view = timed(() => viewAsOf(entries, day));
  views.push(view.ms);
  const index = timed(() => indexRecord(view.value));
  indexes.push(index.ms);
  const evaluation = timed(() => evaluateRecord(view.value));
  runs.push(index.ms + evaluation.ms);
  flags = evaluation.value.flags.length;
}
const index = indexRecord(viewAsOf(entries, day));
evaluateRecord(index.view);
const single = Array.from({ length: 500 }, (_, n) => quick(() => evaluateRisk(index, `r${n * 19}`)));

process.stdout.write(`${entries.length} entries, ${RISKS} risks, ${flags} flags; Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
line('view of the record on a day, median of 7', median(views));
line('index of the view, median of 7', median(indexes));
line('31 rules over all risks, index included, first run', runs[0] ?? 0, TARGET_ALL);
line('31 rules over all risks, index included, median of 7', median(runs), TARGET_ALL);
line('31 rules over all risks, index included, smallest of 7', Math.min(...runs), TARGET_ALL);
line('one risk, median of 500', median(single), TARGET_ONE);
line('one risk, slowest of 500', Math.max(...single), TARGET_ONE);
