import { addDays } from '#core/time.ts';
import { grants, limitOf } from '#mocks/halden-maker/company/grants.ts';
import { divisionOf, teamOf } from '#mocks/halden-maker/company/organisation.ts';
import { ownerOn, serviceOf } from '#mocks/halden-maker/company/services.ts';
import { streamOf, type Stream } from '#mocks/halden-maker/random.ts';
import { pieceLabel } from '#mocks/halden-maker/risks/piece-label.ts';
import { rangesOf } from '#mocks/halden-maker/risks/sizes.ts';
import { TODAY, type Day, type DecisionSpec, type EvidenceSpec, type RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

/** Two days after the first grants were on the record. */
const FIRST_DECISION: Day = '2025-11-26';

/** One row of the risk table with its month. */
export interface RiskRow {
  id: string;
  month: string;
  label: string;
  serviceIds: readonly string[];
  category: string;
  defectClass: string | undefined;
  size: string;
  states: readonly string[];
  ownerId: string | undefined;
}

/** States in which nothing has been decided yet, unless the row says `decided`. */
const UNDECIDED = ['new', 'I1', 'I2', 'I5', 'A1', 'A2left', 'A2box', 'A2vacant', 'unknown', 'A9', 'P8', 'A6', 'A3', 'A4', 'A5'];

/**
 * The life of a risk that has no story of its own: found, shown to its owner, decided, measured
 * again. The states of its row say where this one differs; the rest follows from its name.
 */
export function lifeOf(row: RiskRow): RiskSpec {
  const stream = streamOf('life', row.label);
  const has = (state: string): boolean => row.states.includes(state);
  const openedAt = `${row.month}-${String(stream.between(2, row.month === '2026-11' ? 12 : 25)).padStart(2, '0')}`;
  const closedAt = has('closed') ? (dayIn(row, 'closed@') ?? closing(stream, openedAt)) : undefined;
  const ranges = has('closed') && stream.chance(0.22) ? [] : rangesOf(row.label, row.size, openedAt);
  const ownerId = has('A1') ? undefined : (row.ownerId ?? deciderFor(row, ranges.at(-1)?.high ?? 0));
  const seenAt = seen(stream, row, openedAt);
  const evidence = piecesOf(stream, row, { openedAt, closedAt, ownerId, seenAt });
  const decisions = decisionsOf(stream, row, { openedAt, closedAt, ownerId, seenAt });
  const decided = decisions.at(-1);
  return {
    id: row.id, key: undefined, label: row.label, serviceIds: row.serviceIds, category: row.category,
    defectClass: row.defectClass, classOnRisk: false, openedAt, closedAt,
    owners: has('A11')
      ? [{ since: openedAt, personId: 'stefan.krueger' }, { since: '2026-09-14', personId: ownerId }]
      : [{ since: openedAt, personId: ownerId }],
    ranges,
    ...datesOf(stream, row, decided, openedAt),
    deciderIds: has('A6') && ownerId !== undefined ? [ownerId, 'lucie.moreau'] : [],
    approverIds: has('A6') ? ['nadia.benali', 'lee.brandt', 'lucie.moreau', 'catherine.boyle'] : [],
    decisionKind: undefined,
    evidence, decisions,
    escalations: has('raised') ? [{ at: addDays(TODAY, -9), byId: ownerId ?? 'lucie.moreau', toId: 'dana.okafor', newDate: addDays(TODAY, 41) }] : [],
    events: [],
    steps: [],
    finds: [],
  };
}

interface Course {
  openedAt: Day;
  closedAt: Day | undefined;
  ownerId: string | undefined;
  seenAt: Day;
}

/** The lead of the owning team where the limit reaches, else the first on the line whose limit does. */
function deciderFor(row: RiskRow, high: number): string {
  const owners = row.serviceIds.map((id) => ownerOn(id, TODAY)).filter((id) => id !== undefined);
  const [team] = owners;
  if (team === undefined) return 'dana.okafor';
  const division = divisionOf(team);
  const oneTeam = owners.every((id) => id === team);
  const oneDivision = owners.every((id) => divisionOf(id) === division);
  const line = [
    ...(oneTeam ? [teamOf(team).leadId] : []),
    ...(oneDivision ? [teamOf(division).leadId] : []),
    'dana.okafor', 'marta.halvorsen',
  ].filter((id) => id !== undefined);
  const reached = line.find((id) => limitOf(id, [team, division]) >= Math.max(high, 1));
  return reached ?? 'marta.halvorsen';
}

/** The day that a state such as `closed@2026-10-09` names. */
function dayIn(row: RiskRow, state: string): Day | undefined {
  return row.states.find((one) => one.startsWith(state))?.slice(state.length);
}

function closing(stream: Stream, openedAt: Day): Day {
  const latest = '2026-11-13';
  const at = addDays(openedAt, stream.between(24, openedAt >= '2026-07-01' ? 80 : 150));
  return at > latest ? latest : at;
}

function seen(stream: Stream, row: RiskRow, openedAt: Day): Day {
  const recent = row.month === '2026-11';
  return addDays(openedAt, stream.between(1, recent ? 4 : 11));
}

function piecesOf(stream: Stream, row: RiskRow, course: Course): readonly EvidenceSpec[] {
  const has = (state: string): boolean => row.states.includes(state);
  const bought = row.serviceIds.every((id) => serviceOf(id).language === 'vendor');
  const team = ownerOn(row.serviceIds[0] ?? '', course.openedAt);
  const foundBy = bought
    ? 'vendor-management'
    : stream.pick([team ?? 'security-testing', team ?? 'security-testing', 'security-testing', 'security-engineering', 'internal-audit']);
  const kind = has('I6') ? 'assessment' : bought ? stream.pick(['attestation', 'assessment']) : kindFor(stream, foundBy);
  const foundAt = addDays(course.openedAt, -stream.between(0, 9));
  const level = has('I5') ? ('summary' as const) : ('detail' as const);
  const shown = course.ownerId !== undefined && !has('I1') && !has('A1') && !has('A2box') && !has('A2vacant') && !has('unknown');
  const others = [...row.states, ...(has('A7') ? ['shown:dana.okafor'] : [])]
    .filter((state) => state.startsWith('shown:'))
    .map((state) => ({ personId: state.slice('shown:'.length), at: addDays(course.openedAt, stream.between(18, 44)), level: 'detail' as const }));
  const by = shown && course.ownerId !== undefined ? [{ personId: course.ownerId, at: course.seenAt, level }, ...others] : others;
  const first: EvidenceSpec = {
    at: foundAt, kind, teamId: foundBy, label: pieceLabel(row, kind, foundBy), level: 'detail', seen: by,
    ...(kind === 'scan' ? { coverage: stream.pick([0.85, 0.92, 1]) } : {}),
  };
  const list = [first];
  if (has('I2') || has('unseen')) {
    const at = addDays(TODAY, has('I2') ? -stream.between(34, 48) : -stream.between(3, 16));
    list.push({ at, kind: 'test', teamId: 'security-testing', label: `Reach is wider than first recorded on ${serviceOf(row.serviceIds[0] ?? '').title}` });
  }
  if (!has('I6') && !has('new')) list.push(...routineScans(row, course, bought));
  if (course.closedAt !== undefined && stream.chance(0.6) && course.ownerId !== undefined) {
    list.push({
      at: addDays(course.closedAt, -2), kind: 'test', teamId: foundBy, label: 'Checked again after the change: gone', negative: true, coverage: 1,
      seen: [{ personId: course.ownerId, at: addDays(course.closedAt, -1), level: 'detail' }],
    });
  }
  return list;
}

/** Measurements that bring nothing new: they keep the record fresh and ask nobody to read them. */
function routineScans(row: RiskRow, course: Course, bought: boolean): readonly EvidenceSpec[] {
  const stream = streamOf('routine', row.label);
  const days = [addDays('2026-03-10', stream.between(0, 16)), addDays('2026-06-06', stream.between(0, 20)), addDays('2026-09-08', stream.between(0, 18)), addDays('2026-10-28', stream.between(0, 16))];
  return days
    .filter((at) => at > course.seenAt && (course.closedAt === undefined || at < course.closedAt))
    .map((at) => ({
      at, kind: bought ? 'attestation' : 'scan', material: false, coverage: 1,
      teamId: bought ? 'vendor-management' : 'security-testing',
      label: bought ? 'Vendor attests that nothing changed' : 'Routine scan: unchanged',
    }));
}

function kindFor(stream: Stream, foundBy: string): string {
  if (foundBy === 'internal-audit') return 'audit';
  return stream.pick(foundBy === 'security-testing' ? ['test', 'test', 'scan'] : ['assessment', 'scan', 'test']);
}

function decisionsOf(stream: Stream, row: RiskRow, course: Course): readonly DecisionSpec[] {
  const has = (state: string): boolean => row.states.includes(state);
  if ((UNDECIDED.some(has) && !has('decided')) || course.ownerId === undefined) return [];
  const byId = has('A11') ? 'stefan.krueger' : has('A7') ? 'dana.okafor' : course.ownerId;
  const wish = addDays(course.seenAt, stream.between(2, 18));
  const latest = course.closedAt === undefined ? addDays(TODAY, -3) : addDays(course.closedAt, -6);
  const due = wish > latest ? latest : wish < FIRST_DECISION ? FIRST_DECISION : wish;
  const at = has('I4') ? addDays(course.seenAt, -1) : due;
  const trigger = stream.pick(['planned', 'planned', 'incident', 'audit', 'audit', 'customer', 'regulator']);
  const grant = grants.find((one) => one.granteeId === byId && one.exportedAt <= at);
  const kind = has('accept') || has('P3') || has('P12') ? 'accept' : has('transfer') ? 'transfer' : 'mitigate';
  const common = { byId, at, trigger, ...(grant === undefined ? {} : { underGrantId: grant.id }) };
  if (kind === 'accept') {
    return [{
      ...common, kind, expiresAt: has('P3') ? addDays(TODAY, -stream.between(12, 40)) : addDays(at, has('P12') ? 200 : 365),
      ...(has('P12') ? { conditions: [{ text: 'the former vendor holds no live key', brokenAt: '2026-11-02' }] } : {}),
    }];
  }
  const documented = has('A7') ? { documentedOwnerId: 'noor.rahman' } : {};
  const done = course.closedAt === undefined ? {} : { implementedAt: addDays(course.closedAt, -4) };
  return [{ ...common, kind, ...documented, ...done }];
}

function datesOf(
  stream: Stream, row: RiskRow, decided: DecisionSpec | undefined, openedAt: Day,
): Pick<RiskSpec, 'dueAt' | 'reviewAt' | 'decisionNeededBy'> {
  const has = (state: string): boolean => row.states.includes(state);
  const none = { dueAt: undefined, reviewAt: undefined, decisionNeededBy: undefined };
  if (has('P1')) return none;
  if (has('P2')) return { ...none, dueAt: addDays(TODAY, -stream.between(8, 40)) };
  if (has('raised')) return { ...none, dueAt: addDays(TODAY, -11) };
  if (has('P8')) return { ...none, reviewAt: addDays(TODAY, 30), decisionNeededBy: addDays(TODAY, -stream.between(12, 50)) };
  if (decided === undefined) return { ...none, reviewAt: addDays(TODAY, stream.between(14, 60)), decisionNeededBy: addDays(TODAY, stream.between(8, 45)) };
  if (decided.kind === 'accept') return { ...none, reviewAt: addDays(decided.expiresAt ?? openedAt, -30) };
  return { ...none, dueAt: addDays(TODAY, stream.between(6, 120)) };
}
